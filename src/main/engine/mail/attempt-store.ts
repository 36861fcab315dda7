import type { MailId } from '../../../shared/model/ids.ts'
import type { MailAttempt, SendFailure } from '../../../shared/model/mail.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

/** Before its first byte goes. */
export function insertAttempt(
  db: WritableDb,
  mailId: MailId,
  { at, server, sha256 }: { at: string; server: string; sha256: string },
): void {
  const sql = 'INSERT INTO mail_attempt (mail_id, began_at, server, message_sha256) VALUES (?, ?, ?, ?)'
  db.run(sql, mailId, at, server, sha256)
}

type End = {
  outcome: NonNullable<MailAttempt['outcome']>
  failure: SendFailure | null
  response: string
  at: string
}

/** What became of the attempt under way. */
export function endAttempt(db: WritableDb, mailId: MailId, { outcome, failure, response, at }: End): void {
  db.run(
    `UPDATE mail_attempt SET outcome = ?, failure = ?, response = ?, ended_at = ?
     WHERE id = (SELECT max(id) FROM mail_attempt WHERE mail_id = ?)`,
    outcome,
    failure,
    response,
    at,
    mailId,
  )
}

/** The oldest first. */
export function attemptsOf(db: ReadableDb, mailId: MailId): MailAttempt[] {
  return db.all<MailAttempt>(
    `SELECT began_at AS beganAt, ended_at AS endedAt, server, outcome, failure, response
     FROM mail_attempt WHERE mail_id = ? ORDER BY id`,
    mailId,
  )
}
