import { fail, ok, type Result } from '../../shared/errors.ts'
import type { TraceDay } from '../../shared/model/calendar.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ClockRule } from '../../shared/model/rule.ts'
import { dayKind, isProvisional, type Calendar } from '../calendar/calendar.ts'
import { addDays, daysBetween, yearOf } from '../calendar/days.ts'

/** Days that are not counted: from the first of them up to, but not including, the day of resumption. */
export type Pause = { from: LocalDate; until: LocalDate }

/** `statedDueOn`: the last day that the request itself states, for the unit `stated`. */
export type Term = Pick<ClockRule, 'unit' | 'amount'> & {
  statedDueOn?: LocalDate | null
  pauses?: readonly Pause[]
}

export type DueOn = {
  dueOn: LocalDate
  /** Every day from the start event to the due date, counted or passed over, with the reason. */
  trace: TraceDay[]
  /** The date rests on a year that is known by rule only. */
  provisional: boolean
}

/**
 * The last day of a term. The day of the event is day 0 (Civil Code art. 173); working days are counted by the calendar;
 * a calendar term whose last day is off ends on the next working day (art. 175). The day lasts until 24:00 (art. 176).
 * Refuses with `calendarYearMissing` where the way leads into a year without a table.
 */
export function computeDueDate(startedOn: LocalDate, term: Term, calendar: Calendar): Result<DueOn> {
  const start: TraceDay = { date: startedOn, count: 0, reason: { kind: 'start' } }
  switch (term.unit) {
    case 'immediate':
      // «С момента обращения» (policy cl. 28(4)): the very day, though it be a day off.
      return ok({ dueOn: startedOn, trace: [start], provisional: false })
    case 'workingDays':
      return countWorkingDays(start, term, calendar)
    case 'calendarDays':
      return countCalendarDays(start, term, calendar)
    case 'stated':
      return countToStated(start, term.statedDueOn ?? null, calendar)
  }
}

function isPaused(date: LocalDate, { pauses }: Term): boolean {
  return (pauses ?? []).some(({ from, until }) => from <= date && date < until)
}

function countWorkingDays(start: TraceDay, term: Term, calendar: Calendar): Result<DueOn> {
  const trace = [start]
  let date = start.date
  for (let counted = 0; counted < term.amount;) {
    date = addDays(date, 1)
    const day = dayKind(calendar, date)
    if (!day.known) return fail('calendarYearMissing', { year: day.year })
    const stands = isPaused(date, term)
    if (day.works && !stands) counted += 1
    trace.push({
      date,
      count: day.works && !stands ? counted : null,
      reason: day.works && stands ? { kind: 'paused' } : day.reason,
    })
  }
  return ok({ dueOn: date, trace, provisional: restsOnRule(start.date, date, calendar) })
}

function countCalendarDays(start: TraceDay, term: Term, calendar: Calendar): Result<DueOn> {
  const trace = [start]
  let lastDay = start.date
  for (let counted = 0; counted < term.amount;) {
    lastDay = addDays(lastDay, 1)
    const stands = isPaused(lastDay, term)
    if (!stands) counted += 1
    trace.push({
      date: lastDay,
      count: stands ? null : counted,
      reason: stands ? { kind: 'paused' } : { kind: 'calendar' },
    })
  }
  for (let date = lastDay; ; date = addDays(date, 1)) {
    const day = dayKind(calendar, date)
    if (!day.known) return fail('calendarYearMissing', { year: day.year })
    const stands = isPaused(date, term)
    if (date !== lastDay) trace.push({ date, count: null, reason: stands ? { kind: 'paused' } : day.reason })
    else if (!day.works) trace.splice(-1, 1, { date, count: term.amount, reason: day.reason })
    if (day.works && !stands) {
      return ok({ dueOn: date, trace, provisional: restsOnRule(lastDay, date, calendar) })
    }
  }
}

/** The request's own day stands as it is written, though it be a day off. */
function countToStated(start: TraceDay, dueOn: LocalDate | null, calendar: Calendar): Result<DueOn> {
  if (dueOn === null) return fail('caseFieldMissing', { field: 'statedDueOn' })
  if (dueOn < start.date) return fail('dateTooEarly', { earliest: start.date })
  const trace = [start]
  for (let count = 1; count <= daysBetween(start.date, dueOn); count += 1) {
    const date = addDays(start.date, count)
    const day = dayKind(calendar, date)
    if (!day.known) return fail('calendarYearMissing', { year: day.year })
    trace.push({ date, count, reason: day.works ? { kind: 'calendar' } : day.reason })
  }
  return ok({ dueOn, trace, provisional: false })
}

/** A year on the way is known by rule only. */
export function restsOnRule(from: LocalDate, to: LocalDate, calendar: Calendar): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (isProvisional(calendar, year)) return true
  return false
}

/**
 * The day from which the desk warns: so many working days before the due date, and not before the clock started.
 * Where the way back leads into a year without a table, the due date itself.
 */
export function warningDay(
  startedOn: LocalDate,
  dueOn: LocalDate,
  workingDays: number,
  calendar: Calendar,
): LocalDate {
  let date = dueOn
  for (let left = workingDays; left > 0 && date > startedOn;) {
    date = addDays(date, -1)
    const day = dayKind(calendar, date)
    if (!day.known) return dueOn
    if (day.works) left -= 1
  }
  return date
}
