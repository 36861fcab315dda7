import { z } from 'zod'
import { limits, requiredLine, requiredNote } from '../model/case.ts'
import { Bytes, CaseId, LetterId, MailId, Sha256 } from '../model/ids.ts'
import { MailAttempt, MailFile, MailProviders, MailState, SendingGate, ShownMail } from '../model/mail.ts'
import { SmtpForm } from '../model/settings.ts'
import { command, query } from './call.ts'

const message = { to: z.string().trim().max(320), subject: requiredLine, text: z.string().max(limits.note) }

export const mail = {
  /** The e-mail proposed to carry a letter. */
  compose: query({
    input: z.object({ letterId: LetterId }),
    output: z.object({
      ...message,
      attachment: MailFile,
      gate: SendingGate,
    }),
    discloses: 'cardOpened',
  }),
  /**
   * The letter as a ZIP encrypted by AES-256. Its password is told here and nowhere else, and kept by nobody; the file
   * itself is held until it is sent, or the vault locked. `note`: what the e-mail says of it.
   */
  protect: command({
    input: z.object({ letterId: LetterId }),
    output: z.object({ password: z.string(), attachment: MailFile, note: z.string() }),
  }),
  /**
   * Puts it into the outbox, which sends it as soon as it can. `recipientDiffers`: to another address than the case's it
   * goes only where that was looked at twice. `identityNotVerified`: what discloses data goes only to a person whose
   * identity is verified, or with a reason that the history keeps. `protectedFileGone`: encrypt it again.
   */
  send: command({
    input: z.object({
      letterId: LetterId,
      ...message,
      addressChecked: z.literal(true).optional(),
      unverifiedReason: requiredNote.optional(),
      /** The encrypted file that goes in place of the PDF. */
      protectedBy: Sha256.optional(),
    }),
    output: z.object({ id: MailId }),
  }),
  /** The newest mails; `state` null: in whatever state. */
  outbox: query({
    input: z.object({
      limit: z.number().int().min(1).max(500),
      state: MailState.nullable().default(null),
    }),
    output: z.object({
      mails: z.array(ShownMail.extend({ caseId: CaseId, caseNumber: z.string(), letterNumber: z.string() })),
      /** How many mails are in each state; none where it is missing. */
      counts: z.partialRecord(MailState, z.number().int()),
    }),
  }),
  /** Every attempt to send a mail, the oldest first. */
  attempts: query({
    input: z.object({ id: MailId }),
    output: z.object({ attempts: z.array(MailAttempt) }),
    discloses: 'cardOpened',
  }),
  /** The message as the server got it. `mailNotComposed`: no attempt has begun yet. */
  message: query({
    input: z.object({ id: MailId }),
    output: z.object({ caseId: CaseId, name: z.string(), bytes: Bytes, sha256: Sha256 }),
    discloses: 'mailOpened',
  }),
  /** Another attempt at once, for a mail that failed or waits for its next one. */
  retry: command({ input: z.object({ id: MailId }), output: z.object({}) }),
  /** Takes a mail out of the queue before it goes. */
  takeBack: command({ input: z.object({ id: MailId }), output: z.object({}) }),
  /** The network is back: what waited for the server to be reached is tried at once. */
  resume: command({ input: z.object({}), output: z.object({}) }),
  /** What the officer found out about a mail whose outcome is unknown. */
  settle: command({
    input: z.object({ id: MailId, outcome: z.enum(['sent', 'failed']), note: requiredLine }),
    output: z.object({}),
  }),
  /** Mail services whose settings the pack knows. */
  providers: query({ input: z.object({}), output: MailProviders.pick({ providers: true }) }),
  /** Connects, secures, logs in and asks whether the sender is taken, with the form's settings; sends nothing. */
  test: command({ input: SmtpForm, output: z.object({ greeting: z.string() }) }),
}
