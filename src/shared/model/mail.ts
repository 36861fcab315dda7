import { z } from 'zod'
import { Instant } from './ids.ts'
import { ReportOutcome } from './incoming.ts'

/** `unknown`: the line dropped after the message began; the officer settles it, never a second send by itself. */
export const MailState = z.enum(['queued', 'sending', 'sent', 'failed', 'unknown'])
export type MailState = z.infer<typeof MailState>

/** Why a message was not sent. Each has its text in the desk's languages. */
export const SendFailure = z.enum([
  'hostUnknown',
  'unreachable',
  'timeout',
  'tlsFailed',
  'loginRefused',
  'senderRefused',
  'recipientRefused',
  'rejected',
  'temporarilyRefused',
  'connectionLost',
])
export type SendFailure = z.infer<typeof SendFailure>

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
