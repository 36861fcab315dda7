import { z } from 'zod'
import { CaseKind, ClockEvent } from './case.ts'
import { Trilingual } from './lang.ts'
import { LocalDate } from './local-date.ts'

/**
 * One clock. `immediate`: the very day of the start event. `workingDays`: day 1 is the next working day.
 * `calendarDays`: day 1 is the next day; a last day that is off moves to the next working day (Civil Code art. 172–176).
 * `stated`: the last day stands in the request itself.
 */
export const ClockRule = z.object({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.number().int().positive(),
  kinds: z.array(CaseKind).min(1),
  title: Trilingual,
  nature: z.enum(['statutory', 'policy', 'internal']),
  /** The article or clause, as letters and screens cite it. */
  basis: Trilingual,
  /** Where the term was taken from. */
  source: Trilingual,
  /** The officer who compared the rule with the official text, or null. */
  confirmed: z.object({ by: z.string().min(1), on: LocalDate }).nullable(),
  unit: z.enum(['immediate', 'workingDays', 'calendarDays', 'stated']),
  amount: z.number().int().nonnegative(),
  /** How many working days before the due date the desk begins to warn. */
  warnWorkingDays: z.number().int().nonnegative(),
  startsOn: ClockEvent,
  endsOn: z.array(ClockEvent).min(1),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
})
export type ClockRule = z.infer<typeof ClockRule>
