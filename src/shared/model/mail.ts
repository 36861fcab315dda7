import { z } from 'zod'

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
