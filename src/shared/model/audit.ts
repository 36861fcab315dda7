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
  'organisationSaved',
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
  'letterHandedOver',
  'mailQueued',
  'mailSending',
  'mailSent',
  'mailFailed',
  'mailUnknown',
  'mailSettled',
  'mailRetried',
])
export type AuditAction = z.infer<typeof AuditAction>

export const AuditDetails = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type AuditDetails = z.infer<typeof AuditDetails>

/** One link of the chain: `hash` covers the entry and the hash before it. */
export const AuditEntry = z.object({
  seq: z.number().int().positive(),
  at: Instant,
  actor: z.string(),
  action: AuditAction,
  caseId: CaseId.nullable(),
  details: AuditDetails,
})
export type AuditEntry = z.infer<typeof AuditEntry>
