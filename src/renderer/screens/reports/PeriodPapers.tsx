import { Button, Group } from '@mantine/core'
import { IconReport } from '@tabler/icons-react'
import { useState } from 'react'
import { LetterLang } from '../../../shared/model/lang.ts'
import { LocalDate } from '../../../shared/model/local-date.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useCommand } from '../../ui/command.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Paper } from './Paper.tsx'

/** Journal of registration and report, for a period. */
export function PeriodPapers() {
  const { reports } = useTexts()
  const [opened, setOpened] = useState(false)
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  return (
    <>
      <Button variant="default" leftSection={<IconReport size={18} />} onClick={() => setOpened(true)}>
        {reports.open}
      </Button>
      {opened && summary.data ? <Period today={summary.data.today} onClose={() => setOpened(false)} /> : null}
    </>
  )
}

function Period({ today, onClose }: { today: LocalDate; onClose: () => void }) {
  const { reports, words } = useTexts()
  const [from, setFrom] = useState<LocalDate | null>(() => LocalDate.parse(`${today.slice(0, 4)}-01-01`))
  const [to, setTo] = useState<LocalDate | null>(today)
  const [lang, setLang] = useState<LetterLang>('ru')
  const journal = useCommand(api.reports.journal)
  const report = useCommand(api.reports.period)
  const wrong = from && to && from > to ? reports.periodWrong : undefined
  const period = from && to && !wrong ? { from, to, lang } : null
  if (journal.data)
    return (
      <Paper
        paper={journal.data}
        of={{ paper: 'journal', caseId: null }}
        title={reports.journal}
        onClose={journal.reset}
      />
    )
  if (report.data)
    return (
      <Paper
        paper={report.data}
        of={{ paper: 'report', caseId: null }}
        title={reports.report}
        onClose={report.reset}
      />
    )
  return (
    <Dialog opened onClose={onClose} title={reports.open} holdsForm>
      <Group grow align="start">
        <DateField label={reports.from} value={from} onChange={setFrom} latest={today} />
        <DateField label={reports.to} value={to} onChange={setTo} latest={today} error={wrong} />
      </Group>
      <Choice
        label={reports.lang}
        fullWidth
        my="md"
        value={lang}
        onChange={(value) => setLang(value)}
        data={LetterLang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
      />
      <p className="dimmed">{reports.recorded}</p>
      <ErrorNotice error={journal.error ?? report.error} title={reports.notMade} />
      <Group justify="flex-end" mt="md">
        <Button
          variant="default"
          disabled={!period}
          loading={report.isPending}
          onClick={() => period && report.mutate(period)}
        >
          {reports.report}
        </Button>
        <Button
          disabled={!period}
          loading={journal.isPending}
          onClick={() => period && journal.mutate(period)}
        >
          {reports.journal}
        </Button>
      </Group>
    </Dialog>
  )
}
