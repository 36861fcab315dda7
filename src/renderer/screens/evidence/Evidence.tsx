import { Button, Group, Progress, SegmentedControl, TextInput } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { skipToken, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { evidenceLimitMiB, isPackTooLarge, type EvidenceOf } from '../../../shared/model/evidence.ts'
import { LetterLang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { api, ask, isRefusal } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Choice } from '../../ui/Choice.tsx'
import { say } from '../../ui/command.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Page, Panel } from '../../ui/Page.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { useTask } from '../../ui/task.ts'
import { ControlTabs } from '../audit/ControlTabs.tsx'

type Whose = 'case' | 'period'

/** All that proves how a case went, or the cases of a period, in one file for who checks. */
export function Evidence({ caseNumber: given }: { caseNumber: string }) {
  const { desk, evidence, lang: deskLang, words } = useTexts()
  const [whose, setWhose] = useState<Whose>('case')
  const [caseNumber, setCaseNumber] = useState(given)
  const [from, setFrom] = useState<LocalDate | null>(null)
  const [to, setTo] = useState<LocalDate | null>(null)
  const [lang, setLang] = useState<LetterLang>(deskLang === 'kk' ? 'kk' : 'ru')
  const task = useTask()
  const of = useMemo(() => subjectOf(whose, caseNumber, from, to), [whose, caseNumber, from, to])
  const preview = usePreview(of)
  const make = useMutation({
    mutationFn: async (subject: EvidenceOf) => {
      const { bytes, name, ...made } = await ask(api.evidence.make({ task: task.id, of: subject, lang }))
      const { saved } = await ask(api.desktop.saveFile({ name, bytes: Uint8Array.from(bytes), paper: null }))
      return { ...made, name, saved }
    },
    onSuccess: ({ saved }) => {
      if (saved) say(evidence.saved)
    },
  })
  const done = task.progress?.total ? Math.round((100 * task.progress.done) / task.progress.total) : 0
  return (
    <Page title={evidence.title} beside={<ControlTabs screen="evidence" />}>
      <Panel title={evidence.make}>
        <p style={{ marginTop: 0 }}>{evidence.intro}</p>
        <SubmitForm onSubmit={() => of && make.mutate(of)} label={evidence.make}>
          <SegmentedControl
            aria-label={evidence.whose}
            value={whose}
            onChange={(value) => setWhose(value)}
            data={(['case', 'period'] as const).map((value) => ({ value, label: evidence.whoseOf[value] }))}
          />
          <Group align="start" my="md">
            {whose === 'case' ? (
              <TextInput
                label={evidence.caseNumber}
                placeholder="ДС-2026-0001"
                value={caseNumber}
                maxLength={100}
                w={260}
                onChange={(event) => setCaseNumber(event.currentTarget.value)}
              />
            ) : (
              <>
                <DateField label={evidence.from} value={from} onChange={setFrom} />
                <DateField label={evidence.to} value={to} onChange={setTo} />
              </>
            )}
          </Group>
          <Choice
            label={evidence.lang}
            value={lang}
            onChange={(value) => setLang(value)}
            data={LetterLang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
          />
          {of ? <WhatGoesIn preview={preview} /> : <p className="dimmed">{evidence.choose}</p>}
          <ErrorNotice
            error={isRefusal(make.error, 'taskCancelled') ? null : make.error}
            title={evidence.notMade}
          />
          <Group mt="md">
            <Button
              type="submit"
              disabled={!of || !preview.data || isPackTooLarge(preview.data)}
              loading={make.isPending}
              leftSection={<IconPackageExport size={18} />}
            >
              {evidence.makeNow}
            </Button>
            {make.isPending ? (
              <>
                <span role="status">{evidence.progress(done)}</span>
                <Progress value={done} w={200} aria-label={evidence.progress(done)} />
                <Button variant="subtle" onClick={task.cancel}>
                  {desk.cancel}
                </Button>
              </>
            ) : null}
          </Group>
        </SubmitForm>
      </Panel>
      {make.data ? (
        <Panel title={evidence.made}>
          <Facts
            facts={[
              [evidence.file, make.data.name],
              [evidence.inside, evidence.counted(make.data.cases, make.data.files)],
              [
                evidence.hash,
                <span key="hash" className="mono" style={{ userSelect: 'all' }}>
                  {make.data.manifestSha256}
                </span>,
              ],
            ]}
          />
          <p className="dimmed">{evidence.hashHint}</p>
        </Panel>
      ) : null}
    </Page>
  )
}

function subjectOf(
  whose: Whose,
  caseNumber: string,
  from: LocalDate | null,
  to: LocalDate | null,
): EvidenceOf | null {
  if (whose === 'case') return caseNumber.trim() === '' ? null : { caseNumber }
  return from && to ? { from, to } : null
}

type Preview = UseQueryResult<Output<'evidence.preview'>>

/** What the pack would hold, before anything is made; asked for once one has stopped typing. */
function usePreview(of: EvidenceOf | null): Preview {
  const [asked] = useDebouncedValue(of, 250)
  return useQuery({
    queryKey: ['evidence', 'preview', asked],
    queryFn: asked ? () => ask(api.evidence.preview({ of: asked })) : skipToken,
    gcTime: 0,
  })
}

function WhatGoesIn({ preview: { data, error } }: { preview: Preview }) {
  const { evidence, words } = useTexts()
  if (error) {
    const isNone = isRefusal(error, 'evidenceEmpty')
    return isNone ? <p role="status">{evidence.none}</p> : <ErrorNotice error={error} />
  }
  if (!data) return null
  return (
    <p role="status">
      {evidence.willHold(data.cases, data.files, words.fileSize(data.bytes))}{' '}
      {isPackTooLarge(data) ? evidence.tooLarge(evidenceLimitMiB) : evidence.recorded}
    </p>
  )
}
