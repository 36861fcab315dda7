import { sortKeyOf } from '../../../core/identity/sort-key.ts'
import { yearOf } from '../../../core/calendar/days.ts'
import { checkFields } from '../../../core/casework/fields.ts'
import { checkDate, earliestDate } from '../../../core/casework/steps.ts'
import { clocksOfReceipt } from '../../../core/deadlines/start.ts'
import { journalNumber, seriesOf } from '../../../core/numbering/numbers.ts'
import type { NewCase } from '../../../shared/contract/cases.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { fileLimitsMiB } from '../../../shared/model/case.ts'
import type { CaseId, IncomingId } from '../../../shared/model/ids.ts'
import { startClocks } from '../deadlines/clocks.ts'
import { must } from '../failure.ts'
import { mustFindIncoming } from '../intake/incoming-store.ts'
import { filesOfMessage, refuseSettled, settle } from '../intake/settle.ts'
import { openMessage, type OpenedMessage } from '../intake/show.ts'
import { findOfficer } from '../officers/store.ts'
import type { Session } from '../session.ts'
import { insertAttachment, type NewAttachment } from './attachment-store.ts'
import { relateCases } from '../relations/relate.ts'
import { mustFindCase } from './take-step.ts'
import { insertRepresentative } from './identity-store.ts'
import { indexCase } from './search-store.ts'
import { findCaseOfEmail, insertCase, insertPerson, takePlace } from './store.ts'

/**
 * Registers a request: a number of the journal, the person, the text, the files, the clocks of receipt.
 * Fails with `caseFieldMissing`, `dateInFuture`, `dateTooEarly`, `attachmentTooLarge`, `messageSettled`, `emailAlreadyRegistered`,
 * `ruleMissing` or `calendarYearMissing`; then nothing is stored and no number is taken.
 */
export async function registerCase(
  session: Session,
  input: NewCase,
): Promise<{ id: CaseId; number: string }> {
  must(checkDate(input.receivedOn, earliestDate, session.today))
  must(checkFields(input.kind, input.applicant, input.details))
  const message = await messageOf(session, input.emailId)
  const files = filesOf(input, message)
  const clocks = must(clocksOfReceipt(session.law, { ...input, ...input.details }))
  return session.command((deed) => {
    const { db, at, today, officer, record, changed } = deed
    if (message) refuseSettled(db, message.stored.id)
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
      assigneeId: findOfficer(db, session.holder.id)?.id ?? null,
      emailMessageId: message?.email.messageId ?? null,
      emailSha256: message?.stored.sha256 ?? null,
    }
    const id = insertCase(db, row, insertPerson(db, input.applicant), sortKeyOf(input.applicant))
    if (input.followsId !== null)
      relateCases({ db, at, officer, record }, id, mustFindCase(db, input.followsId).id, 'follows')
    if (input.representative) insertRepresentative(db, id, input.representative)
    const details = { number, kind: input.kind, channel: input.channel, receivedOn: input.receivedOn }
    const sha256 = files.map((file) => insertAttachment(db, id, file)).join('; ')
    if (message) settle(deed, message.stored.id, 'registered', id)
    indexCase(db, id)
    record('caseRegistered', id, { ...details, sha256, ...startClocks(db, id, clocks) })
    changed('cases')
    return { id, number }
  })
}

/** Fails with `emailAlreadyRegistered`, or with `messageSettled` where something else became of it. */
async function messageOf(session: Session, emailId: IncomingId | null): Promise<OpenedMessage | null> {
  if (emailId === null) return null
  const { sha256 } = session.query((db) => mustFindIncoming(db, emailId))
  const number = session.query((db) => findCaseOfEmail(db, sha256))
  if (number !== null) throw new AppFailure('emailAlreadyRegistered', { number })
  return openMessage(session, emailId)
}

function filesOf(input: NewCase, message: OpenedMessage | null): NewAttachment[] {
  const files: NewAttachment[] = input.attachments.map((file) => ({ role: 'document', ...file }))
  for (const file of files) {
    if (file.bytes.length > fileLimitsMiB.attachment * 1_048_576) {
      throw new AppFailure('attachmentTooLarge', { limitMiB: fileLimitsMiB.attachment })
    }
  }
  return message ? [...filesOfMessage(message), ...files] : files
}
