import { Readable } from 'node:stream'
import type { SMTPEnvelope } from 'nodemailer/lib/smtp-connection'
import type { SendFailure } from '../../../shared/model/mail.ts'
import { cleanResponse, failureOf, isRefusal, readSmtpError } from './failure.ts'
import { envelopeAddress } from './message.ts'
import { isLoopback, smtpSession, type SmtpAccount, type SmtpSession, type SmtpTimeouts } from './session.ts'

/** `bytes`: the whole message, as `composeMessage` makes it; `messageId`: as in there. */
export type OutgoingMail = { from: string; to: string; bytes: Uint8Array; messageId: string }

/**
 * `response`: the server's own words, empty where it said none.
 * `unknown`: the message was under way when the line broke, so it may have arrived; only a person can find out.
 */
export type SendOutcome =
  | { kind: 'sent'; response: string }
  | { kind: 'failed'; failure: SendFailure; response: string }
  | { kind: 'unknown'; response: string }

export type TestOutcome =
  { ok: true; greeting: string } | { ok: false; failure: SendFailure; response: string }

const defaultTimeouts: SmtpTimeouts = { connectionMs: 20_000, greetingMs: 20_000, socketMs: 60_000 }
const chunkSize = 65_536
/** RFC 3461 section 4.4. */
const longestEnvelopeId = 100

/** Sends one message to one recipient. Never rejects: whatever happens is an outcome. */
export async function sendMessage(
  account: SmtpAccount,
  mail: OutgoingMail,
  timeouts: SmtpTimeouts = defaultTimeouts,
): Promise<SendOutcome> {
  const session = openable(account, timeouts)
  if (session === null) return { kind: 'failed', failure: 'tlsFailed', response: '' }
  let begun = false
  const message = Readable.from(
    chunksOf(mail.bytes, () => {
      begun = true
    }),
    { objectMode: false },
  )
  try {
    await session.open()
    const response = await session.send(envelopeOf(mail), message)
    session.quit()
    return { kind: 'sent', response: cleanResponse(response) }
  } catch (error) {
    session.close()
    return unsent(error, begun)
  }
}

/** Connects, secures and logs in; sends nothing. Never rejects. */
export async function testConnection(
  account: SmtpAccount,
  timeouts: SmtpTimeouts = defaultTimeouts,
): Promise<TestOutcome> {
  const session = openable(account, timeouts)
  if (session === null) return { ok: false, failure: 'tlsFailed', response: '' }
  try {
    const greeting = await session.open()
    session.quit()
    return { ok: true, greeting: cleanResponse(greeting) }
  } catch (error) {
    session.close()
    const read = readSmtpError(error)
    return { ok: false, failure: failureOf(read), response: read.response }
  }
}

/**
 * The envelope of a mail. Where the server offers it (RFC 3461), it is asked to tell what becomes of the message, under the
 * message's own id, so that the report finds its letter.
 */
function envelopeOf({ from, to, bytes, messageId }: OutgoingMail): SMTPEnvelope {
  const envid = messageId.replace(/^<|>$/g, '')
  const recipient = envelopeAddress(to)
  return {
    from: envelopeAddress(from),
    to: [recipient],
    size: bytes.length,
    dsn: {
      ret: 'HDRS',
      notify: ['SUCCESS', 'FAILURE', 'DELAY'],
      orcpt: `rfc822;${recipient}`,
      ...(envid.length <= longestEnvelopeId ? { envid } : {}),
    },
  }
}

/** Null where the account would show a password in the clear, or where its authority's PEM cannot be read. */
function openable(account: SmtpAccount, timeouts: SmtpTimeouts): SmtpSession | null {
  if (account.security === 'none' && account.user !== '' && !isLoopback(account.host)) return null
  try {
    return smtpSession(account, timeouts)
  } catch {
    return null
  }
}

/** The message in pieces. The first is asked for when the server has accepted DATA, and not before. */
function* chunksOf(bytes: Uint8Array, begin: () => void): Generator<Uint8Array> {
  begin()
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
}

/** Once the message began, only the server's refusal proves that it was not accepted (RFC 5321 section 4.2.5). */
function unsent(error: unknown, begun: boolean): SendOutcome {
  const read = readSmtpError(error)
  if (begun && !isRefusal(read)) return { kind: 'unknown', response: read.response }
  return { kind: 'failed', failure: failureOf(read), response: read.response }
}
