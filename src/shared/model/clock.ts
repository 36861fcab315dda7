import { z } from 'zod'
import { TraceDay } from './calendar.ts'
import { AdjustmentId, ClockId, Instant } from './ids.ts'
import { Trilingual } from './lang.ts'
import { LocalDate } from './local-date.ts'
import { ClockRule } from './rule.ts'

/** A due date with all that explains it. */
export const DueDate = z.object({
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  title: Trilingual,
  nature: ClockRule.shape.nature,
  basis: Trilingual,
  /** Where the term was taken from. */
  source: Trilingual,
  unit: ClockRule.shape.unit,
  amount: z.number().int(),
  /** False: nobody has compared the rule with the official text yet. */
  ruleConfirmed: z.boolean(),
  /** True: a year on the way is known by rule only, not by an official calendar. */
  provisional: z.boolean(),
  startedOn: LocalDate,
  /** By the rule. Whatever is agreed later, this date stays visible. */
  dueOn: LocalDate,
  trace: z.array(TraceDay),
  /** From this day on the desk warns. */
  warnOn: LocalDate,
})
export type DueDate = z.infer<typeof DueDate>

export const ClockAdjustment = z.object({
  id: AdjustmentId,
  type: z.enum(['pause', 'extension']),
  from: LocalDate,
  /** Of a pause: the first day counted again, null while it lasts. Of an extension: the new last day. */
  until: LocalDate.nullable(),
  reason: z.string(),
  basis: z.string(),
  officer: z.string(),
  at: Instant,
  revoked: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
})
export type ClockAdjustment = z.infer<typeof ClockAdjustment>

export const Clock = DueDate.extend({
  id: ClockId,
  /** The date that holds and its way, where a pause or an extension moved it. */
  adjusted: z.object({ dueOn: LocalDate, trace: z.array(TraceDay) }).nullable(),
  /** The clock stands still now. */
  paused: z.boolean(),
  adjustments: z.array(ClockAdjustment),
  /** Calendar days from today to the date that holds; negative once it is late. Null when the clock has ended. */
  daysLeft: z.number().int().nullable(),
  endedOn: LocalDate.nullable(),
  endedBy: z.string().nullable(),
  late: z.boolean(),
})
export type Clock = z.infer<typeof Clock>
