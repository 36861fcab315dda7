import { Button, Group, Progress, Select, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
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
import { PdfView } from '../../../ui/PdfView.tsx'
import { useTask } from '../../../ui/task.ts'
import { FieldInputs } from '../../letters/FieldInputs.tsx'
import { fillIn, missingFields, untouched, withValue } from '../../letters/letterDraft.ts'
import { Problems } from './Problems.tsx'

type Props = { ids: readonly CaseId[]; onDone: () => void; onClose: () => void }
type Letter = { templateId: string; lang: Lang; fields: FieldValues }

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
  const [typed, setTyped] = useState(untouched)
  const [seesSample, setSeesSample] = useState(false)
  const letters = common.data?.letters ?? []
  const meta = (letters.find(({ meta: { id } }) => id === chosen) ?? letters[0])?.meta
  const fields = meta?.fields ?? []
  const shown = lang ?? sample.data?.lang ?? 'ru'
  const values = fillIn(fields, shown, nothingKnown, typed)
  const missing = missingFields(fields, { [shown]: values }, [shown])
  const isReady = meta !== undefined && sample.isSuccess && missing.length === 0
  const [letter] = useDebouncedValue({ templateId: meta?.id ?? '', lang, fields: values }, 300)
  const preview = useAsk(['bulk', 'previewLetters', ids, letter], () =>
    api.bulk.previewLetters({ ids: [...ids], ...letter }),
  )
  const prospects = isReady ? (preview.data?.cases ?? []) : []
  const fit = prospects.filter(({ problem }) => !problem)
  const submit = () => {
    if (!meta) return
    issue.mutate(
      { task: task.id, ids: fit.map(({ id }) => id), templateId: meta.id, lang, fields: values },
      {
        onSuccess: ({ issued, problems, stopped }) => {
          say(stopped ? bulk.issuedStopped(issued) : bulk.issued(issued))
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
            data={letters.map(({ meta: { id, title }, cases }) => ({
              value: id,
              label: cases === ids.length ? of(title) : bulk.forSome(of(title), cases, ids.length),
            }))}
            value={meta.id}
            allowDeselect={false}
            onChange={(id) => {
              setChosen(id)
              setTyped(untouched)
            }}
          />
          <Select
            my="sm"
            label={bulk.lang}
            placeholder={bulk.theirs}
            clearable
            data={Lang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
            value={lang}
            onChange={(value) => setLang(value ? Lang.parse(value) : null)}
          />
          <Stack gap="sm">
            <FieldInputs
              templateId={meta.id}
              fields={fields}
              langs={[shown]}
              values={{ [shown]: values }}
              catalogs={sample.data.catalogs}
              // What is typed once is for letters in either language.
              onChange={(field, _, value) =>
                setTyped((old) => withValue(withValue(old, field, 'ru', value), field, 'kk', value))
              }
            />
          </Stack>
          {missing[0] ? (
            <p className="dimmed">{texts.composer.fieldMissing(of(missing[0].field.title))}</p>
          ) : null}
        </>
      ) : null}
      {isReady && preview.isSuccess ? (
        <>
          <p role="status">{bulk.canWrite(fit.length)}</p>
          {prospects.length > fit.length ? <p>{bulk.cannotWrite(prospects.length - fit.length)}</p> : null}
          <Button
            size="xs"
            variant="default"
            disabled={fit.length === 0}
            aria-expanded={seesSample}
            onClick={() => setSeesSample(!seesSample)}
          >
            {seesSample ? bulk.hideSample : bulk.showSample}
          </Button>
          {seesSample && fit[0] ? (
            <Sample caseId={fit[0].id} letter={{ ...letter, lang: lang ?? sample.data.lang }} />
          ) : null}
        </>
      ) : null}
      <ErrorNotice error={preview.error} />
      <Problems cases={issue.data?.problems ?? prospects} />
      {issue.isPending && task.progress ? (
        <Progress
          mt="md"
          value={(100 * task.progress.done) / task.progress.total}
          aria-label={bulk.progress(task.progress.done, task.progress.total)}
        />
      ) : null}
      <Group justify="flex-end" mt="md">
        {issue.isPending && task.progress ? (
          <span role="status">{bulk.progress(task.progress.done, task.progress.total)}</span>
        ) : null}
        <Button variant="default" onClick={issue.isPending ? task.cancel : onClose}>
          {issue.isPending ? bulk.stop : desk.cancel}
        </Button>
        <Button disabled={!isReady || fit.length === 0} loading={issue.isPending} onClick={submit}>
          {bulk.issue(fit.length)}
        </Button>
      </Group>
    </Dialog>
  )
}

/** The first of the letters as it would be issued; it holds no number yet. */
function Sample({ caseId, letter }: { caseId: CaseId; letter: Letter }) {
  const preview = useAsk(['letters', 'preview', caseId, letter], () =>
    api.letters.preview({ caseId, ...letter }),
  )
  if (!preview.data) return <>{preview.error ? <ErrorNotice error={preview.error} /> : <Delayed />}</>
  const { pdf, sha256, number } = preview.data
  return <PdfView bytes={pdf} id={sha256} name={`${number}.pdf`} paper={{ paper: 'letter', caseId }} />
}
