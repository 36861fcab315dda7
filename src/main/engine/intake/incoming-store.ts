import { emailKey } from '../../../core/identity/contact-key.ts'
import type { IncomingMessage, IncomingRow, ReportedMail } from '../../../shared/contract/intake.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseKind } from '../../../shared/model/case.ts'
import type { CaseId, IncomingId } from '../../../shared/model/ids.ts'
import type {
  IncomingFormat,
  IncomingNature,
  IncomingSource,
  IncomingState,
} from '../../../shared/model/incoming.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export type NewIncoming = {
  source: IncomingSource
  format: IncomingFormat
  sha256: string
  /** Empty where the message has none. */
  messageId: string
  fromName: string
  fromAddress: string
  subject: string
  receivedOn: LocalDate | null
  nature: IncomingNature
  kind: CaseKind | null
  lang: Lang
  person: string
  iin: string
  phone: string
  site: string
  bytes: Uint8Array
}

export function insertIncoming(db: WritableDb, at: string, message: NewIncoming): IncomingId {
  return db.run(
    `INSERT INTO incoming (source, format, sha256, message_id, from_name, from_address, subject, received_on, taken_at,
       size, nature, kind, lang, person, iin, phone, site, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    message.source,
    message.format,
    message.sha256,
    message.messageId,
    message.fromName,
    message.fromAddress,
    message.subject,
    message.receivedOn,
    at,
    message.bytes.length,
    message.nature,
    message.kind,
    message.lang,
    message.person,
    message.iin,
    message.phone,
    message.site,
    message.bytes,
  ) as IncomingId
}

export type KnownIncoming = { id: IncomingId; state: IncomingState; caseAnnulled: boolean }
type KnownRow = { id: IncomingId; state: IncomingState; caseAnnulled: number }

/** The message that was taken in before: the same bytes, or the same id, sender and subject. */
export function findKnown(
  db: ReadableDb,
  { sha256, messageId, fromAddress, subject }: Omit<NewIncoming, 'bytes'>,
): KnownIncoming | undefined {
  const columns = `i.id, i.state, coalesce(c.annulled, 0) AS caseAnnulled
    FROM incoming i LEFT JOIN cases c ON c.id = i.case_id`
  const found =
    db.get<KnownRow>(`SELECT ${columns} WHERE i.sha256 = ?`, sha256) ??
    db.get<KnownRow>(
      `SELECT ${columns} WHERE i.message_id = ? AND i.message_id <> '' AND i.from_address = ? AND i.subject = ?`,
      messageId,
      fromAddress,
      subject,
    )
  return found && { ...found, caseAnnulled: found.caseAnnulled === 1 }
}

/** A message whose case was annulled waits again. */
export function reviveIncoming(db: WritableDb, id: IncomingId, bytes: Uint8Array): void {
  db.run(
    `UPDATE incoming SET state = 'waiting', case_id = NULL, note = '', settled_at = NULL, settled_by = NULL, bytes = ?
     WHERE id = ?`,
    bytes,
    id,
  )
}

export type StoredIncoming = {
  id: IncomingId
  source: IncomingSource
  format: IncomingFormat
  sha256: string
  state: IncomingState
  caseId: CaseId | null
  /** Null once it is kept in a case. */
  bytes: Uint8Array | null
}

/** Fails with `messageNotFound`. */
export function mustFindIncoming(db: ReadableDb, id: IncomingId): StoredIncoming {
  const found = db.get<StoredIncoming>(
    'SELECT id, source, format, sha256, state, case_id AS caseId, bytes FROM incoming WHERE id = ?',
    id,
  )
  if (!found) throw new AppFailure('messageNotFound', {})
  return found
}

/** What the officer decided. The bytes go where the message is kept in a case from now on. */
export function settleIncoming(
  db: WritableDb,
  id: IncomingId,
  change: { state: IncomingState; caseId: CaseId | null; note: string; at: string; officer: string },
): void {
  db.run(
    `UPDATE incoming SET state = ?, case_id = ?, note = ?, settled_at = ?, settled_by = ?,
       bytes = CASE WHEN ? IS NULL THEN bytes END WHERE id = ?`,
    change.state,
    change.caseId,
    change.note,
    change.at,
    change.officer,
    change.caseId,
    id,
  )
}

export function takeBackIncoming(db: WritableDb, id: IncomingId): void {
  db.run(
    "UPDATE incoming SET state = 'waiting', note = '', settled_at = NULL, settled_by = NULL WHERE id = ?",
    id,
  )
}

/** Waiting messages as they came, settled ones the newest first. */
export function listIncoming(db: ReadableDb, show: 'waiting' | 'settled', limit: number): IncomingRow[] {
  const [condition, order] =
    show === 'waiting' ? ["= 'waiting'", 'i.id'] : ["<> 'waiting'", 'i.settled_at DESC']
  return db.all<IncomingRow>(
    `SELECT i.id, i.source, trim(i.from_name || ' <' || i.from_address || '>') AS "from", i.subject,
       i.received_on AS receivedOn, i.taken_at AS takenAt, i.nature, i.kind, i.lang, i.person, i.iin, i.phone, i.site,
       i.state, i.case_id AS caseId, c.number AS caseNumber, i.note, i.settled_at AS settledAt,
       i.settled_by AS settledBy
     FROM incoming i LEFT JOIN cases c ON c.id = i.case_id
     WHERE i.state ${condition} ORDER BY ${order}, i.id DESC LIMIT ?`,
    limit,
  )
}

export function countWaiting(db: ReadableDb): number {
  return db.get<{ n: number }>("SELECT count(*) AS n FROM incoming WHERE state = 'waiting'")?.n ?? 0
}

/** The message that waits next behind this one, or the first where it is the last; null where no other does. */
export function nextWaiting(db: ReadableDb, id: IncomingId): IncomingId | null {
  const sql = "SELECT id FROM incoming WHERE state = 'waiting' AND id <> ? ORDER BY id < ?, id LIMIT 1"
  return db.get<{ id: IncomingId }>(sql, id, id)?.id ?? null
}

type Suggested = IncomingMessage['cases'][number]

const suggested = (by: Suggested['by']): string =>
  `SELECT c.number, c.kind, trim(p.family_name || ' ' || p.given_name) AS applicantName, '${by}' AS "by"
   FROM cases c JOIN person p ON p.id = c.person_id`

/** Cases whose letter, or whose own message, has one of these ids. */
export function casesOfIds(db: ReadableDb, ids: readonly string[]): Suggested[] {
  return ids.flatMap((id) =>
    db.all<Suggested>(
      `${suggested('answer')} WHERE c.annulled = 0 AND (c.email_message_id = ?
         OR c.id IN (SELECT case_id FROM mail WHERE message_id = ?)) LIMIT 3`,
      id,
      id,
    ),
  )
}

export function casesOfNumbers(db: ReadableDb, numbers: readonly string[]): Suggested[] {
  return numbers.flatMap((number) => db.all<Suggested>(`${suggested('number')} WHERE c.number = ?`, number))
}

/** The newest open cases of an address. */
export function casesOfSender(db: ReadableDb, address: string): Suggested[] {
  if (address === '') return []
  return db.all<Suggested>(
    `${suggested('sender')} WHERE p.email_key = ? AND p.email_key <> '' AND c.status <> 'closed'
     ORDER BY c.id DESC LIMIT 3`,
    emailKey(address),
  )
}

const mailColumns = `m.id, m.case_id AS caseId, c.number AS caseNumber, l.number AS letterNumber, m.recipient AS "to"
  FROM mail m JOIN cases c ON c.id = m.case_id JOIN letter l ON l.id = m.letter_id`

type MailRow = Omit<ReportedMail, 'exact'>

/** The letter that was sent under one of these ids. */
export function mailOfIds(db: ReadableDb, ids: readonly string[]): MailRow | undefined {
  const sql = `SELECT ${mailColumns} WHERE m.message_id = ?`
  return ids.map((id) => db.get<MailRow>(sql, id)).find((found) => found !== undefined)
}

/** The newest letters that were sent to an address. */
export function mailsToRecipient(db: ReadableDb, address: string): MailRow[] {
  if (address === '') return []
  return db.all<MailRow>(
    `SELECT ${mailColumns} WHERE m.recipient = ? AND m.state IN ('sent', 'unknown') ORDER BY m.id DESC LIMIT 3`,
    address,
  )
}
