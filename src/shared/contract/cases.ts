import { z } from 'zod'
import { Attachment } from '../model/attachment.ts'
import { AuditEntry } from '../model/audit.ts'
import {
  Applicant,
  CaseDetails,
  CaseKind,
  CaseStatus,
  Channel,
  limits,
  Outcome,
  Representative,
  requiredNote,
  Step,
  type StepAction,
  VerificationMethod,
} from '../model/case.ts'
import { RefusalGround } from '../model/catalog.ts'
import { Clock, DueDate } from '../model/clock.ts'
import { AttachmentId, Bytes, CaseId, IncomingId, Instant, LetterId, Sha256 } from '../model/ids.ts'
import { LetterLang, Trilingual } from '../model/lang.ts'
import { CaseView, everything, Narrow, Sort } from '../model/list.ts'
import { LocalDate } from '../model/local-date.ts'
import { ShownMail } from '../model/mail.ts'
import { Destruction } from '../model/retention.ts'
import { command, query } from './call.ts'
import { OfficerId } from './officers.ts'
import { RelatedCase } from './relations.ts'

const IssuedLetter = z.object({
  id: LetterId,
  templateId: z.string(),
  title: Trilingual,
  lang: LetterLang,
  number: z.string(),
  issuedOn: LocalDate,
  issuedAt: z.string(),
  issuedBy: z.string(),
  sha256: Sha256,
  answers: z.boolean(),
  /** Stays in the case: there is nobody to send it to. */
  internal: z.boolean(),
  /** The officer changed the words of the template. */
  edited: z.boolean(),
  /** Numbers of the letter this one takes the place of, and of those that take its place. */
  corrects: z.string().nullable(),
  correctedBy: z.array(z.string()),
  delivery: z
    .object({ method: z.enum(['email', 'inPerson', 'post']), on: LocalDate, note: z.string() })
    .nullable(),
})
export type IssuedLetter = z.infer<typeof IssuedLetter>

const CaseMail = ShownMail.extend({ letterId: LetterId })
export type CaseMail = z.infer<typeof CaseMail>

const Verification = z.object({
  method: VerificationMethod,
  compared: z.string(),
  confirmed: z.boolean(),
  officer: z.string(),
  at: Instant,
})
export type Verification = z.infer<typeof Verification>

const CaseNote = z.object({ text: z.string(), officer: z.string(), at: Instant })
export type CaseNote = z.infer<typeof CaseNote>

const CaseRow = z.object({
  id: CaseId,
  number: z.string(),
  kind: CaseKind,
  status: CaseStatus,
  applicantName: z.string(),
  receivedOn: LocalDate,
  /** The nearest due date of the clocks that run; null when none does. */
  dueOn: LocalDate.nullable(),
  daysLeft: z.number().int().nullable(),
  /** The date by the rule, where a pause or an extension moved it; it stays visible. */
  ruleDueOn: LocalDate.nullable(),
  /** Closed without an answer. */
  annulled: z.boolean(),
  assigneeId: OfficerId.nullable(),
  assignee: z.string().nullable(),
})
export type CaseRow = z.infer<typeof CaseRow>

const CaseCard = z.object({
  id: CaseId,
  number: z.string(),
  kind: CaseKind,
  status: CaseStatus,
  channel: Channel,
  receivedOn: LocalDate,
  registeredAt: Instant,
  applicant: Applicant,
  representative: Representative.nullable(),
  verifications: z.array(Verification),
  details: CaseDetails,
  site: z.string(),
  subject: z.string(),
  text: z.string(),
  /** Day on which a claim went on to court. */
  courtOn: LocalDate.nullable(),
  outcome: Outcome.nullable(),
  refusalGround: z.string().nullable(),
  reason: z.string(),
  latenessReason: z.string().nullable(),
  /** True: the case is late and `close` will ask why. */
  late: z.boolean(),
  /** Closed without an answer. */
  annulled: z.boolean(),
  clocks: z.array(Clock),
  attachments: z.array(Attachment),
  letters: z.array(IssuedLetter),
  mails: z.array(CaseMail),
  assigneeId: OfficerId.nullable(),
  /** The officer who has the case; null: nobody. */
  assignee: z.string().nullable(),
  notes: z.array(CaseNote),
  related: z.array(RelatedCase),
  destroyed: Destruction.nullable(),
  history: z.array(AuditEntry),
  /** Steps that the table of transitions allows now. */
  steps: z.array(z.custom<StepAction>((value) => typeof value === 'string')),
  outcomes: z.array(Outcome),
})
export type CaseCard = z.infer<typeof CaseCard>

/** Where the next page begins: what the last row was sorted by, and its id; while one searches also how it matched. */
const Cursor = z.object({
  value: z.union([z.string(), z.number()]).nullable(),
  id: CaseId,
  tier: z.enum(['exact', 'alike']),
})

export const NewCase = z.object({
  kind: CaseKind,
  channel: Channel,
  receivedOn: LocalDate,
  /** Documents that prove the right data came with the request (starts the clock of rectification). */
  documentsEnclosed: z.boolean(),
  applicant: Applicant,
  representative: Representative.nullable(),
  details: CaseDetails,
  /** The case this one grew from, as a claim from a refusal. */
  followsId: CaseId.nullable().default(null),
  site: z.string().max(limits.line),
  subject: z.string().max(limits.line),
  text: z.string().max(limits.text),
  /** A message that waits: it and its attachments become those of the case. */
  emailId: IncomingId.nullable(),
  attachments: z
    .array(z.object({ name: z.string().min(1).max(limits.line), mime: z.string().max(200), bytes: Bytes }))
    .max(100),
})
export type NewCase = z.infer<typeof NewCase>

/** `assigneeId` null: nobody has the case. */
export const Assignment = z.object({ id: CaseId, assigneeId: OfficerId.nullable() })

export const cases = {
  /** Due dates the case would get, before it is registered. */
  forecast: query({
    input: z.object({
      kind: CaseKind,
      receivedOn: LocalDate,
      documentsEnclosed: z.boolean(),
      ground: CaseDetails.shape.ground,
      statedDueOn: CaseDetails.shape.statedDueOn,
    }),
    output: z.object({ clocks: z.array(DueDate) }),
  }),
  register: command({ input: NewCase, output: z.object({ id: CaseId, number: z.string() }) }),
  list: query({
    input: CaseView.extend({
      narrow: Narrow.default(everything),
      sort: Sort.nullable().default(null),
      after: Cursor.nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.object({
      rows: z.array(CaseRow),
      next: Cursor.nullable(),
    }),
  }),
  summary: query({
    input: z.object({}),
    output: z.object({
      today: LocalDate,
      dueToday: z.number().int(),
      late: z.number().int(),
      fresh: z.number().int(),
      open: z.number().int(),
      unsettledMails: z.number().int(),
      /** Messages that came and were not settled yet. */
      incoming: z.number().int(),
    }),
  }),
  card: query({ input: z.object({ id: CaseId }), output: CaseCard, discloses: 'cardOpened' }),
  take: command({ input: z.object({ id: CaseId, step: Step }), output: z.object({ status: CaseStatus }) }),
  /** Who asks, set right where it was taken down wrong. Fails with `caseClosed`, `stepNotAllowed` or `caseFieldMissing`. */
  correctApplicant: command({
    input: z.object({ id: CaseId, applicant: Applicant }),
    output: z.object({}),
  }),
  /** Who acts for the applicant, once known or renewed; null: nobody does. */
  setRepresentative: command({
    input: z.object({ id: CaseId, representative: Representative.nullable() }),
    output: z.object({}),
  }),
  /** Words of the officer on the case, kept and found with it. */
  addNote: command({ input: z.object({ id: CaseId, text: requiredNote }), output: z.object({}) }),
  /** `undo`: who had each case before, for `bulk.undoReassign`. */
  reassign: command({
    input: z.object({ assignments: z.array(Assignment).min(1).max(10_000) }),
    output: z.object({ undo: z.array(Assignment) }),
  }),
  /** Sites that the filter and the form offer: those of the catalog. */
  sites: query({ input: z.object({}), output: z.object({ sites: z.array(z.string()) }) }),
  views: query({
    input: z.object({}),
    output: z.object({ views: z.array(z.object({ name: z.string(), view: CaseView })) }),
  }),
  /** A view of the same name is written over. */
  saveView: command({
    input: z.object({ name: z.string().trim().min(1).max(limits.name), view: CaseView }),
    output: z.object({}),
  }),
  removeView: command({ input: z.object({ name: z.string() }), output: z.object({}) }),
  attachment: query({
    input: z.object({ id: AttachmentId }),
    output: z.object({ caseId: CaseId, name: z.string(), mime: z.string(), bytes: Bytes }),
    discloses: 'attachmentOpened',
  }),
  /** Grounds of the case's kind, and whether a refusal may rest on each as the case stands. */
  refusalGrounds: query({
    input: z.object({ id: CaseId }),
    output: z.object({ grounds: z.array(RefusalGround.extend({ fits: z.boolean() })) }),
  }),
}
