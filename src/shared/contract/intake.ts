import { z } from 'zod'
import { Applicant, CaseKind, limits } from '../model/case.ts'
import { Bytes, CaseId, IncomingId, Instant, MailId } from '../model/ids.ts'
import {
  FileDanger,
  IncomingFormat,
  IncomingNature,
  IncomingSource,
  IncomingState,
  ReportOutcome,
} from '../model/incoming.ts'
import { Lang } from '../model/lang.ts'
import { LocalDate } from '../model/local-date.ts'
import { command, query } from './call.ts'

/** A file that came with a message, told by its own bytes. Nothing of it is ever run or opened by the program. */
const IncomingFile = z.object({
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  /** What its first bytes say: `pdf`, `png`, `exe` …; empty where they say nothing. */
  type: z.string(),
  danger: FileDanger.nullable(),
  /** A picture of the message's own layout. */
  inline: z.boolean(),
})
export type IncomingFile = z.infer<typeof IncomingFile>

/**
 * A letter of ours that a report may tell of, or an automatic reply may answer. `exact`: by its own ids, not merely by
 * its recipient.
 */
const ReportedMail = z.object({
  id: MailId,
  caseId: CaseId,
  caseNumber: z.string(),
  letterNumber: z.string(),
  to: z.string(),
  exact: z.boolean(),
})
export type ReportedMail = z.infer<typeof ReportedMail>

const IncomingRow = z.object({
  id: IncomingId,
  source: IncomingSource,
  from: z.string(),
  subject: z.string(),
  receivedOn: LocalDate.nullable(),
  takenAt: Instant,
  nature: IncomingNature,
  kind: CaseKind.nullable(),
  lang: Lang,
  person: z.string(),
  iin: z.string(),
  phone: z.string(),
  site: z.string(),
  state: IncomingState,
  caseId: CaseId.nullable(),
  caseNumber: z.string().nullable(),
  note: z.string(),
  settledAt: Instant.nullable(),
  settledBy: z.string().nullable(),
})
export type IncomingRow = z.infer<typeof IncomingRow>

/** A message that waits, read anew, with what is proposed to do with it. */
const IncomingMessage = z.object({
  emailId: IncomingId,
  source: IncomingSource,
  format: IncomingFormat,
  state: IncomingState,
  from: z.string(),
  subject: z.string(),
  /** By the topmost `Received` header (our own server's clock), else by `Date`; null where neither can be read. */
  receivedOn: LocalDate.nullable(),
  text: z.string(),
  /** There is a layout to be shown besides the text. */
  hasHtml: z.boolean(),
  attachments: z.array(IncomingFile),
  nature: IncomingNature,
  report: z
    .object({
      outcome: ReportOutcome,
      recipient: z.string(),
      status: z.string(),
      diagnostic: z.string(),
      mails: z.array(ReportedMail),
    })
    .nullable(),
  /** Letters an automatic reply may answer; empty for whatever else it is. */
  answered: z.array(ReportedMail),
  proposal: z.object({
    kind: CaseKind.nullable(),
    /** The words of the e-mail that led to the kind. */
    because: z.array(z.string()),
    /** Kinds that come close to one another: the message may hold two requests. */
    rivals: z.array(CaseKind),
    applicant: Applicant,
    documentsEnclosed: z.boolean(),
    site: z.string(),
  }),
  /** Where in the text the words stand that led to the proposal. */
  evidence: z.array(
    z.object({
      field: z.enum(['kind', 'person', 'iin', 'phone', 'address', 'site', 'lang']),
      from: z.number().int(),
      to: z.number().int(),
    }),
  ),
  /** Cases it may belong to: it answers a letter of theirs, names their number, or comes from the same address. */
  cases: z.array(
    z.object({
      number: z.string(),
      kind: CaseKind,
      applicantName: z.string(),
      by: z.enum(['answer', 'number', 'sender']),
    }),
  ),
  /** Number of the case that this very message is registered as already. */
  registeredAs: z.string().nullable(),
  /** The next message that waits; null where this is the last. */
  next: IncomingId.nullable(),
})
export type IncomingMessage = z.infer<typeof IncomingMessage>

export const intake = {
  /**
   * Takes an e-mail file into the register, where it waits encrypted until the officer has settled it, and proposes
   * what to do with it. A message that was taken before, by its bytes or by its id, sender and subject, is not taken
   * twice: `known`, with its state as it is.
   */
  read: command({
    input: z.object({ bytes: Bytes }),
    output: IncomingMessage.extend({ known: z.boolean() }),
  }),
  list: query({
    input: z.object({ show: z.enum(['waiting', 'settled']), limit: z.number().int().min(1).max(500) }),
    output: z.object({ rows: z.array(IncomingRow), waiting: z.number().int() }),
  }),
  message: query({
    input: z.object({ id: IncomingId }),
    output: IncomingMessage,
    discloses: 'messageOpened',
  }),
  /** The layout as it came, with the pictures that are in the message. The desk cleans it before it shows it. */
  html: query({
    input: z.object({ id: IncomingId }),
    output: z.object({
      html: z.string(),
      pictures: z.array(z.object({ contentId: z.string(), mime: z.string(), bytes: Bytes })),
    }),
    discloses: 'messageOpened',
  }),
  /** A file of the message, by its place among them; without one, the message itself. */
  file: query({
    input: z.object({ id: IncomingId, index: z.number().int().min(0).nullable() }),
    output: z.object({ name: z.string(), bytes: Bytes }),
    discloses: 'messageFileOpened',
  }),
  /** The message and its files become those of a case that exists. */
  attach: command({
    input: z.object({ id: IncomingId, caseNumber: z.string().trim().min(1).max(limits.line) }),
    output: z.object({ caseId: CaseId, next: IncomingId.nullable() }),
  }),
  /**
   * Puts a report to the letter it tells of: one that did not arrive counts as not delivered any more. An automatic
   * reply is put to the letter it answers, and changes nothing of it.
   */
  fileReport: command({
    input: z.object({ id: IncomingId, mailId: MailId }),
    output: z.object({ caseId: CaseId, next: IncomingId.nullable() }),
  }),
  /** Not a request. It stays in the register and can be taken back. */
  setAside: command({
    input: z.object({ id: IncomingId, note: z.string().trim().max(limits.line) }),
    output: z.object({ next: IncomingId.nullable() }),
  }),
  takeBack: command({ input: z.object({ id: IncomingId }), output: z.object({}) }),
}
