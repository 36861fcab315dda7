import { ok, type Result } from '../../shared/errors.ts'
import type { CaseKind, ClockEvent, Ground } from '../../shared/model/case.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ClockRule } from '../../shared/model/rule.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { isDisputed } from '../casework/fields.ts'
import { computeDueDate, type DueOn, warningDay } from './due-date.ts'
import { rulesOfReceipt, rulesStartedBy } from './rules.ts'

/** The law as the packs hold it. */
export type Law = { rules: readonly ClockRule[]; calendar: Calendar }

/** A clock as it starts to run. */
export type StartedClock = DueOn & { rule: ClockRule; startedOn: LocalDate; warnOn: LocalDate }

/** What the receipt of a request tells its clocks. */
export type Receipt = {
  kind: CaseKind
  receivedOn: LocalDate
  /** Documents that prove the right data came with it. */
  documentsEnclosed: boolean
  ground: Ground | null
  statedDueOn: LocalDate | null
}

/** The clocks that the receipt of a request starts. Fails with `ruleMissing`, `calendarYearMissing` or `dateTooEarly`. */
export function clocksOfReceipt(law: Law, receipt: Receipt): Result<StartedClock[]> {
  const { kind, receivedOn } = receipt
  const received = rulesOfReceipt(law.rules, kind, receivedOn)
  if (!received.ok) return received
  const more: ClockEvent[] = [
    ...(isDisputed(kind, receipt.ground) ? (['disputed'] as const) : []),
    ...(receipt.documentsEnclosed ? (['documentsReceived'] as const) : []),
  ]
  const rules = more.flatMap((event) => rulesStartedBy(law.rules, kind, event, receivedOn))
  return startAll([...received.value, ...rules], receivedOn, law.calendar, receipt.statedDueOn)
}

/** The clocks that a later event starts; often none. Fails with `calendarYearMissing`. */
export function clocksOfEvent(
  law: Law,
  kind: CaseKind,
  event: ClockEvent,
  on: LocalDate,
): Result<StartedClock[]> {
  return startAll(rulesStartedBy(law.rules, kind, event, on), on, law.calendar, null)
}

function startAll(
  rules: readonly ClockRule[],
  startedOn: LocalDate,
  calendar: Calendar,
  statedDueOn: LocalDate | null,
): Result<StartedClock[]> {
  const clocks: StartedClock[] = []
  for (const rule of rules) {
    const due = computeDueDate(startedOn, { ...rule, statedDueOn }, calendar)
    if (!due.ok) return due
    const warnOn = warningDay(startedOn, due.value.dueOn, rule.warnWorkingDays, calendar)
    clocks.push({ rule, startedOn, warnOn, ...due.value })
  }
  return ok(clocks)
}
