import type { Verification } from '../../../shared/contract/cases.ts'
import type { Representative } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export function insertRepresentative(db: WritableDb, caseId: CaseId, who: Representative): void {
  db.run(
    `INSERT OR REPLACE INTO representative (case_id, name, power_number, power_issued_on, power_issuer, power_valid_until)
     VALUES (?, ?, ?, ?, ?, ?)`,
    caseId,
    who.name,
    who.powerNumber,
    who.powerIssuedOn,
    who.powerIssuer,
    who.powerValidUntil,
  )
}

export function deleteRepresentative(db: WritableDb, caseId: CaseId): void {
  db.run('DELETE FROM representative WHERE case_id = ?', caseId)
}

/** Who acts for the applicant; null: nobody does. */
export function representativeOf(db: ReadableDb, caseId: CaseId): Representative | null {
  const row = db.get<Representative>(
    `SELECT name, power_number AS powerNumber, power_issued_on AS powerIssuedOn, power_issuer AS powerIssuer,
       power_valid_until AS powerValidUntil
     FROM representative WHERE case_id = ?`,
    caseId,
  )
  return row ?? null
}

export function insertVerification(
  db: WritableDb,
  caseId: CaseId,
  round: number,
  verification: Verification,
): void {
  db.run(
    'INSERT INTO verification (case_id, round, method, compared, confirmed, officer, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    caseId,
    round,
    verification.method,
    verification.compared,
    verification.confirmed ? 1 : 0,
    verification.officer,
    verification.at,
  )
}

/** Somebody else speaks for the applicant now: who asked before says nothing of them. */
export function supersedeVerifications(db: WritableDb, caseId: CaseId): void {
  db.run('UPDATE verification SET superseded = 1 WHERE case_id = ?', caseId)
}

/**
 * Whether somebody else asks, as far as one knows, than when a message was last put into the queue; another language alone
 * makes nobody else.
 */
export function isOfOthersSince(db: ReadableDb, caseId: CaseId, messageId: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM audit WHERE case_id = ? AND action IN ('applicantCorrected', 'representativeSet')
         AND seq > (SELECT max(seq) FROM audit WHERE case_id = ? AND action IN ('mailQueued', 'mailRetried')
           AND details ->> 'messageId' = ?)
         AND EXISTS (SELECT 1 FROM json_each(details) WHERE key <> 'lang') LIMIT 1`,
      caseId,
      caseId,
      messageId,
    ) !== undefined
  )
}

/** The last attempt to verify who asks, since the case was last opened and whoever speaks for the applicant was named. */
export function verificationOf(
  db: ReadableDb,
  { id, round }: { id: CaseId; round: number },
): Pick<Verification, 'method' | 'confirmed'> | undefined {
  const row = db.get<{ method: Verification['method']; confirmed: number }>(
    'SELECT method, confirmed FROM verification WHERE case_id = ? AND round = ? AND NOT superseded ORDER BY id DESC LIMIT 1',
    id,
    round,
  )
  return row && { method: row.method, confirmed: row.confirmed === 1 }
}

/** Every attempt to verify who asks, the oldest first. */
export function verificationsOf(db: ReadableDb, caseId: CaseId): Verification[] {
  return db
    .all<Omit<Verification, 'confirmed'> & { confirmed: number }>(
      'SELECT method, compared, confirmed, officer, at FROM verification WHERE case_id = ? ORDER BY id',
      caseId,
    )
    .map((row) => ({ ...row, confirmed: row.confirmed === 1 }))
}
