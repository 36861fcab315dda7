import { Button, Checkbox, Progress, Select, TextInput } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRef } from 'react'
import { AuditAction, type AuditFilter } from '../../../shared/model/audit.ts'
import { api, ask, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useSaveFile } from '../../ui/saveFile.ts'
import { useTask } from '../../ui/task.ts'
import styles from './Audit.module.css'

type Props = {
  filter: AuditFilter
  onChange: (part: Partial<AuditFilter>) => void
  onReset: () => void
}

/** What narrows the record, and its way out as CSV. Fields begin afresh when all filters are taken away. */
export function AuditFilters({ filter, onChange, onReset }: Props) {
  const { audit } = useTexts()
  const first = useRef<HTMLInputElement>(null)
  const isNarrowed = Object.values(filter).some(Boolean)
  // The button goes with the last filter, and would take the focus along.
  const reset = () => {
    onReset()
    first.current?.focus()
  }
  const names = useAsk(['audit', 'names'], () => api.audit.names({}))
  const deeds = AuditAction.options
    .map((value) => ({ value, label: audit.actions[value] }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <section className={styles.filters} aria-label={audit.filters}>
      <TextInput
        ref={first}
        label={audit.case}
        placeholder={audit.caseHint}
        value={filter.caseNumber}
        maxLength={100}
        onChange={(event) => onChange({ caseNumber: event.currentTarget.value })}
      />
      <Select
        label={audit.actor}
        placeholder={audit.any}
        clearable
        searchable
        data={names.data?.actors ?? []}
        value={filter.actor}
        onChange={(actor) => onChange({ actor })}
      />
      <Select
        label={audit.deed}
        placeholder={audit.any}
        clearable
        searchable
        nothingFoundMessage={audit.noDeed}
        data={deeds}
        value={filter.action}
        onChange={(action) => onChange({ action: AuditAction.nullable().parse(action) })}
      />
      <DateField label={audit.from} value={filter.from} onChange={(from) => onChange({ from })} />
      <DateField label={audit.to} value={filter.to} onChange={(to) => onChange({ to })} />
      <div className={styles.last}>
        <Checkbox
          label={audit.disclosuresOnly}
          checked={filter.disclosuresOnly}
          onChange={(event) => onChange({ disclosuresOnly: event.currentTarget.checked })}
        />
        {isNarrowed ? (
          <Button size="compact-sm" variant="subtle" onClick={reset}>
            {audit.reset}
          </Button>
        ) : null}
        <ExportRecord filter={filter} />
      </div>
    </section>
  )
}

function ExportRecord({ filter }: { filter: AuditFilter }) {
  const { audit, desk, lang } = useTexts()
  const task = useTask()
  const save = useSaveFile(
    () => ask(api.audit.export({ task: task.id, filter, lang: lang === 'kk' ? 'kk' : 'ru' })),
    null,
  )
  const done = task.progress ? Math.round((100 * task.progress.done) / task.progress.total) : 0
  return (
    <div className={styles.export}>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={18} />}
        loading={save.isPending}
        onClick={() => save.mutate(null)}
      >
        {audit.export}
      </Button>
      {save.isPending && task.progress ? (
        <>
          <Progress value={done} w={120} aria-label={audit.progress(done)} />
          <Button variant="subtle" onClick={task.cancel}>
            {desk.cancel}
          </Button>
        </>
      ) : null}
      <ErrorNotice error={save.error} />
    </div>
  )
}
