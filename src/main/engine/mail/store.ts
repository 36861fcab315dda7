import type { CaseMail } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { CaseId, LetterId, MailId } from '../../../shared/model/ids.ts'
import type { MailState, SendFailure } from '../../../shared/model/mail.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export type StoredMail = {
  id: MailId
  caseId: CaseId
  letterId: LetterId
  messageId: string
  recipient: string
  subject: string
  text: string
  state: MailState
}

export type NewMail = Omit<StoredMail, 'id' | 'state'> & { at: string }

export function insertMail(db: WritableDb, mail: NewMail): MailId {
  return db.run(
    `INSERT INTO mail (case_id, letter_id, message_id, recipient, subject, text, state, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, 'queued', ?)`,
    mail.caseId,
    mail.letterId,
    mail.messageId,
    mail.recipient,
    mail.subject,
    mail.text,
    mail.at,
  ) as MailId
}

const columns = `id, case_id AS caseId, letter_id AS letterId, message_id AS messageId, recipient, subject, text, state`

export function findMail(db: ReadableDb, id: MailId): StoredMail | undefined {
  return db.get<StoredMail>(`SELECT ${columns} FROM mail WHERE id = ?`, id)
}

/** The mail that has waited longest. */
export function nextQueued(db: ReadableDb): StoredMail | undefined {
  return db.get<StoredMail>(`SELECT ${columns} FROM mail WHERE state = 'queued' ORDER BY id LIMIT 1`)
}

export function mailsInState(db: ReadableDb, state: MailState): StoredMail[] {
  return db.all<StoredMail>(`SELECT ${columns} FROM mail WHERE state = ? ORDER BY id`, state)
}

/** The mail that carries a letter and of which nobody knows yet, or will by itself, that it arrived or did not. */
export function unsettledMailOf(db: ReadableDb, letterId: LetterId): MailState | undefined {
  const sql = "SELECT state FROM mail WHERE letter_id = ? AND state IN ('queued', 'sending', 'unknown')"
  return db.get<{ state: MailState }>(sql, letterId)?.state
}

/** Keeps the message as it goes to the server, before its first byte does. */
export function markSending(db: WritableDb, id: MailId, message: Uint8Array, at: string): void {
  db.run(
    `UPDATE mail SET state = 'sending', failure = NULL, response = '', attempts = attempts + 1, message = ?,
       updated_at = ? WHERE id = ?`,
    message,
    at,
    id,
  )
}

export function setMailState(
  db: WritableDb,
  id: MailId,
  change: { state: MailState; failure: SendFailure | null; response: string; at: string },
): void {
  db.run(
    'UPDATE mail SET state = ?, failure = ?, response = ?, updated_at = ? WHERE id = ?',
    change.state,
    change.failure,
    change.response,
    change.at,
    id,
  )
}

export function mailsOfCase(db: ReadableDb, caseId: CaseId): CaseMail[] {
  return db.all<CaseMail>(
    `SELECT id, letter_id AS letterId, recipient AS "to", subject, state, failure, response, updated_at AS updatedAt
     FROM mail WHERE case_id = ? ORDER BY id`,
    caseId,
  )
}

type OutboxRow = Output<'mail.outbox'>['mails'][number]

/** The newest mails of all cases. */
export function listOutbox(db: ReadableDb, limit: number): OutboxRow[] {
  return db.all<OutboxRow>(
    `SELECT m.id, m.case_id AS caseId, c.number AS caseNumber, l.number AS letterNumber, m.recipient AS "to",
       m.subject, m.state, m.failure, m.response, m.attempts, m.updated_at AS updatedAt
     FROM mail m JOIN cases c ON c.id = m.case_id JOIN letter l ON l.id = m.letter_id
     ORDER BY m.id DESC LIMIT ?`,
    limit,
  )
}
