import { z } from 'zod'

const none = z.object({})

/** In which part of a letter a character stands. */
export const GlyphPlace = z.enum([
  'letterhead',
  'number',
  'addressee',
  'title',
  'salutation',
  'body',
  'closing',
  'signatory',
  'executor',
])
export type GlyphPlace = z.infer<typeof GlyphPlace>

/**
 * The closed list of expected failures, with what each tells besides its name.
 * Details hold no personal data: they name limits, years and states, never people.
 */
export const appErrors = {
  internal: none,
  unknownCall: none,
  senderRefused: none,
  inputInvalid: z.object({ field: z.string() }),
  textTooLong: z.object({ field: z.string(), limit: z.number() }),

  vaultLocked: none,
  vaultAbsent: none,
  vaultExists: none,
  vaultInUse: none,
  vaultDamaged: none,
  keyFileDamaged: none,
  vaultNewer: z.object({ found: z.number(), supported: z.number() }),
  passphraseWrong: none,
  passphraseWeak: z.object({ minLength: z.number() }),
  recoveryCodeWrong: none,
  recoveryCodeMistyped: z.object({ group: z.number() }),
  keychainFailed: none,
  unlockDelayed: z.object({ seconds: z.number() }),
  auditorReadsOnly: none,
  lastKey: none,
  ownKey: none,
  keyUnknown: none,
  keyHeld: none,
  codeHeld: none,
  backupFolderUnset: none,
  backupFolderInVault: none,
  backupAbsent: none,
  backupOtherKey: none,
  backupDamaged: none,
  backupNewer: z.object({ found: z.number(), supported: z.number() }),
  vaultFileGone: z.object({ folder: z.string() }),
  /** Of the shell: a folder is named by nobody but the officer, in the system's dialog. */
  folderNotPicked: none,
  folderUnwritable: z.object({ folder: z.string() }),
  diskFull: none,

  caseNotFound: none,
  stepNotAllowed: z.object({ status: z.string(), action: z.string() }),
  outcomeNotAllowed: z.object({ outcome: z.string() }),
  refusalGroundMissing: none,
  caseClosed: none,
  caseNumberUnknown: none,
  mergeIntoEarlier: none,
  mergeOtherKind: none,
  mergeOtherPerson: none,
  mergeAfterDecision: none,
  relationToItself: none,
  relationHeld: z.object({ number: z.string() }),
  caseFieldMissing: z.object({ field: z.string() }),
  representativeMissing: none,
  powerExpired: z.object({ on: z.string() }),
  deedWithoutData: none,
  systemUnknown: none,
  categoryUnknown: none,
  systemsNotSearched: none,
  systemsNotTreated: none,
  stillBlocked: none,
  clocksOpen: z.object({ count: z.number() }),
  latenessReasonMissing: none,
  dateInFuture: z.object({ today: z.string() }),
  dateTooEarly: z.object({ earliest: z.string() }),
  calendarYearMissing: z.object({ year: z.number() }),
  ruleUnknown: none,
  clockNotFound: none,
  clockEnded: none,
  clockNotPausable: none,
  clockNotBegun: z.object({ first: z.string() }),
  pausesOverlap: none,
  notPaused: none,
  extensionNotLater: z.object({ dueOn: z.string() }),
  adjustmentUnknown: none,
  calendarInvalid: z.object({ fault: z.string(), date: z.string() }),
  ruleInvalid: z.object({ fault: z.string() }),
  lawPreviewStale: none,
  ruleMissing: z.object({ event: z.string(), on: z.string() }),

  officerUnknown: none,
  officerKnown: none,
  contactInvalid: none,
  suppressionUnknown: none,
  listUnreadable: none,
  listTooLarge: z.object({ limitMiB: z.number() }),

  attachmentNotFound: none,
  attachmentTooLarge: z.object({ limitMiB: z.number() }),
  emailTooLarge: z.object({ limitMiB: z.number() }),
  emailUnreadable: none,
  messageNotFound: none,
  messageSettled: z.object({ state: z.string() }),
  messageNoReport: none,
  mailboxNotSet: none,
  mailboxFailed: z.object({ failure: z.string(), response: z.string() }),
  emailAlreadyRegistered: z.object({ number: z.string() }),

  organisationMissing: none,
  letterNotFound: none,
  letterNotAllowed: z.object({ status: z.string() }),
  letterFieldMissing: z.object({ field: z.string() }),
  letterPreviewStale: none,
  templateUnknown: none,
  templateInvalid: z.object({ fault: z.string(), lang: z.string(), detail: z.string() }),
  letterLanguagesDiffer: z.object({ count: z.number() }),
  letterAlreadyDelivered: none,
  letterInternal: none,
  fontMissing: z.object({ file: z.string() }),
  /** `codePoint` as `U+1F642`. */
  glyphMissing: z.object({ codePoint: z.string(), where: GlyphPlace }),
  imageInvalid: none,
  imageTooLarge: z.object({ megapixels: z.number() }),
  checkCodeInvalid: none,
  pdfUnreadable: none,
  packInvalid: z.object({ file: z.string() }),

  smtpNotSet: none,
  addressInvalid: none,
  recipientDiffers: none,
  identityNotVerified: none,
  protectedFileGone: none,
  mailNotFound: none,
  mailNotComposed: none,
  mailStateWrong: z.object({ state: z.string() }),
  /** `stage`: what of a tested connection failed; empty where a message was to be sent. */
  smtpFailed: z.object({ stage: z.string(), failure: z.string(), response: z.string() }),
  dkimKeyInvalid: none,

  retentionStale: none,
  retentionHeld: z.object({ number: z.string() }),
  caseDestroyed: none,

  evidenceEmpty: none,
  evidenceTooLarge: z.object({ limitMiB: z.number() }),

  fileUnwritable: none,
  taskCancelled: none,
} as const

export type AppErrorCode = keyof typeof appErrors
export type AppErrorDetails<C extends AppErrorCode> = z.infer<(typeof appErrors)[C]>
export type AppError = { [C in AppErrorCode]: { code: C; details: AppErrorDetails<C> } }[AppErrorCode]

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** An expected failure as a value. */
export function fail<C extends AppErrorCode>(
  code: C,
  details: AppErrorDetails<C>,
): { ok: false; error: { code: C; details: AppErrorDetails<C> } } {
  return { ok: false, error: { code, details } }
}

/**
 * An expected failure on its way up to the gate, which turns it into a value.
 * Thrown inside a transaction it rolls the transaction back.
 */
export class AppFailure<C extends AppErrorCode = AppErrorCode> extends Error {
  readonly code: C
  readonly details: AppErrorDetails<C>

  constructor(code: C, details: AppErrorDetails<C>) {
    super(code)
    this.name = 'AppFailure'
    this.code = code
    this.details = details
  }
}
