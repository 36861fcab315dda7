import type { TraceDay } from '../../../shared/model/calendar.ts'
import type { CaseId, ClockId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { Recount } from './moves.ts'
import { ruleText, ruleTextId } from './rule-text-store.ts'

/** A clock with what it takes to date it anew. `rule` is the stored JSON of the rule it started by. */
export type RunningClock = {
  id: ClockId
  caseId: CaseId
  caseNumber: string
  ruleId: string
  ruleVersion: number
  rule: string
  startedOn: LocalDate
  dueOn: LocalDate
  effectiveOn: LocalDate
  endedOn: LocalDate | null
  isAdjusted: boolean
}

type Row = Omit<RunningClock, 'isAdjusted'> & { isAdjusted: number }

const columns = `k.id, k.case_id AS caseId, c.number AS caseNumber, k.rule_id AS ruleId, k.rule_version AS ruleVersion,
  ${ruleText} AS rule, k.started_on AS startedOn, k.due_on AS dueOn, k.effective_on AS effectiveOn, k.ended_on AS endedOn,
  EXISTS (SELECT 1 FROM clock_adjustment a WHERE a.clock_id = k.id AND a.revoked_at IS NULL) AS isAdjusted`

function toClock({ isAdjusted, ...row }: Row): RunningClock {
  return { ...row, isAdjusted: isAdjusted === 1 }
}

export function findClock(db: ReadableDb, id: ClockId): RunningClock | undefined {
  const row = db.get<Row>(
    `SELECT ${columns} FROM clock k JOIN cases c ON c.id = k.case_id WHERE k.id = ?`,
    id,
  )
  return row && toClock(row)
}

/** What the date of a running clock without a pause or an extension follows from, and the date. */
export type Dated = Pick<RunningClock, 'ruleId' | 'ruleVersion' | 'startedOn' | 'dueOn' | 'effectiveOn'>

/** How the running clocks are dated, each way once; many share one. */
export function waysDated(db: ReadableDb): Dated[] {
  return db.all(`SELECT DISTINCT rule_id AS ruleId, rule_version AS ruleVersion, started_on AS startedOn,
      due_on AS dueOn, effective_on AS effectiveOn
    FROM clock INDEXED BY clock_alike WHERE ended_on IS NULL`)
}

/** The running clocks that are dated so and have no pause or extension. */
export function clocksDated(db: ReadableDb, dated: Dated): RunningClock[] {
  return db
    .all<Row>(
      `SELECT ${columns} FROM clock k INDEXED BY clock_alike CROSS JOIN cases c ON c.id = k.case_id
       WHERE k.ended_on IS NULL AND k.rule_id = ? AND k.rule_version = ? AND k.started_on = ? AND k.due_on = ?
         AND k.effective_on = ? AND NOT isAdjusted`,
      dated.ruleId,
      dated.ruleVersion,
      dated.startedOn,
      dated.dueOn,
      dated.effectiveOn,
    )
    .map(toClock)
}

/** The running clocks with a pause or an extension that holds. */
export function adjustedClocks(db: ReadableDb): RunningClock[] {
  return db
    .all<Row>(
      `SELECT ${columns} FROM clock k JOIN cases c ON c.id = k.case_id
       WHERE k.ended_on IS NULL AND k.id IN (SELECT clock_id FROM clock_adjustment WHERE revoked_at IS NULL)`,
    )
    .map(toClock)
}

/** Stores the date that holds, beside the date by the rule. */
export function adjustClock(
  db: WritableDb,
  id: ClockId,
  to: {
    effectiveOn: LocalDate
    trace: readonly TraceDay[] | null
    provisional: boolean
    paused: boolean
    warnOn: LocalDate
  },
): void {
  db.run(
    'UPDATE clock SET effective_on = ?, effective_trace = ?, provisional = ?, paused = ?, warn_on = ? WHERE id = ?',
    to.effectiveOn,
    to.trace && JSON.stringify(to.trace),
    to.provisional ? 1 : 0,
    to.paused ? 1 : 0,
    to.warnOn,
    id,
  )
}

/** Dates a clock by another rule or calendar; a pause or an extension goes on. */
export function moveClock(
  db: WritableDb,
  { clockId, rule, due, provisional, adjusted, to, warnOn }: Recount,
): void {
  db.run(
    `UPDATE clock SET rule_version = ?, clock_rule_id = ?, due_on = ?, trace = ?, provisional = ?, effective_on = ?,
       effective_trace = ?, warn_on = ? WHERE id = ?`,
    rule.version,
    ruleTextId(db, rule),
    due.dueOn,
    JSON.stringify(due.trace),
    provisional ? 1 : 0,
    to,
    adjusted && JSON.stringify(adjusted.trace),
    warnOn,
    clockId,
  )
}

/** Stores what else the calendar tells of all running clocks that are dated so. */
export function remarkClocks(
  db: WritableDb,
  dated: Dated,
  { provisional, warnOn }: { provisional: boolean; warnOn: LocalDate },
): void {
  const marks = [provisional ? 1 : 0, warnOn]
  db.run(
    `UPDATE clock INDEXED BY clock_alike SET provisional = ?, warn_on = ?
     WHERE ended_on IS NULL AND rule_id = ? AND rule_version = ? AND started_on = ? AND due_on = ? AND effective_on = ?
       AND (provisional <> ? OR warn_on <> ?)`,
    ...marks,
    dated.ruleId,
    dated.ruleVersion,
    dated.startedOn,
    dated.dueOn,
    dated.effectiveOn,
    ...marks,
  )
}
