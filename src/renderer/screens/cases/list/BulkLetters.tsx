import { Button, Group, Progress, Select } from '@mantine/core'
import { useState } from 'react'
import type { CaseId } from '../../../../shared/model/ids.ts'
import { Lang } from '../../../../shared/model/lang.ts'
import type { FieldValues } from '../../../../shared/model/letter.ts'
import { api, useAsk } from '../../../api.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useTask } from '../../../ui/task.ts'
import { FieldInputs } from '../../letters/FieldInputs.tsx'
import { fillIn, missingFields } from '../../letters/letterDraft.ts'
import { Problems } from './Problems.tsx'

type Props = { ids: readonly CaseId[]; onDone: () => void; onClose: () => void }

const nothingKnown = { reason: '', executedOn: '', executionNote: '', foundCategories: [] }

/** One letter for each of the selected cases, with what is to be filled in typed once. */
export function BulkLetters({ ids, onDone, onClose }: Props) {
  const { bulk, desk, letters: texts, words } = useTexts()
  const of = useOf()
  const common = useAsk(['bulk', 'letters', ids], () => api.bulk.letters({ ids: [...ids] }))
  const [first] = ids
  const sample = useAsk(['letters', 'available', first], () => api.letters.available({ caseId: first ?? 0 }))
  const task = useTask()
  const issue = useCommand(api.bulk.issueLetters)
  const [chosen, setChosen] = useState<string | null>(null)
  const [lang, setLang] = useState<Lang | null>(null)
  const [typed, setTyped] = useState<FieldValues>({})
  const letters = common.data?.letters ?? []
  const meta = letters.find(({ id }) => id === chosen) ?? letters[0]
  const fields = meta?.fields ?? []
  const values = fillIn(fields, lang ?? sample.data?.lang ?? 'ru', nothingKnown, typed)
  const missing = missingFields(fields, values)
  const submit = () => {
    if (!meta) return
    issue.mutate(
      { task: task.id, ids: [...ids], templateId: meta.id, lang, fields: values },
      {
        onSuccess: ({ issued, problems }) => {
          say(bulk.issued(issued))
          if (problems.length === 0) onDone()
        },
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={bulk.lettersTitle} size="lg" holdsForm>
      <ErrorNotice error={common.error ?? sample.error ?? issue.error} />
      {common.isPending ? <Delayed /> : null}
      {common.isSuccess && letters.length === 0 ? <p>{bulk.noCommon}</p> : null}
      {meta && sample.data ? (
        <>
          <p>{bulk.lettersText}</p>
          <Select
            label={bulk.which}
            data={letters.map(({ id, title }) => ({ value: id, label: of(title) }))}
            value={meta.id}
            allowDeselect={false}
            onChange={(id) => {
              setChosen(id)
              setTyped({})
            }}
          />
          <Select
            label={bulk.lang}
            placeholder={bulk.theirs}
            clearable
            data={Lang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
            value={lang}
            onChange={(value) => setLang(value ? Lang.parse(value) : null)}
          />
          <FieldInputs
            templateId={meta.id}
            fields={fields}
            lang={lang ?? sample.data.lang}
            values={values}
            catalogs={sample.data.catalogs}
            onChange={(id, value) => setTyped((old) => ({ ...old, [id]: value }))}
          />
          {missing[0] ? <p className="dimmed">{texts.composer.fieldMissing(of(missing[0].title))}</p> : null}
        </>
      ) : null}
      <Problems cases={issue.data?.problems ?? []} />
      {issue.isPending && task.progress ? (
        <Progress
          mt="md"
          value={(100 * task.progress.done) / task.progress.total}
          aria-label={bulk.progress(task.progress.done, task.progress.total)}
        />
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={issue.isPending ? task.cancel : onClose}>
          {issue.isPending ? bulk.stop : desk.cancel}
        </Button>
        <Button disabled={!meta || missing.length > 0} loading={issue.isPending} onClick={submit}>
          {bulk.issue(ids.length)}
        </Button>
      </Group>
    </Dialog>
  )
}
