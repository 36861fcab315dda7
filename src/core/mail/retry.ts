import type { RetryPolicy, SendFailure } from '../../shared/model/mail.ts'

/** The server was not reached, or went silent before the message began: a network that is away, most likely. */
const unreached: ReadonlySet<SendFailure> = new Set([
  'hostUnknown',
  'unreachable',
  'timeout',
  'connectionLost',
])

/** Whether a mail waits for its server to be reached, however long that takes. */
export function waitsForServer(failure: SendFailure): boolean {
  return unreached.has(failure)
}

/** How often a mail was put off since it was queued, and the first moment a server refused it for now (ms since 1970). */
export type PutOff = { deferrals: number; refusedSince: number | null }

const minuteMs = 60_000

/**
 * When a mail that failed is tried again, in milliseconds since 1970. Null: never by itself, since the refusal is for good
 * or lasts longer than the policy waits.
 */
export function nextAttemptAt(
  { delaysMinutes, giveUpAfterHours }: RetryPolicy,
  failure: SendFailure,
  { deferrals, refusedSince }: PutOff,
  now: number,
): number | null {
  if (failure !== 'temporarilyRefused' && !waitsForServer(failure)) return null
  const delay = delaysMinutes[Math.min(deferrals, delaysMinutes.length - 1)] ?? 0
  const next = now + delay * minuteMs
  if (waitsForServer(failure)) return next
  const givenUpAt = (refusedSince ?? now) + giveUpAfterHours * 60 * minuteMs
  return next > givenUpAt ? null : next
}
