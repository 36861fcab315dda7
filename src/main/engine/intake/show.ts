import { proposeCase } from '../../../core/mail/classify.ts'
import { evidenceOf } from '../../../core/mail/evidence.ts'
import { answeredIds, natureOf, readReport, type DeliveryReport } from '../../../core/mail/delivery-report.ts'
import { dangerOf, fileTypeOf, tellingBytes } from '../../../core/mail/file-type.ts'
import type { IncomingFile, IncomingMessage, ReportedMail } from '../../../shared/contract/intake.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { IncomingId } from '../../../shared/model/ids.ts'
import { findCaseOfEmail } from '../cases/store.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Session } from '../session.ts'
import {
  casesOfIds,
  casesOfNumbers,
  casesOfSender,
  mailOfIds,
  mailsToRecipient,
  mustFindIncoming,
  nextWaiting,
  type StoredIncoming,
} from './incoming-store.ts'
import { formOf, type EmailAttachment, type ParsedEmail } from './parsed-email.ts'
import { readEmail } from './read-email.ts'

export type OpenedMessage = { stored: StoredIncoming & { bytes: Uint8Array }; email: ParsedEmail }

/**
 * A message whose bytes wait here, or were just given again, read anew. Fails with `messageNotFound` or
 * `messageSettled`.
 */
export async function openMessage(
  session: Session,
  id: IncomingId,
  given: Uint8Array | null = null,
): Promise<OpenedMessage> {
  const stored = session.query((db) => mustFindIncoming(db, id))
  const bytes = stored.bytes ?? given
  if (!bytes) throw new AppFailure('messageSettled', { state: stored.state })
  return { stored: { ...stored, bytes }, email: await readEmail(bytes) }
}

/** Everything the screen of a message needs. */
export async function showMessage(
  session: Session,
  id: IncomingId,
  given: Uint8Array | null = null,
): Promise<IncomingMessage> {
  const { stored, email } = await openMessage(session, id, given)
  return session.query((db) => describe(db, session, stored, email))
}

function describe(
  db: ReadableDb,
  { packs }: Session,
  { id, source, state, sha256 }: StoredIncoming,
  email: ParsedEmail,
): IncomingMessage {
  const form = formOf(email)
  const report = readReport(form, packs.intake.automatic)
  const nature = natureOf(form, report, packs.intake.automatic)
  const proposal = proposeCase(email, packs.intake)
  return {
    emailId: id,
    source,
    format: email.format,
    state,
    from: `${email.from.name} <${email.from.address}>`.trim(),
    subject: email.subject,
    receivedOn: email.receivedOn,
    text: email.text,
    hasHtml: email.html.trim() !== '',
    attachments: email.attachments.map(describeFile),
    nature,
    report: report && { ...pickReport(report), mails: mailsOfReport(db, report) },
    answered: nature === 'automatic' ? mailsAnswered(db, email) : [],
    proposal,
    evidence: evidenceOf(email.text, proposal, packs.intake),
    cases: casesFor(db, email),
    registeredAs: findCaseOfEmail(db, sha256),
    next: nextWaiting(db, id),
  }
}

function pickReport({ outcome, recipient, status, diagnostic }: DeliveryReport) {
  return { outcome, recipient, status, diagnostic }
}

function describeFile({ name, mime, bytes, inline }: EmailAttachment): IncomingFile {
  const beginning = bytes.subarray(0, tellingBytes)
  return {
    name,
    mime,
    size: bytes.length,
    type: fileTypeOf(beginning),
    danger: dangerOf(name, beginning),
    inline,
  }
}

function mailsOfReport(
  db: ReadableDb,
  { envelopeId, messageIds, recipient }: DeliveryReport,
): ReportedMail[] {
  return mailsOf(db, [...idsOfEnvelope(envelopeId), ...messageIds], recipient)
}

function mailsAnswered(db: ReadableDb, { headers, from }: ParsedEmail): ReportedMail[] {
  return mailsOf(db, answeredIds(headers).slice(0, mostIds), from.address)
}

/** The letter that one of the ids names; where none does, those that went to the recipient. */
function mailsOf(db: ReadableDb, ids: readonly string[], recipient: string): ReportedMail[] {
  const found = mailOfIds(db, ids)
  if (found) return [{ ...found, exact: true }]
  return mailsToRecipient(db, recipient).map((mail) => ({ ...mail, exact: false }))
}

/** We call the envelope by the id of the message; a server may return it without the angle brackets. */
function idsOfEnvelope(envelopeId: string): string[] {
  if (envelopeId === '') return []
  const bare = decodeXtext(envelopeId).replace(/^<|>$/g, '')
  return [`<${bare}>`]
}

/** `+3C` for `<` and the like (RFC 3461 section 4). */
function decodeXtext(text: string): string {
  return text.replace(/\+([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const mostCases = 5
const mostIds = 20
const journalNumber = /[А-ЯӘҒҚҢӨҰҮҺІ]{2}-\d{4}-\d{4,6}/gu

function casesFor(db: ReadableDb, email: ParsedEmail): IncomingMessage['cases'] {
  const numbers = `${email.subject}\n${email.text.slice(0, 20_000)}`.match(journalNumber) ?? []
  const found = [
    ...casesOfIds(db, answeredIds(email.headers).slice(0, mostIds)),
    ...casesOfNumbers(db, numbers.slice(0, 20)),
    ...casesOfSender(db, (email.replyTo ?? email.from).address),
  ]
  const first = new Map(found.toReversed().map((suggested) => [suggested.number, suggested]))
  return [...first.values()].toReversed().slice(0, mostCases)
}
