import type { Adjustment } from '../../../core/deadlines/adjustment.ts'
import type { ClockAdjustment } from '../../../shared/model/clock.ts'
import type { AdjustmentId, CaseId, ClockId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

type Row = Omit<ClockAdjustment, 'revoked'> & {
  clockId: ClockId
  revokedAt: string | null
  revokedBy: string | null
  revocation: string | null
}

const columns = `a.id, a.clock_id AS clockId, a.type, a.from_on AS "from", a.until_on AS until, a.reason, a.basis,
  a.officer, a.at, a.revoked_at AS revokedAt, a.revoked_by AS revokedBy, a.revocation`

function toAdjustment({
  revokedAt,
  revokedBy,
  revocation,
  ...row
}: Row): ClockAdjustment & { clockId: ClockId } {
  const revoked = revokedAt === null ? null : { at: revokedAt, by: revokedBy ?? '', reason: revocation ?? '' }
  return { ...row, revoked }
}

/** Every pause and extension of a case, the oldest first. */
export function adjustmentsOfCase(
  db: ReadableDb,
  caseId: CaseId,
): (ClockAdjustment & { clockId: ClockId })[] {
  return db
    .all<Row>(
      `SELECT ${columns} FROM clock_adjustment a JOIN clock c ON c.id = a.clock_id
       WHERE c.case_id = ? ORDER BY a.id`,
      caseId,
    )
    .map(toAdjustment)
}

/** The pauses and extensions of a clock that hold. */
export function activeAdjustments(
  db: ReadableDb,
  clockId: ClockId,
): (ClockAdjustment & { clockId: ClockId })[] {
  return db
    .all<Row>(
      `SELECT ${columns} FROM clock_adjustment a WHERE a.clock_id = ? AND a.revoked_at IS NULL ORDER BY a.id`,
      clockId,
    )
    .map(toAdjustment)
}

export function findAdjustment(
  db: ReadableDb,
  id: AdjustmentId,
): (ClockAdjustment & { clockId: ClockId }) | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM clock_adjustment a WHERE a.id = ?`, id)
  return row && toAdjustment(row)
}

/** As the rules of counting want them. */
export function toCounted(adjustments: readonly ClockAdjustment[]): Adjustment[] {
  return adjustments.map(({ type, from, until }) =>
    type === 'pause' ? { type, from, until } : { type, until: until ?? from },
  )
}

export function insertAdjustment(
  db: WritableDb,
  clockId: ClockId,
  one: Pick<ClockAdjustment, 'type' | 'from' | 'until' | 'reason' | 'basis' | 'officer' | 'at'>,
): void {
  db.run(
    `INSERT INTO clock_adjustment (clock_id, type, from_on, until_on, reason, basis, officer, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    clockId,
    one.type,
    one.from,
    one.until,
    one.reason,
    one.basis,
    one.officer,
    one.at,
  )
}

export function endPause(db: WritableDb, id: AdjustmentId, on: LocalDate): void {
  db.run('UPDATE clock_adjustment SET until_on = ? WHERE id = ?', on, id)
}

export function markRevoked(
  db: WritableDb,
  id: AdjustmentId,
  by: { at: string; officer: string; reason: string },
): void {
  db.run(
    'UPDATE clock_adjustment SET revoked_at = ?, revoked_by = ?, revocation = ? WHERE id = ?',
    by.at,
    by.officer,
    by.reason,
    id,
  )
}
