import { Button, Group, MultiSelect, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { limits } from '../../../shared/model/case.ts'
import type { CatalogEntry } from '../../../shared/model/catalog.ts'
import { Deed, Finding } from '../../../shared/model/execution.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { api, useAsk } from '../../api.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { type Filled, KeptForm } from '../drafts/KeptForm.tsx'
import styles from './Execution.module.css'

type Draft = Omit<Input<'execution.note'>, 'caseId' | 'systemId' | 'deedOn'> & { deedOn: LocalDate | null }

type Props = {
  card: CaseCard
  system: Output<'execution.ofCase'>['systems'][number]
  categories: readonly CatalogEntry[]
  onClose: () => void
}

const blank: Draft = {
  found: 'found',
  categories: [],
  data: '',
  deed: null,
  deedOn: null,
  deedMethod: '',
  deedBy: '',
  proof: '',
}

export const systemDraftName = (card: CaseCard, systemId: string): string => `system:${card.id}:${systemId}`

/** What a search of one system gave, and what was done there. */
export function SystemDialog(props: Props) {
  const { card, system } = props
  return (
    <KeptForm name={systemDraftName(card, system.id)} about={card.number} blank={system.note ?? blank}>
      {(filled) => <SystemForm {...props} {...filled} />}
    </KeptForm>
  )
}

function SystemForm({ card, system, categories, onClose, typed, change, returned }: Props & Filled<Draft>) {
  const { cases, desk, execution } = useTexts()
  const of = useOf()
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const [tried, setTried] = useState(false)
  const note = useCommand(api.execution.note)
  const isFound = typed.found === 'found'
  const submit = () => {
    setTried(true)
    if (isFound && typed.deed && !typed.deedOn) return focusFirstError()
    const kept = isFound ? typed : { ...blank, found: typed.found }
    const deedOn = kept.deed ? kept.deedOn : null
    note.mutate(
      { ...kept, deedOn, caseId: card.id, systemId: system.id },
      {
        onSuccess: () => {
          say(execution.noted)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={of(system.title)} size="lg" holdsForm>
      <SubmitForm onSubmit={submit} label={of(system.title)} className={styles.form}>
        {returned}
        <Radio.Group
          label={execution.found}
          required
          value={typed.found}
          onChange={(found) => change({ found: Finding.parse(found) })}
        >
          <div className={styles.choices}>
            {Finding.options.map((found, index) => (
              <Radio
                key={found}
                value={found}
                label={execution.findings[found]}
                data-autofocus={index === 0}
              />
            ))}
          </div>
        </Radio.Group>
        {isFound ? (
          <FoundFields
            draft={typed}
            change={change}
            categories={categories}
            today={summary.data?.today ?? null}
            tried={tried}
          />
        ) : null}
        <ErrorNotice error={note.error} title={cases.step.notDone} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={note.isPending}>
            {cases.step.record}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}

type FoundProps = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  categories: readonly CatalogEntry[]
  today: LocalDate | null
  tried: boolean
}

function FoundFields({ draft, change, categories, today, tried }: FoundProps) {
  const { execution } = useTexts()
  const of = useOf()
  return (
    <>
      <MultiSelect
        label={execution.categories}
        data={categories.map(({ id, title }) => ({ value: id, label: of(title) }))}
        value={draft.categories}
        onChange={(chosen) => change({ categories: chosen })}
        searchable
      />
      <Textarea
        label={execution.data}
        description={execution.dataHint}
        autosize
        minRows={2}
        maxLength={limits.note}
        value={draft.data}
        onChange={(event) => change({ data: event.currentTarget.value })}
      />
      <Select
        label={execution.deed}
        placeholder={execution.nothingDone}
        data={Deed.options.map((deed) => ({ value: deed, label: execution.deeds[deed] }))}
        value={draft.deed}
        onChange={(deed) => change({ deed: deed ? Deed.parse(deed) : null, deedOn: draft.deedOn ?? today })}
        clearable
      />
      {draft.deed ? (
        <>
          <DateField
            label={execution.deedOn}
            required
            value={draft.deedOn}
            onChange={(deedOn) => change({ deedOn })}
            latest={today ?? undefined}
            error={tried && !draft.deedOn ? execution.deedOnMissing : undefined}
          />
          <TextInput
            label={execution.deedMethod}
            maxLength={limits.line}
            value={draft.deedMethod}
            onChange={(event) => change({ deedMethod: event.currentTarget.value })}
          />
          <TextInput
            label={execution.deedBy}
            description={execution.deedByHint}
            maxLength={limits.name}
            value={draft.deedBy ?? ''}
            onChange={(event) => change({ deedBy: event.currentTarget.value })}
          />
          <TextInput
            label={execution.proof}
            description={execution.proofHint}
            maxLength={limits.line}
            value={draft.proof}
            onChange={(event) => change({ proof: event.currentTarget.value })}
          />
        </>
      ) : null}
    </>
  )
}
