import { z } from 'zod'
import { Lang } from './lang.ts'
import { LocalDate } from './local-date.ts'

/** What the person asks for. The law and the clocks of each: `resources/packs/kz/rules`. */
export const CaseKind = z.enum([
  'access',
  'rectification',
  'blocking',
  'destruction',
  'withdrawal',
  'optout',
  'claim',
  'question',
  'authority',
])
export type CaseKind = z.infer<typeof CaseKind>

export const Channel = z.enum(['email', 'paper', 'phone', 'portal'])
export type Channel = z.infer<typeof Channel>

export const CaseStatus = z.enum(['registered', 'inWork', 'decided', 'executed', 'answered', 'closed'])
export type CaseStatus = z.infer<typeof CaseStatus>

export const Outcome = z.enum([
  'granted',
  'partly',
  'refused',
  'nothingFound',
  /** Passed on to whom it concerns; the applicant is told. */
  'redirected',
  /** Taken back by the applicant: nothing more is owed. */
  'withdrawnByApplicant',
])
export type Outcome = z.infer<typeof Outcome>

/** How the identity was verified. Copies of documents are never collected. */
export const VerificationMethod = z.enum([
  'knownAddress',
  'portalAccount',
  'eSignature',
  'inPerson',
  'powerOfAttorney',
  /** The letter of an authority: its requisites and signature. */
  'officialLetter',
])
export type VerificationMethod = z.infer<typeof VerificationMethod>

/** Something that happened to a case and that starts or ends clocks. */
export const ClockEvent = z.enum([
  'received',
  /** With the receipt: data are said to be inaccurate, or processed unlawfully (policy cl. 28(4)). */
  'disputed',
  'documentsReceived',
  'blocked',
  'unblocked',
  'withdrawalAccepted',
  'violationConfirmed',
  'violationNotConfirmed',
  'executed',
  'refused',
  'nothingFound',
  'redirected',
  'requestWithdrawn',
  'answered',
  'decisionRevoked',
  'reopened',
  'annulled',
  /** The case became part of an earlier one. */
  'merged',
])
export type ClockEvent = z.infer<typeof ClockEvent>

/** Longest texts that the register takes, in UTF-16 units. */
export const limits = { name: 300, line: 500, note: 10_000, text: 2_000_000 } as const
/** Largest files that the register takes, in MiB. */
export const fileLimitsMiB = { attachment: 100, email: 150, mailingList: 50 } as const

const line = z.string().max(limits.line)
export const requiredLine = z.string().trim().min(1).max(limits.line)
export const note = z.string().max(limits.note)
export const requiredNote = z.string().trim().min(1).max(limits.note)

/** Why data are to be blocked or destroyed. */
export const Ground = z.enum(['inaccurate', 'unlawful', 'notNeeded'])
export type Ground = z.infer<typeof Ground>

/** Who asks. A person has a family name; an organisation or an authority has its own. */
export const Applicant = z.object({
  organisation: z.string().trim().max(limits.name),
  familyName: z.string().trim().max(limits.name),
  givenName: z.string().trim().max(limits.name),
  patronymic: z.string().trim().max(limits.name),
  /** Kept as typed: a wrong check digit is a warning, never a refusal. */
  iin: z.string().trim().max(20),
  address: line,
  email: z.string().trim().max(320),
  phone: z.string().trim().max(60),
  lang: Lang,
})
export type Applicant = z.infer<typeof Applicant>

/** Who acts for the applicant, and by which power of attorney. No copy of it is collected. */
export const Representative = z.object({
  name: z.string().trim().min(1).max(limits.name),
  powerNumber: requiredLine,
  powerIssuedOn: LocalDate,
  powerIssuer: requiredLine,
  /** Last day of the power; null: issued without a term. */
  powerValidUntil: LocalDate.nullable(),
})
export type Representative = z.infer<typeof Representative>

/**
 * What a request of some kind tells besides its text. Which kind asks for what: `core/casework/fields.ts`;
 * what a kind does not ask for stays empty.
 */
export const CaseDetails = z.object({
  ground: Ground.nullable(),
  /** What exactly is demanded: the right data, the data to destroy, the consent withdrawn, the claim. */
  demand: note,
  /** Sum of a claim in tiyn (1/100 tenge). */
  amountTiyn: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).nullable(),
  /** The applicant's own number and date of the letter. */
  referenceNumber: line,
  referenceOn: LocalDate.nullable(),
  /** The last day that the request itself states. */
  statedDueOn: LocalDate.nullable(),
})
export type CaseDetails = z.infer<typeof CaseDetails>

/** One step the officer takes on a case. Which step is allowed when: `core/casework/transitions.ts`. */
export const Step = z.discriminatedUnion('action', [
  z.object({ action: z.literal('takeUp') }),
  z.object({
    action: z.literal('verifyIdentity'),
    method: VerificationMethod,
    compared: requiredNote,
  }),
  /** Compared, and not the same person: the case stays where it is. */
  z.object({
    action: z.literal('failVerification'),
    method: VerificationMethod,
    compared: requiredNote,
  }),
  /** The override: goes on without a verified identity, under the officer's name. */
  z.object({ action: z.literal('proceedUnverified'), reason: requiredNote }),
  z.object({ action: z.literal('receiveDocuments'), receivedOn: LocalDate, what: requiredNote }),
  z.object({
    action: z.literal('block'),
    blockedOn: LocalDate,
    what: requiredNote,
    /** Ids of the systems the data are blocked in. */
    systems: z.array(z.string().max(100)).max(100).default([]),
  }),
  z.object({ action: z.literal('unblock'), unblockedOn: LocalDate, why: requiredNote }),
  z.object({
    action: z.literal('decide'),
    outcome: Outcome,
    /** Id of a ground of the catalog; the outcomes `refused` and `partly` need one. */
    refusalGround: z.string().nullable(),
    reason: note,
    /** Day of the decision, from which the term to act on it runs; none: today. */
    decidedOn: LocalDate.nullable().optional(),
  }),
  z.object({ action: z.literal('execute'), executedOn: LocalDate, what: requiredNote }),
  z.object({ action: z.literal('handToCourt'), handedOn: LocalDate, what: requiredNote }),
  z.object({ action: z.literal('close'), latenessReason: requiredNote.nullable() }),
  z.object({ action: z.literal('reopen'), reason: requiredNote }),
  /** Registered by mistake or twice, redirected, or taken back by the applicant. */
  z.object({ action: z.literal('annul'), reason: requiredNote }),
])
export type Step = z.infer<typeof Step>
/** `answer` is not taken by hand: it happens when the letter that answers is delivered. */
export type StepAction = Step['action'] | 'answer'
