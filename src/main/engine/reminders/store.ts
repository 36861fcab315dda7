import type { ClockId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export type Reminder = {
  clockId: ClockId
  caseNumber: string
  stage: 'warned' | 'due' | 'late'
  effectiveOn: LocalDate
}

const stage = `CASE WHEN k.effective_on < ? THEN 'late' WHEN k.effective_on = ? THEN 'due' ELSE 'warned' END`

const untold = `FROM clock k JOIN cases c ON c.id = k.case_id
  WHERE k.ended_on IS NULL AND k.warn_on <= ? AND NOT EXISTS (
    SELECT 1 FROM reminder r WHERE r.clock_id = k.id AND r.effective_on = k.effective_on AND r.stage = ${stage})`

/** Clocks at a stage that the officer was not told of, the nearest first. */
export function untoldReminders(db: ReadableDb, today: LocalDate): Reminder[] {
  return db.all(
    `SELECT k.id AS clockId, c.number AS caseNumber, ${stage} AS stage, k.effective_on AS effectiveOn
     ${untold} ORDER BY k.effective_on, k.id`,
    today,
    today,
    today,
    today,
    today,
  )
}

export function hasUntoldReminders(db: ReadableDb, today: LocalDate): boolean {
  return db.get(`SELECT 1 ${untold} LIMIT 1`, today, today, today) !== undefined
}

export function insertReminder(
  db: WritableDb,
  { clockId, stage: of, effectiveOn }: Reminder,
  at: string,
): void {
  db.run(
    'INSERT INTO reminder (clock_id, stage, effective_on, told_at) VALUES (?, ?, ?, ?)',
    clockId,
    of,
    effectiveOn,
    at,
  )
}
