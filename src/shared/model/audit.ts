import { z } from 'zod'
import { CaseId, Instant } from './ids.ts'

/** Everything that is ever recorded, one word a deed. */
export const AuditAction = z.enum([
  'vaultCreated',
  'vaultUnlocked',
  'vaultLocked',
  'passphraseChanged',
  'passphraseStrengthened',
  'recoveryCodeMade',
  'keyAdded',
  'keyRemoved',
  'rekeyed',
  'vaultRestored',
  'backupMade',
  'backupFailed',
  'backupDrilled',
  'backupSettingsSaved',
  'protectionSaved',
  'organisationSaved',
  'pictureSaved',
  'documentMade',
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
  'noteAdded',
  'officerSaved',
  'dativeWordsSaved',
  'dativeWordRemoved',
  'takenUp',
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
])
export type Disclosure = z.infer<typeof Disclosure>
export const disclosures: ReadonlySet<AuditAction> = new Set(Disclosure.options)

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

/** The chain's newest entry as it was kept elsewhere: on paper, in a mail to oneself. */
export const SavedHead = z.object({
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SavedHead = z.infer<typeof SavedHead>
