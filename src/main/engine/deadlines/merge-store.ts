import type { ClockEvent } from '../../../shared/model/case.ts'
import type { CaseId, ClockId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { refreshDueOn, runningClocks } from './store.ts'

/** Gives a case the running clocks of another whose rules it has no clock of its own of, and tells them for the record. */
export function moveClocks(db: WritableDb, fromId: CaseId, intoId: CaseId): string {
  const known = new Set(
    db
      .all<{ ruleId: string }>(`SELECT rule_id AS ruleId FROM clock WHERE ${own}`, intoId)
      .map(({ ruleId }) => ruleId),
  )
  const moved = runningClocks(db, fromId).filter(({ rule }) => !known.has(rule.id))
  for (const { id } of moved) {
    db.run('UPDATE clock SET case_id = ? WHERE id = ?', intoId, id)
    db.run('INSERT INTO merged_clock (clock_id, from_id) VALUES (?, ?)', id, fromId)
  }
  refreshDueOn(db, intoId)
  return moved.map(({ rule, dueOn }) => `${rule.id} v${rule.version} → ${dueOn}`).join('; ')
}

/** Clocks of a case but those of others, which go back when these are taken up again. */
const own = 'case_id = ? AND NOT EXISTS (SELECT 1 FROM merged_clock WHERE clock_id = clock.id)'

/** Whether a clock of its own runs in a case by a rule. */
export function runsOwnClock(db: ReadableDb, caseId: CaseId, ruleId: string): boolean {
  const sql = `SELECT 1 FROM clock WHERE ${own} AND rule_id = ? AND ended_on IS NULL`
  return db.get(sql, caseId, ruleId) !== undefined
}

/** A clock that went over, the case that has it now, and all that it went through since. */
type Gone = { mergeId: number; clockId: ClockId; ruleId: string; holderId: CaseId }

/**
 * Gives a case back the clocks that went over with its merge, as clocks that the merge ended: those that run still, or
 * ended only by one of the events. What a deed has met stays, and so does what a destroyed case had. Tells the rules of
 * the clocks that each of the other cases, through which they went, has no more.
 */
export function returnClocks(
  db: WritableDb,
  caseId: CaseId,
  endings: readonly ClockEvent[],
  on: LocalDate,
): Map<CaseId, string[]> {
  const told = new Map<CaseId, string[]>()
  for (const { mergeId, clockId, ruleId, holderId } of clocksGone(db, caseId, endings)) {
    const through = passedThrough(db, clockId, mergeId)
    db.run('DELETE FROM merged_clock WHERE clock_id = ? AND id >= ?', clockId, mergeId)
    db.run(
      "UPDATE clock SET case_id = ?, ended_on = coalesce(ended_on, ?), ended_by = 'merged' WHERE id = ?",
      caseId,
      on,
      clockId,
    )
    for (const id of [...through, holderId]) told.set(id, [...(told.get(id) ?? []), ruleId])
    refreshDueOn(db, holderId)
  }
  return told
}

function clocksGone(db: ReadableDb, caseId: CaseId, endings: readonly ClockEvent[]): Gone[] {
  return db.all<Gone>(
    `SELECT m.id AS mergeId, k.id AS clockId, k.rule_id AS ruleId, k.case_id AS holderId
     FROM merged_clock m JOIN clock k ON k.id = m.clock_id JOIN cases c ON c.id = k.case_id
     WHERE m.from_id = ? AND c.destroyed = 0
       AND (k.ended_on IS NULL OR k.ended_by IN (SELECT value FROM json_each(?)))
     ORDER BY m.id`,
    caseId,
    JSON.stringify(endings),
  )
}

/** The cases that gave the clock on after a merge. */
function passedThrough(db: ReadableDb, clockId: ClockId, mergeId: number): CaseId[] {
  return db
    .all<{ id: CaseId }>(
      'SELECT from_id AS id FROM merged_clock WHERE clock_id = ? AND id > ? ORDER BY id',
      clockId,
      mergeId,
    )
    .map(({ id }) => id)
}
