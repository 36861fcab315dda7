import { ok, type Result } from '../../shared/errors.ts'
import type { CaseKind, ClockEvent } from '../../shared/model/case.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ClockRule } from '../../shared/model/rule.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { computeDueDate, type DueOn } from './due-date.ts'
import { rulesOfReceipt, rulesStartedBy } from './rules.ts'

/** The law as the packs hold it. */
export type Law = { rules: readonly ClockRule[]; calendar: Calendar }

/** A clock as it starts to run. */
export type StartedClock = DueOn & { rule: ClockRule; startedOn: LocalDate }

/** The clocks that the receipt of a request starts. Fails with `ruleMissing` or `calendarYearMissing`. */
export function clocksOfReceipt(
  law: Law,
  kind: CaseKind,
  receivedOn: LocalDate,
  documentsEnclosed: boolean,
): Result<StartedClock[]> {
  const received = rulesOfReceipt(law.rules, kind, receivedOn)
  if (!received.ok) return received
  const documents = documentsEnclosed ? rulesStartedBy(law.rules, kind, 'documentsReceived', receivedOn) : []
  return startAll([...received.value, ...documents], receivedOn, law.calendar)
}

/** The clocks that a later event starts; often none. Fails with `calendarYearMissing`. */
export function clocksOfEvent(
  law: Law,
  kind: CaseKind,
  event: ClockEvent,
  on: LocalDate,
): Result<StartedClock[]> {
  return startAll(rulesStartedBy(law.rules, kind, event, on), on, law.calendar)
}

function startAll(
  rules: readonly ClockRule[],
  startedOn: LocalDate,
  calendar: Calendar,
): Result<StartedClock[]> {
  const clocks: StartedClock[] = []
  for (const rule of rules) {
    const due = computeDueDate(startedOn, rule, calendar)
    if (!due.ok) return due
    clocks.push({ rule, startedOn, ...due.value })
  }
  return ok(clocks)
}
