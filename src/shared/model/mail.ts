import { z } from 'zod'
import { VerificationMethod } from './case.ts'
import { Instant, MailId, Sha256 } from './ids.ts'
import { ReportOutcome } from './incoming.ts'
import { LetterLang, Trilingual } from './lang.ts'
import { LocalDate } from './local-date.ts'

/**
 * `queued` with a failure: the last attempt was put off, and another follows by itself. `unknown`: the line dropped after
 * the message began; the officer settles it, never a second send by itself. `withdrawn`: taken back before it went.
 */
export const MailState = z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'withdrawn'])
export type MailState = z.infer<typeof MailState>

/** Why a message was not sent. Each has its text in the desk's languages. */
export const SendFailure = z.enum([
  'hostUnknown',
  'unreachable',
  'timeout',
  'tlsFailed',
  'certificateExpired',
  /** Of another name. */
  'certificateForeign',
  'certificateUntrusted',
  'loginRefused',
  'loginUnsupported',
  'senderRefused',
  'recipientRefused',
  /** An address has letters outside ASCII before the `@`, and the server can't carry them. */
  'utf8Unsupported',
  'tooLarge',
  'rejected',
  'temporarilyRefused',
  'connectionLost',
])
export type SendFailure = z.infer<typeof SendFailure>

/** One attempt to send a mail. */
export const MailAttempt = z.object({
  beganAt: Instant,
  /** Null while it lasts. */
  endedAt: Instant.nullable(),
  /** Name of the server; empty where an older program did not keep it. */
  server: z.string(),
  /** `deferred`: refused for now, or not reached; null while it lasts. */
  outcome: z.enum(['sent', 'deferred', 'failed', 'unknown']).nullable(),
  failure: SendFailure.nullable(),
  /** The server's own words with their code; empty where it said none. */
  response: z.string(),
})
export type MailAttempt = z.infer<typeof MailAttempt>

/** `retry.json`: when a mail that was put off is tried again. */
export const RetryPolicy = z.object({
  /** Minutes before the second attempt, the third, …; the last delay repeats. */
  delaysMinutes: z.array(z.number().int().positive()).min(1),
  /** From the first temporary refusal. A server that can't be reached is waited for as long as it takes. */
  giveUpAfterHours: z.number().positive(),
  source: z.string().min(1),
})
export type RetryPolicy = z.infer<typeof RetryPolicy>

/** What a connection needs, one after another; `sender`: that the server takes mail from our address. */
export const TestStage = z.enum(['name', 'port', 'tls', 'login', 'sender'])
export type TestStage = z.infer<typeof TestStage>

/** `providers.json`: mail services whose settings are known. */
export const MailProviders = z.object({
  source: z.string().min(1),
  providers: z.array(
    z.object({
      name: z.string().min(1),
      host: z.string().min(1),
      port: z.number().int(),
      security: z.enum(['tls', 'starttls']),
      login: z.enum(['password', 'oauth']),
    }),
  ),
})
export type MailProvider = z.infer<typeof MailProviders>['providers'][number]

/** `protected.json`: what a letter that carries an encrypted file says of it. */
export const ProtectedMail = z.object({ note: z.object({ ru: z.string().min(1), kk: z.string().min(1) }) })
export type ProtectedMail = z.infer<typeof ProtectedMail>

/** A file that goes with a mail. */
export const MailFile = z.object({ name: z.string(), size: z.number().int(), sha256: Sha256 })
export type MailFile = z.infer<typeof MailFile>

/** What a mail server said later of a message it, or another, had taken. */
export const MailReport = z.object({
  outcome: ReportOutcome,
  /** `5.1.1` (RFC 3463); empty where it gave none. */
  status: z.string(),
  /** The server's own words. */
  words: z.string(),
  at: Instant,
})
export type MailReport = z.infer<typeof MailReport>

/** What the desk shows of a mail. */
export const ShownMail = z.object({
  id: MailId,
  to: z.string(),
  subject: z.string(),
  state: MailState,
  failure: SendFailure.nullable(),
  /** The server's own words. */
  response: z.string(),
  report: MailReport.nullable(),
  /** Of a mail that was put off: when it is tried again. */
  retryAt: Instant.nullable(),
  attempts: z.number().int(),
  /** Of the message as it went; null before the first attempt. */
  sha256: Sha256.nullable(),
  updatedAt: Instant,
})
export type ShownMail = z.infer<typeof ShownMail>

/** What the officer looks at once more before a letter goes. */
export const SendingGate = z.object({
  /** The address of the case; empty where it has none. */
  known: z.string(),
  /** The request came from an address that was known before: it is the person's own. */
  addressVerified: z.boolean(),
  identityVerified: z.boolean(),
  verifiedBy: VerificationMethod.nullable(),
  /** The letter tells of data that are held of the person. */
  discloses: z.boolean(),
  caseNumber: z.string(),
  letterNumber: z.string(),
  lang: LetterLang,
  /** Clocks that end once the letter is there. */
  stops: z.array(z.object({ title: Trilingual, dueOn: LocalDate, daysLeft: z.number().int() })),
})
export type SendingGate = z.infer<typeof SendingGate>

/** Why a mailbox could not be read. Each has its text in the desk's languages. */
export const MailboxFailure = z.enum([
  'hostUnknown',
  'unreachable',
  'timeout',
  'tlsFailed',
  'loginRefused',
  'mailboxMissing',
  'targetMissing',
  'refused',
  'connectionLost',
])
export type MailboxFailure = z.infer<typeof MailboxFailure>
