import { z } from 'zod'
import { Trilingual } from './lang.ts'
import { LocalDate } from './local-date.ts'

const NamedDay = z.object({ date: LocalDate, name: Trilingual })

/**
 * The days of one year that the five-day week alone does not tell.
 * `official`: published by the state. `provisional`: derived by rule; the program says so beside each date that rests on it.
 */
export const CalendarYear = z.object({
  year: z.number().int(),
  version: z.number().int().positive(),
  state: z.enum(['official', 'provisional']),
  source: Trilingual,
  /** Weekdays without work: holidays and days moved to stand for them. */
  daysOff: z.array(NamedDay),
  /** Saturdays and Sundays that are worked instead of a weekday. */
  workingWeekends: z.array(NamedDay),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** Why a day was counted or passed over. */
export const DayReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('working') }),
  z.object({ kind: z.literal('workingWeekend'), name: Trilingual }),
  z.object({ kind: z.literal('calendar') }),
  z.object({ kind: z.literal('weekend') }),
  z.object({ kind: z.literal('dayOff'), name: Trilingual }),
  /** The clock stood still. */
  z.object({ kind: z.literal('paused') }),
  /** After the term by the rule, up to the day it was extended to. */
  z.object({ kind: z.literal('extended') }),
])
export type DayReason = z.infer<typeof DayReason>

/** One day of the way from the start of a clock to its due date. `count` is null where the day was passed over. */
export const TraceDay = z.object({
  date: LocalDate,
  count: z.number().int().nonnegative().nullable(),
  reason: DayReason,
})
export type TraceDay = z.infer<typeof TraceDay>
