import { z } from 'zod'
import { CaseKind } from '../model/case.ts'
import { Bytes, CaseId, ClockId } from '../model/ids.ts'
import { Trilingual, UiLang } from '../model/lang.ts'
import { LocalDate } from '../model/local-date.ts'
import { query } from './call.ts'

/** A clock that runs, as the day sheet shows it. */
export const DueLine = z.object({
  clockId: ClockId,
  caseId: CaseId,
  caseNumber: z.string(),
  kind: CaseKind,
  applicantName: z.string(),
  title: Trilingual,
  /** The date that holds. */
  dueOn: LocalDate,
  /** The date by the rule, where a pause or an extension moved it; it stays visible. */
  ruleDueOn: LocalDate.nullable(),
  /** Until the office closes on that date; null where a year has no calendar. */
  workingMinutesLeft: z.number().int().nonnegative().nullable(),
  ruleConfirmed: z.boolean(),
  provisional: z.boolean(),
  paused: z.boolean(),
})
export type DueLine = z.infer<typeof DueLine>

const lines = { total: z.number().int(), lines: z.array(DueLine) }

const DayMark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working') }),
  z.object({ kind: z.literal('weekend') }),
  z.object({ kind: z.literal('dayOff'), name: Trilingual }),
  z.object({ kind: z.literal('workingWeekend'), name: Trilingual }),
  /** The year has no calendar. */
  z.object({ kind: z.literal('unknown') }),
])
export type DayMark = z.infer<typeof DayMark>

/** No more than the six weeks that a month may touch. */
const monthSpan = z.object({ from: LocalDate, days: z.number().int().min(1).max(42) })

export const day = {
  /** What is due and when, the fewest working hours first. A group holds its first lines and how many there are. */
  sheet: query({
    input: z.object({}),
    output: z.object({
      today: LocalDate,
      groups: z.array(
        z.object({
          id: z.enum(['late', 'today', 'tomorrow', 'week', 'warned']),
          from: LocalDate,
          to: LocalDate,
          ...lines,
        }),
      ),
    }),
  }),
  /** How many clocks of open cases run until each day, and what the calendar says of it. */
  month: query({
    input: monthSpan,
    output: z.object({
      today: LocalDate,
      days: z.array(z.object({ date: LocalDate, due: z.number().int(), mark: DayMark })),
    }),
  }),
  list: query({ input: z.object({ on: LocalDate }), output: z.object(lines) }),
  /** The clocks that run, or those due in a span, as an iCalendar file: numbers and titles only. */
  calendarFile: query({
    input: z.object({ lang: UiLang, span: z.object({ from: LocalDate, to: LocalDate }).nullable() }),
    output: z.object({ name: z.string(), bytes: Bytes }),
    discloses: 'calendarExported',
  }),
}
