import { useQuery } from '@tanstack/react-query'
import { daysBetween } from '../../../../core/calendar/days.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { api, ask } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { DaysLeft } from '../../../ui/Chip.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { DueDetails } from '../DueDetails.tsx'
import { type Draft, receiptOf } from './draft.ts'

/** The deadlines the case will get, before it is registered. */
export function Forecast({ draft, today }: { draft: Draft; today: LocalDate }) {
  const { cases } = useTexts()
  const receipt = receiptOf(draft, today)
  const known = receipt !== null
  const forecast = useQuery({
    queryKey: ['cases', 'forecast', receipt],
    queryFn: () => (receipt ? ask(api.cases.forecast(receipt)) : { clocks: [] }),
    enabled: known,
    placeholderData: (old) => old,
  })
  return (
    <Panel title={cases.form.deadlines}>
      {known && forecast.data ? (
        forecast.data.clocks
          .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
          .map((due) => (
            <DueDetails
              key={due.ruleId}
              due={due}
              state={<DaysLeft days={daysBetween(today, due.dueOn)} />}
            />
          ))
      ) : (
        <p className="dimmed" style={{ margin: 0 }}>
          {cases.form.deadlinesHint}
        </p>
      )}
      {known ? <ErrorNotice error={forecast.error} /> : null}
    </Panel>
  )
}
