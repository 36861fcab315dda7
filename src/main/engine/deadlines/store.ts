import type { StartedClock } from '../../../core/deadlines/start.ts'
import { daysBetween } from '../../../core/calendar/days.ts'
import type { Clock, DueDate } from '../../../shared/model/clock.ts'
import type { ClockEvent } from '../../../shared/model/case.ts'
import type { CaseId, ClockId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { ClockRule } from '../../../shared/model/rule.ts'
import { TraceDay } from '../../../shared/model/calendar.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { adjustmentsOfCase } from './adjustment-store.ts'
import { readConfirmations, type Confirmations } from './confirmation-store.ts'
import { ruleText, ruleTextId } from './rule-text-store.ts'

/** Stands in `cases.due_on` while no clock runs, so that such cases come last. */
export const noDueDate = '9999-12-31'

type ClockRow = {
  id: ClockId
  startedOn: LocalDate
  dueOn: LocalDate
  provisional: number
  endedOn: LocalDate | null
  endedBy: ClockEvent | null
  rule: string
  trace: string
  effectiveOn: LocalDate
  effectiveTrace: string | null
  paused: number
  warnOn: LocalDate
}

const columns = `id, started_on AS startedOn, due_on AS dueOn, provisional, ended_on AS endedOn,
  ended_by AS endedBy, ${ruleText} AS rule, trace, effective_on AS effectiveOn, effective_trace AS effectiveTrace, paused,
  warn_on AS warnOn`

export function insertClock(db: WritableDb, caseId: CaseId, clock: StartedClock): void {
  db.run(
    `INSERT INTO clock (case_id, rule_id, rule_version, started_on, due_on, effective_on, warn_on, provisional,
       clock_rule_id, trace) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    caseId,
    clock.rule.id,
    clock.rule.version,
    clock.startedOn,
    clock.dueOn,
    clock.dueOn,
    clock.warnOn,
    clock.provisional ? 1 : 0,
    ruleTextId(db, clock.rule),
    JSON.stringify(clock.trace),
  )
}

export function endClock(db: WritableDb, id: ClockId, on: LocalDate, by: ClockEvent): void {
  db.run('UPDATE clock SET ended_on = ?, ended_by = ? WHERE id = ?', on, by, id)
}

/** Lets clocks that ended by one of the events run again, by the dates they had, and gives them. */
export function resumeClocks(
  db: WritableDb,
  caseId: CaseId,
  endings: readonly ClockEvent[],
): RunningClockOfCase[] {
  const before = new Set(runningClocks(db, caseId).map(({ id }) => id))
  for (const ending of endings)
    db.run(
      'UPDATE clock SET ended_on = NULL, ended_by = NULL WHERE case_id = ? AND ended_by = ?',
      caseId,
      ending,
    )
  return runningClocks(db, caseId).filter(({ id }) => !before.has(id))
}

/** Writes the nearest date that holds of the running clocks to the case, where the list sorts by it. */
export function refreshDueOn(db: WritableDb, caseId: CaseId): void {
  db.run(
    `UPDATE cases SET due_on =
       coalesce((SELECT min(effective_on) FROM clock WHERE case_id = cases.id AND ended_on IS NULL), '${noDueDate}')
     WHERE id = ?`,
    caseId,
  )
}

type RunningClockOfCase = { id: ClockId; startedOn: LocalDate; dueOn: LocalDate; rule: ClockRule }

/** Clocks that run, with the rule each started by. */
export function runningClocks(db: ReadableDb, caseId: CaseId): RunningClockOfCase[] {
  return db
    .all<ClockRow>(`SELECT ${columns} FROM clock WHERE case_id = ? AND ended_on IS NULL ORDER BY id`, caseId)
    .map((row) => ({
      id: row.id,
      startedOn: row.startedOn,
      dueOn: row.dueOn,
      rule: ClockRule.parse(JSON.parse(row.rule)),
    }))
}

/**
 * True where a clock ended after the date that holds, or runs past it. A statutory date counts as it stands in the law,
 * whatever pause or extension was agreed: the record has to say why it was passed.
 */
export function isLate(db: ReadableDb, caseId: CaseId, today: LocalDate): boolean {
  const sql = `SELECT 1 FROM clock WHERE case_id = ? AND coalesce(ended_on, ?) >
    iif(${ruleText} ->> '$.nature' = 'statutory', min(due_on, effective_on), effective_on) LIMIT 1`
  return db.get(sql, caseId, today) !== undefined
}

/** All clocks of a case, the nearest due date first. */
export function clocksOfCase(db: ReadableDb, caseId: CaseId, today: LocalDate): Clock[] {
  const confirmed = readConfirmations(db)
  const adjustments = adjustmentsOfCase(db, caseId)
  return db
    .all<ClockRow>(`SELECT ${columns} FROM clock WHERE case_id = ? ORDER BY effective_on, id`, caseId)
    .map((row) => ({
      ...describeDueDate(confirmed, {
        rule: ClockRule.parse(JSON.parse(row.rule)),
        startedOn: row.startedOn,
        dueOn: row.dueOn,
        provisional: row.provisional === 1,
        trace: traceOf(row.trace),
        warnOn: row.warnOn,
      }),
      id: row.id,
      adjusted:
        row.effectiveTrace === null ? null : { dueOn: row.effectiveOn, trace: traceOf(row.effectiveTrace) },
      paused: row.paused === 1,
      adjustments: adjustments.filter(({ clockId }) => clockId === row.id),
      daysLeft: row.endedOn === null ? daysBetween(today, row.effectiveOn) : null,
      endedOn: row.endedOn,
      endedBy: row.endedBy,
      late: (row.endedOn ?? today) > row.effectiveOn,
    }))
}

function traceOf(json: string): TraceDay[] {
  return TraceDay.array().parse(JSON.parse(json))
}

/** A clock as the desk shows it. */
export function describeDueDate(confirmed: Confirmations, clock: StartedClock): DueDate {
  const { rule } = clock
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    title: rule.title,
    nature: rule.nature,
    basis: rule.basis,
    source: rule.source,
    unit: rule.unit,
    amount: rule.amount,
    ruleConfirmed: confirmed(rule) !== null,
    provisional: clock.provisional,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    trace: clock.trace,
    warnOn: clock.warnOn,
  }
}
