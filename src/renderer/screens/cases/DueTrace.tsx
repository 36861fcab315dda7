import type { Clock, DueDate } from '../../../shared/model/clock.ts'
import { yearOf } from '../../../core/calendar/days.ts'
import type { CalendarYear, TraceDay } from '../../../shared/model/calendar.ts'
import { api, useAsk } from '../../api.ts'
import { dayAndMonth, weekdayIndex } from '../../i18n/dates.ts'
import { type Texts, useOf, useTexts } from '../../i18n/index.ts'
import styles from './DueTrace.module.css'

type Week = (TraceDay | null)[]

/** The days of a trace in rows of a week, Monday first. */
function weeksOf(trace: readonly TraceDay[]): Week[] {
  const first = trace[0]
  if (!first) return []
  const cells: Week = [...Array<null>(weekdayIndex(first.date)).fill(null), ...trace]
  const weeks: Week[] = []
  for (let start = 0; start < cells.length; start += 7) weeks.push(cells.slice(start, start + 7))
  return weeks
}

type Reckoned = Pick<DueDate, 'title' | 'unit' | 'dueOn' | 'trace'>

/** The date that holds and its way, where another than that by the rule does. */
export function holding(due: DueDate & Partial<Pick<Clock, 'adjusted'>>): Reckoned {
  return { ...due, ...due.adjusted }
}

/** Why the due date is that date: each day on the way, counted or passed over, and where the calendar was taken from. */
export function DueTrace({ due }: { due: Reckoned }) {
  const { cases, words } = useTexts()
  const of = useOf()
  const { dueOn, trace } = due
  const named = trace.filter((day) => 'name' in day.reason)
  const last = trace.at(-1)
  const moved = due.unit === 'calendarDays' && last?.count === null && last.reason.kind !== 'extended'

  return (
    <div className={styles.trace}>
      <table className={styles.weeks}>
        <caption className={styles.caption}>{cases.clock.traceCaption(of(due.title))}</caption>
        <thead>
          <tr>
            {words.weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(trace).map((week, index) => (
            <tr key={week.find((day) => day)?.date ?? index}>
              {week.map((day, column) => (
                <td key={day?.date ?? column}>
                  {day ? <DayCell day={day} isDue={day.date === dueOn} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {named.length > 0 ? (
        <ul className={styles.notes}>
          {named.map((day) => (
            <li key={day.date}>
              {dayAndMonth(day.date)} — {'name' in day.reason ? of(day.reason.name) : ''}
              {day.reason.kind === 'workingWeekend' ? ` (${cases.clock.worked})` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      {moved ? <p className={styles.notes}>{cases.clock.movedByDayOff}</p> : null}
      <Sources trace={trace} />
    </div>
  )
}

/** The calendars that the days were read in, with their sources; of one that was changed since, it is said. */
function Sources({ trace }: { trace: readonly TraceDay[] }) {
  const { deadlines } = useTexts()
  const of = useOf()
  const law = useAsk(['deadlines', 'law'], () => api.deadlines.law({}))
  const years = new Set(trace.map(({ date }) => yearOf(date)))
  return (law.data?.years ?? [])
    .filter(({ year }) => years.has(year))
    .map((table) => (
      <p key={table.year} className={styles.notes}>
        {deadlines.calendarOf(table.year, table.state, of(table.source))}
        {isAsItWas(trace, table) ? null : ` ${deadlines.calendarChanged}`}
      </p>
    ))
}

/** Whether the table still names the days that the trace names, and no others on its way. */
function isAsItWas(trace: readonly TraceDay[], { year, daysOff, workingWeekends }: CalendarYear): boolean {
  const isListed = (days: CalendarYear['daysOff'], date: string): boolean =>
    days.some((day) => day.date === date)
  return trace
    .filter(({ date }) => yearOf(date) === year)
    .every(({ date, reason }) => {
      switch (reason.kind) {
        case 'dayOff':
          return isListed(daysOff, date)
        case 'workingWeekend':
          return isListed(workingWeekends, date)
        case 'working':
          return !isListed(daysOff, date)
        case 'weekend':
          return !isListed(workingWeekends, date)
        case 'start':
        case 'calendar':
        case 'paused':
        case 'extended':
          return true
      }
    })
}

function DayCell({ day, isDue }: { day: TraceDay; isDue: boolean }) {
  const texts = useTexts()
  const { cases } = texts
  const kind = day.reason.kind
  const passed = day.count === null
  return (
    <div className={styles.day} data-passed={passed} data-due={isDue} data-start={kind === 'start'}>
      <span className={styles.date}>{dayAndMonth(day.date)}</span>
      <span className={styles.count}>{passed ? reasonWord(kind, texts) : day.count}</span>
      {isDue ? <span className={styles.mark}>{cases.clock.due}</span> : null}
    </div>
  )
}

function reasonWord(kind: TraceDay['reason']['kind'], { cases, deadlines }: Texts): string {
  switch (kind) {
    case 'weekend':
      return cases.clock.weekend
    case 'dayOff':
      return cases.clock.dayOff
    case 'paused':
      return deadlines.pausedDay
    case 'extended':
      return deadlines.extendedDay
    case 'start':
    case 'working':
    case 'workingWeekend':
    case 'calendar':
      return ''
  }
}
