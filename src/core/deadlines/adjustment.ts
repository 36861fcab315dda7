import { fail, ok, type Result } from '../../shared/errors.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import { dayKind, type Calendar } from '../calendar/calendar.ts'
import { addDays } from '../calendar/days.ts'
import { checkDate } from '../casework/steps.ts'
import { computeDueDate, restsOnRule, type DueOn, type Pause, type Term } from './due-date.ts'

/** A pause or an extension that holds. A pause that lasts has no end yet. */
export type Adjustment =
  { type: 'pause'; from: LocalDate; until: LocalDate | null } | { type: 'extension'; until: LocalDate }

/**
 * The date that holds, where it is another than by the rule; null where nothing moves it. Days of a pause are not
 * counted; while a pause lasts, the date by the rule stands. An extension holds where it is the later date; one that ends
 * on a day off ends on the next working day (Civil Code art. 175). It does not lead into a year without a table.
 */
export function adjustedDueDate(
  startedOn: LocalDate,
  term: Term,
  adjustments: readonly Adjustment[],
  calendar: Calendar,
): Result<DueOn | null> {
  const pauses = adjustments.flatMap((one): Pause[] =>
    one.type === 'pause' && one.until !== null ? [{ from: one.from, until: one.until }] : [],
  )
  const extension = adjustments
    .flatMap((one) => (one.type === 'extension' ? [one.until] : []))
    .toSorted()
    .at(-1)
  if (pauses.length === 0 && extension === undefined) return ok(null)
  const counted = computeDueDate(startedOn, { ...term, pauses }, calendar)
  if (!counted.ok || extension === undefined || extension <= counted.value.dueOn) return counted
  const trace = [...counted.value.trace]
  for (let date = addDays(counted.value.dueOn, 1); ; date = addDays(date, 1)) {
    const day = dayKind(calendar, date)
    if (!day.known) return fail('calendarYearMissing', { year: day.year })
    const isOver = date >= extension && day.works
    trace.push({ date, count: null, reason: date > extension && !isOver ? day.reason : { kind: 'extended' } })
    if (isOver) return ok({ dueOn: date, trace, provisional: restsOnRule(startedOn, date, calendar) })
  }
}

/** Whether the date that holds rests on a year known by rule only: that by the rule does, or it leads on into such a year. */
export function isProvisionalNow(
  byRule: Pick<DueOn, 'dueOn' | 'provisional'>,
  effectiveOn: LocalDate,
  calendar: Calendar,
): boolean {
  return (
    byRule.provisional || (effectiveOn > byRule.dueOn && restsOnRule(byRule.dueOn, effectiveOn, calendar))
  )
}

type Stage = { startedOn: LocalDate; effectiveOn: LocalDate; unit: Term['unit'] }

/**
 * A clock can stand still from a day between its start and today, if days are counted at all and none stands yet. The day
 * of the event is day 0 (Civil Code art. 173): there is nothing to stand still on it.
 */
export function checkPause(
  { startedOn, unit }: Stage,
  pauses: readonly { from: LocalDate; until: LocalDate | null }[],
  from: LocalDate,
  today: LocalDate,
): Result<LocalDate> {
  if (unit === 'immediate' || unit === 'stated') return fail('clockNotPausable', {})
  if (pauses.some(({ until }) => until === null || from < until)) return fail('pausesOverlap', {})
  const first = addDays(startedOn, 1)
  if (first > today) return fail('clockNotBegun', { first })
  return checkDate(from, first, today)
}

/** An extension leads past the date that holds. */
export function checkExtension({ effectiveOn }: Stage, until: LocalDate): Result<LocalDate> {
  return until > effectiveOn ? ok(until) : fail('extensionNotLater', { dueOn: effectiveOn })
}
