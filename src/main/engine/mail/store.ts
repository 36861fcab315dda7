import { hash } from 'node:crypto'
import type { CaseMail } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId, LetterId, MailId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { MailState, SendFailure } from '../../../shared/model/mail.ts'
import type { MailReport } from '../../../shared/model/mail.ts'
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
  /** The day its last attempt began; null before the first. */
  sendingOn: LocalDate | null
}

export type NewMail = Omit<StoredMail, 'id' | 'state' | 'sendingOn'> & { at: string }

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

const columns = `id, case_id AS caseId, letter_id AS letterId, message_id AS messageId, recipient, subject, text, state,
  sending_on AS sendingOn`

/** Fails with `mailNotFound`. */
export function mustFindMail(db: ReadableDb, id: MailId): StoredMail {
  const found = db.get<StoredMail>(`SELECT ${columns} FROM mail WHERE id = ?`, id)
  if (!found) throw new AppFailure('mailNotFound', {})
  return found
}

/** The mail that has waited longest. */
export function nextQueued(db: ReadableDb): StoredMail | undefined {
  return db.get<StoredMail>(`SELECT ${columns} FROM mail WHERE state = 'queued' ORDER BY id LIMIT 1`)
}

export function mailsInState(db: ReadableDb, state: MailState): StoredMail[] {
  return db.all<StoredMail>(`SELECT ${columns} FROM mail WHERE state = ? ORDER BY id`, state)
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
  message: Uint8Array,
  { at, today }: { at: string; today: LocalDate },
): void {
  db.run(
    `UPDATE mail SET state = 'sending', failure = NULL, response = '', attempts = attempts + 1, message = ?,
       message_sha256 = ?, sending_on = ?, updated_at = ? WHERE id = ?`,
    message,
    hash('sha256', message),
    today,
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

type ReportColumns = {
  reportOutcome: MailReport['outcome'] | null
  reportStatus: string
  reportWords: string
  reportedAt: string | null
}
const reportColumns = `report_outcome AS reportOutcome, report_status AS reportStatus, report_words AS reportWords,
  reported_at AS reportedAt`

function withReport<Row extends ReportColumns>(row: Row): Omit<Row, keyof ReportColumns> & ReportOf {
  const { reportOutcome: outcome, reportStatus: status, reportWords: words, reportedAt: at, ...mail } = row
  return { ...mail, report: outcome && at ? { outcome, status, words, at } : null }
}

type ReportOf = { report: MailReport | null }

export function mailsOfCase(db: ReadableDb, caseId: CaseId): CaseMail[] {
  return db
    .all<Omit<CaseMail, 'report'> & ReportColumns>(
      `SELECT id, letter_id AS letterId, recipient AS "to", subject, state, failure, response, updated_at AS updatedAt,
         ${reportColumns}
       FROM mail WHERE case_id = ? ORDER BY id`,
      caseId,
    )
    .map(withReport)
}

type OutboxRow = Output<'mail.outbox'>['mails'][number]

/** The newest mails of all cases. */
export function listOutbox(db: ReadableDb, limit: number): OutboxRow[] {
  return db
    .all<Omit<OutboxRow, 'report'> & ReportColumns>(
      `SELECT m.id, m.case_id AS caseId, c.number AS caseNumber, l.number AS letterNumber, m.recipient AS "to",
         m.subject, m.state, m.failure, m.response, m.attempts, m.updated_at AS updatedAt, ${reportColumns}
       FROM mail m JOIN cases c ON c.id = m.case_id JOIN letter l ON l.id = m.letter_id
       ORDER BY m.id DESC LIMIT ?`,
      limit,
    )
    .map(withReport)
}
