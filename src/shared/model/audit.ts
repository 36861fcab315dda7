import { z } from 'zod'
import { limits } from './case.ts'
import { CaseId, Instant } from './ids.ts'
import { LocalDate } from './local-date.ts'

/** Everything that is ever recorded, one word a deed. */
export const AuditAction = z.enum([
  'vaultCreated',
  'vaultUnlocked',
  'vaultLocked',
  'passphraseChanged',
  'passphraseStrengthened',
  'passphraseMistyped',
  'recoveryCodeMade',
  'keyAdded',
  'keyRemoved',
  'keyGone',
  'keyFileGone',
  'keyFileReplaced',
  'rekeyed',
  'vaultRestored',
  'backupMade',
  'backupChecked',
  'backupFailed',
  'backupRemoved',
  'backupDrilled',
  'backupSettingsSaved',
  'protectionSaved',
  'organisationSaved',
  'pictureSaved',
  'documentMade',
  'printed',
  'paperSaved',
  'smtpSaved',
  'ruleConfirmed',
  'ruleSaved',
  'calendarSaved',
  'clockMoved',
  'clockPaused',
  'clockResumed',
  'clockExtended',
  'adjustmentRevoked',
  'caseRegistered',
  'reassigned',
  'related',
  'unrelated',
  'merged',
  'mergeUndone',
  'noteAdded',
  'officerSaved',
  'dativeWordsSaved',
  'dativeWordRemoved',
  'takenUp',
  'applicantCorrected',
  'representativeSet',
  'identityVerified',
  'identityNotConfirmed',
  'proceededUnverified',
  'documentsReceived',
  'blocked',
  'unblocked',
  'systemNoted',
  'systemSaved',
  'decided',
  'executed',
  'answered',
  'handedToCourt',
  'closed',
  'closeUndone',
  'reopened',
  'annulled',
  'suppressed',
  'unsuppressed',
  'listChecked',
  'letterIssued',
  'differencesAccepted',
  'letterTextSaved',
  'letterTextRestored',
  'letterHandedOver',
  'passwordMade',
  'mailQueued',
  'disclosedUnverified',
  'mailSending',
  'mailDeferred',
  'mailTakenBack',
  'mailSent',
  'mailFailed',
  'mailUnknown',
  'mailSettled',
  'mailRetried',
  'mailBounced',
  'mailReported',
  'autoReplyReceived',
  'messageTaken',
  'messageAttached',
  'messageSetAside',
  'messageTakenBack',
  'viewSaved',
  'viewRemoved',
  'caseSealed',
  'cardOpened',
  'attachmentOpened',
  'letterOpened',
  'messageOpened',
  'messageFileOpened',
  'mailOpened',
  'calendarExported',
  'mailboxSaved',
  'mailboxFetched',
  'mailboxFailed',
  'recordExported',
  'headSent',
  'evidenceMade',
  'retentionSaved',
  'caseHeld',
  'caseReleased',
  'caseDestroyed',
  'actMade',
  'setAsideDestroyed',
])
export type AuditAction = z.infer<typeof AuditAction>

/** Entries that tell who looked at what, or took it out; they change nothing. */
export const Disclosure = AuditAction.extract([
  'cardOpened',
  'attachmentOpened',
  'letterOpened',
  'messageOpened',
  'messageFileOpened',
  'mailOpened',
  'calendarExported',
  'printed',
  'paperSaved',
  'recordExported',
  'evidenceMade',
])
export type Disclosure = z.infer<typeof Disclosure>
export const disclosures: ReadonlySet<AuditAction> = new Set(Disclosure.options)

/** Every deed by which something of the register is seen or leaves it, or may have left it: opened, exported, printed, sent, handed over. */
export const disclosing: ReadonlySet<AuditAction> = new Set([
  ...Disclosure.options,
  'documentMade',
  'mailSent',
  'mailUnknown',
  'mailSettled',
  'letterHandedOver',
] as const)

/** What is sealed besides the cases, in the words of a check that finds it changed. */
export const RowKind = z.enum([
  'officer',
  'key',
  'suppression',
  'rule',
  'calendar',
  'system',
  'letterText',
  'setting',
  'message',
  'act',
])
export type RowKind = z.infer<typeof RowKind>

const scalar = z.union([z.string(), z.number(), z.null()])
/** A detail says a value, or how one changed. */
export const AuditDetails = z.record(z.string(), z.union([scalar, z.object({ before: scalar, now: scalar })]))
export type AuditDetails = z.infer<typeof AuditDetails>

/** What one link of the chain says; the chain itself covers every word of it. */
export const AuditEntry = z.object({
  seq: z.number().int().positive(),
  at: Instant,
  actor: z.string(),
  action: AuditAction,
  caseId: CaseId.nullable(),
  details: AuditDetails,
  /** The details were erased with the case they told of; that something was done still stands. */
  erased: z.boolean(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Papers that leave the desk, and files of the register. `reckoning`: why a date is that date; `mail`: a message as it was sent. */
export const Paper = z.enum([
  'letter',
  'caseCard',
  'journal',
  'report',
  'act',
  'reckoning',
  'daySheet',
  'recoverySheet',
  'attachment',
  'mail',
  'message',
  'messageFile',
])
/** A paper that is printed or saved: of which case, and the name of the file or what tells it from others of its kind. */
export const LeavingPaper = z.object({
  paper: Paper,
  caseId: CaseId.nullable(),
  name: z.string().trim().max(limits.line),
})
export type LeavingPaper = z.infer<typeof LeavingPaper>

/** Which entries are asked for; what is null does not narrow. Days are of Almaty, both counted. */
export const AuditFilter = z.object({
  caseNumber: z.string().trim().max(100).default(''),
  actor: z.string().max(1_000).nullable().default(null),
  action: AuditAction.nullable().default(null),
  from: LocalDate.nullable().default(null),
  to: LocalDate.nullable().default(null),
  disclosuresOnly: z.boolean().default(false),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** The chain's newest entry as it was kept elsewhere: on paper, in a mail to oneself. */
export const SavedHead = z.object({
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SavedHead = z.infer<typeof SavedHead>
