import { yearOf } from '../../../core/calendar/days.ts'
import { checkFields } from '../../../core/casework/fields.ts'
import { checkDate, earliestDate } from '../../../core/casework/steps.ts'
import { clocksOfReceipt } from '../../../core/deadlines/start.ts'
import { journalNumber, seriesOf } from '../../../core/numbering/numbers.ts'
import type { NewCase } from '../../../shared/contract/cases.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { fileLimitsMiB } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb } from '../db/db.ts'
import { startClocks } from '../deadlines/clocks.ts'
import { must } from '../failure.ts'
import type { HeldEmail } from '../intake/held-emails.ts'
import { officerIdOf } from '../officers/store.ts'
import type { Session } from '../session.ts'
import { insertAttachment, type NewAttachment } from './attachment-store.ts'
import { relateCases } from '../relations/relate.ts'
import { mustFindCase } from './take-step.ts'
import { insertRepresentative } from './identity-store.ts'
import { indexCase } from './search-store.ts'
import { findCaseOfEmail, insertCase, insertPerson, takePlace } from './store.ts'

/**
 * Registers a request: a number of the journal, the person, the text, the files, the clocks of receipt.
 * Fails with `caseFieldMissing`, `dateInFuture`, `dateTooEarly`, `attachmentTooLarge`, `emailNotHeld`, `emailAlreadyRegistered`,
 * `ruleMissing` or `calendarYearMissing`; then nothing is stored and no number is taken.
 */
export function registerCase(session: Session, input: NewCase): { id: CaseId; number: string } {
  must(checkDate(input.receivedOn, earliestDate, session.today))
  must(checkFields(input.kind, input.applicant, input.details))
  const held = heldEmail(session, input.emailId)
  const files = filesOf(input, held)
  const clocks = must(clocksOfReceipt(session.law, { ...input, ...input.details }))
  const registered = session.command(({ db, at, today, officer, record, changed }) => {
    if (held) refuseSecondRegistration(db, held)
    const series = seriesOf(input.kind)
    const number = journalNumber(series, yearOf(today), takePlace(db, series, yearOf(today)))
    const row = {
      number,
      kind: input.kind,
      channel: input.channel,
      receivedOn: input.receivedOn,
      registeredAt: at,
      site: input.site,
      subject: input.subject,
      text: input.text,
      details: input.details,
      lang: input.applicant.lang,
      assigneeId: officerIdOf(db, officer),
      emailMessageId: held?.email.messageId ?? null,
      emailSha256: held?.sha256 ?? null,
    }
    const id = insertCase(db, row, insertPerson(db, input.applicant))
    if (input.followsId !== null)
      relateCases({ db, at, officer, record }, id, mustFindCase(db, input.followsId).id, 'follows')
    if (input.representative) insertRepresentative(db, id, input.representative)
    const details = { number, kind: input.kind, channel: input.channel, receivedOn: input.receivedOn }
    const sha256 = files.map((file) => insertAttachment(db, id, file)).join('; ')
    indexCase(db, id)
    record('caseRegistered', id, { ...details, sha256, ...startClocks(db, id, clocks) })
    changed('cases')
    return { id, number }
  })
  if (input.emailId !== null) session.heldEmails.forget(input.emailId)
  return registered
}

function heldEmail(session: Session, emailId: string | null): HeldEmail | null {
  if (emailId === null) return null
  const held = session.heldEmails.find(emailId)
  if (!held) throw new AppFailure('emailNotHeld', {})
  return held
}

function refuseSecondRegistration(db: ReadableDb, held: HeldEmail): void {
  const number = findCaseOfEmail(db, held.sha256)
  if (number !== null) throw new AppFailure('emailAlreadyRegistered', { number })
}

function filesOf(input: NewCase, held: HeldEmail | null): NewAttachment[] {
  const files: NewAttachment[] = input.attachments.map((file) => ({ role: 'document', ...file }))
  for (const file of files) {
    if (file.bytes.length > fileLimitsMiB.attachment * 1_048_576) {
      throw new AppFailure('attachmentTooLarge', { limitMiB: fileLimitsMiB.attachment })
    }
  }
  if (!held) return files
  const message: NewAttachment = {
    role: 'email',
    name: 'message.eml',
    mime: 'message/rfc822',
    bytes: held.bytes,
  }
  const enclosed = held.email.attachments.map(({ name, mime, bytes }): NewAttachment => ({
    role: 'document',
    name,
    mime,
    bytes,
  }))
  return [message, ...enclosed, ...files]
}
