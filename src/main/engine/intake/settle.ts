import { natureOf, readReport, type DeliveryReport } from '../../../core/mail/delivery-report.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { AuditDetails } from '../../../shared/model/audit.ts'
import type { CaseId, IncomingId, MailId } from '../../../shared/model/ids.ts'
import type { IncomingState } from '../../../shared/model/incoming.ts'
import { insertAttachment, type NewAttachment } from '../cases/attachment-store.ts'
import { refuseDestroyed } from '../cases/take-step.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { findLetterPlace, withdrawDelivery } from '../letters/store.ts'
import { mustFindMail, recordReport, type StoredMail } from '../mail/store.ts'
import { mustFindByNumber } from '../relations/relate.ts'
import type { Deed, Session } from '../session.ts'
import { mustFindIncoming, nextWaiting, settleIncoming, takeBackIncoming } from './incoming-store.ts'
import { formOf } from './parsed-email.ts'
import { openMessage, type OpenedMessage } from './show.ts'

export type Settled = { caseId: CaseId; next: IncomingId | null }

/** Fails with `messageSettled` where the officer has decided about it already. */
export function refuseSettled(db: ReadableDb, id: IncomingId): void {
  const { state } = mustFindIncoming(db, id)
  if (state !== 'waiting') throw new AppFailure('messageSettled', { state })
}

/** The message and its files as those of a case. */
export function filesOfMessage({ stored, email }: OpenedMessage): NewAttachment[] {
  const isOutlook = email.format === 'msg'
  const message: NewAttachment = {
    role: 'email',
    name: isOutlook ? 'message.msg' : 'message.eml',
    mime: isOutlook ? 'application/vnd.ms-outlook' : 'message/rfc822',
    bytes: stored.bytes,
  }
  const enclosed = email.attachments.map(({ name, mime, bytes }): NewAttachment => ({
    role: 'document',
    name,
    mime,
    bytes,
  }))
  return [message, ...enclosed]
}

/** The message and its files become those of a case that exists. */
export async function attachMessage(session: Session, id: IncomingId, caseNumber: string): Promise<Settled> {
  const opened = await openMessage(session, id)
  return session.command((deed) => {
    refuseSettled(deed.db, id)
    const caseId = mustFindByNumber(deed.db, caseNumber)
    refuseDestroyed(deed.db, caseId)
    const sha256 = keepFiles(deed.db, caseId, filesOfMessage(opened))
    settle(deed, id, 'attached', caseId)
    deed.record('messageAttached', caseId, { incomingId: id, sha256 })
    return { caseId, next: nextWaiting(deed.db, id) }
  })
}

/** Puts a report, or an automatic reply, to the letter it is about, and keeps it in the case. */
export async function fileReport(session: Session, id: IncomingId, mailId: MailId): Promise<Settled> {
  const opened = await openMessage(session, id)
  const form = formOf(opened.email)
  const { automatic } = session.packs.intake
  const report = readReport(form, automatic)
  if (natureOf(form, report, automatic) === 'request') throw new AppFailure('messageNoReport', {})
  return session.command((deed) => {
    refuseSettled(deed.db, id)
    const mail = mustFindMail(deed.db, mailId)
    const { caseId } = mail
    refuseDestroyed(deed.db, caseId)
    const sha256 = keepFiles(deed.db, caseId, filesOfMessage(opened))
    settle(deed, id, 'filed', caseId)
    const filed = { incomingId: id, messageId: mail.messageId, sha256 }
    if (report) applyReport(deed, mail, report, filed)
    else {
      const { letter } = findLetterPlace(deed.db, mail.letterId)
      deed.record('autoReplyReceived', caseId, { letter, fromAddress: opened.email.from.address, ...filed })
    }
    return { caseId, next: nextWaiting(deed.db, id) }
  })
}

/** A letter that did not arrive counts as not delivered any more, so that it can be sent another way. */
function applyReport(
  { db, at, record, changed }: Deed,
  { id, caseId, letterId }: StoredMail,
  { outcome, status, diagnostic: words, recipient }: DeliveryReport,
  filed: AuditDetails,
): void {
  recordReport(db, id, { outcome, status, words, at })
  if (outcome === 'failed') withdrawDelivery(db, letterId)
  const about = { report: outcome, to: recipient, status, response: words, ...filed }
  record(outcome === 'failed' ? 'mailBounced' : 'mailReported', caseId, about)
  changed('mail')
}

export function setAside(session: Session, id: IncomingId, note: string): { next: IncomingId | null } {
  return session.command((deed) => {
    refuseSettled(deed.db, id)
    settle(deed, id, 'setAside', null, note)
    deed.record('messageSetAside', null, { incomingId: id, note })
    return { next: nextWaiting(deed.db, id) }
  })
}

export function takeBack(session: Session, id: IncomingId): Record<string, never> {
  return session.command(({ db, record, changed }) => {
    const { state } = mustFindIncoming(db, id)
    if (state !== 'setAside') throw new AppFailure('messageSettled', { state })
    takeBackIncoming(db, id)
    record('messageTakenBack', null, { incomingId: id })
    changed('intake')
    return {}
  })
}

/** Records what became of a message, in the deed that made it so. */
export function settle(
  { db, at, officer, changed }: Pick<Deed, 'db' | 'at' | 'officer' | 'changed'>,
  id: IncomingId,
  state: IncomingState,
  caseId: CaseId | null,
  note = '',
): void {
  settleIncoming(db, id, { state, caseId, note, at, officer })
  changed('intake', 'cases')
}

function keepFiles(db: WritableDb, caseId: CaseId, files: readonly NewAttachment[]): string {
  return files.map((file) => insertAttachment(db, caseId, file)).join('; ')
}
