import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId, LetterId, MailId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { MailReport, MailState, SendFailure } from '../../../shared/model/mail.ts'
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
  /** The message bears this moment, so that another attempt sends the same bytes. */
  queuedAt: string
  /** How often it was put off since the officer last let it go. */
  deferrals: number
  /** When a server first refused it for now, since then; null: none did. */
  refusedSince: string | null
  /** The day its last attempt began; null before the first. */
  sendingOn: LocalDate | null
}

export type NewMail = Pick<
  StoredMail,
  'caseId' | 'letterId' | 'messageId' | 'recipient' | 'subject' | 'text'
> & {
  at: string
  /** In place of the letter's PDF. */
  attachment: { name: string; bytes: Uint8Array } | null
}

export function insertMail(db: WritableDb, mail: NewMail): MailId {
  return db.run(
    `INSERT INTO mail (case_id, letter_id, message_id, recipient, subject, text, state, queued_at, updated_at,
       attachment_name, attachment)
     VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)`,
    mail.caseId,
    mail.letterId,
    mail.messageId,
    mail.recipient,
    mail.subject,
    mail.text,
    mail.at,
    mail.at,
    mail.attachment?.name ?? null,
    mail.attachment?.bytes ?? null,
  ) as MailId
}

const columns = `id, case_id AS caseId, letter_id AS letterId, message_id AS messageId, recipient, subject, text, state,
  queued_at AS queuedAt, deferrals, refused_since AS refusedSince, sending_on AS sendingOn`

/** Fails with `mailNotFound`. */
export function mustFindMail(db: ReadableDb, id: MailId): StoredMail {
  const found = db.get<StoredMail>(`SELECT ${columns} FROM mail WHERE id = ?`, id)
  if (!found) throw new AppFailure('mailNotFound', {})
  return found
}

/** The mail that has waited longest, of those whose time has come. */
export function nextDue(db: ReadableDb, now: string): StoredMail | undefined {
  return db.get<StoredMail>(
    `SELECT ${columns} FROM mail WHERE state = 'queued' AND (retry_at IS NULL OR retry_at <= ?)
     ORDER BY id LIMIT 1`,
    now,
  )
}

export function mailsInState(db: ReadableDb, state: MailState): StoredMail[] {
  return db.all<StoredMail>(`SELECT ${columns} FROM mail WHERE state = ? ORDER BY id`, state)
}

/** The mails of a case that have not gone and still may. */
export function unsentOf(db: ReadableDb, caseId: CaseId): StoredMail[] {
  const unsent = "state IN ('queued', 'sending', 'failed')"
  return db.all<StoredMail>(`SELECT ${columns} FROM mail WHERE case_id = ? AND ${unsent} ORDER BY id`, caseId)
}

/** Fails with `mailStateWrong` while a mail with the letter is under way, or nobody knows whether one arrived. */
export function refuseWhileUnderWay(db: ReadableDb, letterId: LetterId): void {
  const sql = "SELECT state FROM mail WHERE letter_id = ? AND state IN ('queued', 'sending', 'unknown')"
  const underWay = db.get<{ state: MailState }>(sql, letterId)
  if (underWay) throw new AppFailure('mailStateWrong', underWay)
}

/** Keeps the message as it goes to the server, before its first byte does. */
export function markSending(
  db: WritableDb,
  id: MailId,
  { message, sha256, at, today }: { message: Uint8Array; sha256: string; at: string; today: LocalDate },
): void {
  db.run(
    `UPDATE mail SET state = 'sending', failure = NULL, response = '', attempts = attempts + 1, message = ?,
       message_sha256 = ?, sending_on = ?, updated_at = ?, retry_at = NULL WHERE id = ?`,
    message,
    sha256,
    today,
    at,
    id,
  )
}

/** Back into the queue until its next attempt. */
export function putOff(
  db: WritableDb,
  id: MailId,
  change: {
    failure: SendFailure
    response: string
    retryAt: string
    refusedSince: string | null
    at: string
  },
): void {
  db.run(
    `UPDATE mail SET state = 'queued', failure = ?, response = ?, retry_at = ?, refused_since = ?,
       deferrals = deferrals + 1, updated_at = ? WHERE id = ?`,
    change.failure,
    change.response,
    change.retryAt,
    change.refusedSince,
    change.at,
    id,
  )
}

export function setMailState(
  db: WritableDb,
  id: MailId,
  change: { state: MailState; failure: SendFailure | null; response: string; at: string },
): void {
  db.run(
    `UPDATE mail SET state = ?, failure = ?, response = ?, updated_at = ?, retry_at = NULL, deferrals = 0,
       refused_since = NULL WHERE id = ?`,
    change.state,
    change.failure,
    change.response,
    change.at,
    id,
  )
}

/** Mails that wait for their server to be reached are due at once. Tells how many they are. */
export function endWaiting(db: WritableDb): number {
  const waiting = `state = 'queued' AND retry_at IS NOT NULL
    AND failure IN ('hostUnknown', 'unreachable', 'timeout', 'connectionLost')`
  const count = db.get<{ n: number }>(`SELECT count(*) AS n FROM mail WHERE ${waiting}`)?.n ?? 0
  if (count > 0) db.run(`UPDATE mail SET retry_at = NULL WHERE ${waiting}`)
  return count
}

/** What a mail carries in place of its letter's PDF; null where it carries that. */
export function attachmentOf(db: ReadableDb, id: MailId): { name: string; bytes: Uint8Array } | null {
  const sql = 'SELECT attachment_name AS name, attachment AS bytes FROM mail WHERE id = ?'
  const row = db.get<{ name: string | null; bytes: Uint8Array | null }>(sql, id)
  return row?.name && row.bytes ? { name: row.name, bytes: row.bytes } : null
}

type KeptMessage = { messageId: string; caseId: CaseId; sha256: string | null; bytes: Uint8Array | null }

/** The message as it went, or was about to go. Fails with `mailNotFound`. */
export function mustFindMessage(db: ReadableDb, id: MailId): KeptMessage {
  const found = db.get<KeptMessage>(
    `SELECT message_id AS messageId, case_id AS caseId, message_sha256 AS sha256, message AS bytes
     FROM mail WHERE id = ?`,
    id,
  )
  if (!found) throw new AppFailure('mailNotFound', {})
  return found
}

/** What a server said later of a message that was sent. Once it did not arrive, nothing milder is written over that. */
export function recordReport(db: WritableDb, id: MailId, { outcome, status, words, at }: MailReport): void {
  db.run(
    `UPDATE mail SET report_outcome = ?, report_status = ?, report_words = ?, reported_at = ?
     WHERE id = ? AND (report_outcome IS NULL OR report_outcome <> 'failed' OR ? = 'failed')`,
    outcome,
    status,
    words,
    at,
    id,
    outcome,
  )
}
