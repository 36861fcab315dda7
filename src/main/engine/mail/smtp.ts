import { Readable } from 'node:stream'
import type { SMTPEnvelope } from 'nodemailer/lib/smtp-connection'
import type { SendFailure, TestStage } from '../../../shared/model/mail.ts'
import { cleanResponse, failureOf, isRefusal, readSmtpError } from './failure.ts'
import { envelopeAddress } from './message.ts'
import {
  isAscii,
  isLoopback,
  smtpSession,
  type SmtpAccount,
  type SmtpSession,
  type SmtpTimeouts,
} from './session.ts'

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

/** `stage`: what did not work; all before it did. */
export type TestOutcome =
  { ok: true; greeting: string } | { ok: false; stage: TestStage; failure: SendFailure; response: string }

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
  const outcome = await sendOnce(account, mail, withReport(mail), timeouts)
  // Nothing was taken yet, so that it can be asked for less.
  return refusesParameters(outcome) ? sendOnce(account, mail, envelopeOf(mail), timeouts) : outcome
}

/** Connects, secures, logs in and asks whether the sender is taken; sends nothing. Never rejects. */
export async function testConnection(
  account: SmtpAccount,
  timeouts: SmtpTimeouts = defaultTimeouts,
): Promise<TestOutcome> {
  const session = openable(account, timeouts)
  if (session === null) return { ok: false, stage: 'tls', failure: 'tlsFailed', response: '' }
  let stage: 'connection' | 'login' | 'sender' = 'connection'
  try {
    const greeting = await session.connect()
    stage = 'login'
    await session.login()
    stage = 'sender'
    await session.trySender(envelopeAddress(account.fromAddress))
    session.quit()
    return { ok: true, greeting: cleanResponse(greeting) }
  } catch (error) {
    session.close()
    const read = readSmtpError(error)
    const failure = failureOf(read)
    const failed = stage === 'connection' ? stageOf(failure) : stage
    return { ok: false, stage: failed, failure, response: read.response }
  }
}

/** What of the connection itself a failure speaks of. */
function stageOf(failure: SendFailure): TestStage {
  if (failure === 'hostUnknown') return 'name'
  return failure === 'tlsFailed' || failure.startsWith('certificate') ? 'tls' : 'port'
}

type Progress = { reached: 'nothing' | 'beginning' | 'end' }

async function sendOnce(
  account: SmtpAccount,
  mail: OutgoingMail,
  envelope: SMTPEnvelope,
  timeouts: SmtpTimeouts,
): Promise<SendOutcome> {
  const session = openable(account, timeouts)
  if (session === null) return { kind: 'failed', failure: 'tlsFailed', response: '' }
  const progress: Progress = { reached: 'nothing' }
  const message = Readable.from(chunksOf(mail.bytes, progress), { objectMode: false })
  try {
    await session.connect()
    await session.login()
    if (needsUtf8(mail) && !(await session.extensions()).includes('SMTPUTF8')) {
      session.quit()
      return { kind: 'failed', failure: 'utf8Unsupported', response: '' }
    }
    const response = cleanResponse(await session.send(envelope, message))
    session.quit()
    // A server that answers before it has the message can't have taken it whole; whether it did, nobody knows.
    return progress.reached === 'end' ? { kind: 'sent', response } : { kind: 'unknown', response }
  } catch (error) {
    session.close()
    return unsent(error, progress)
  }
}

/** Letters outside ASCII before an `@`; those behind it go as Punycode. */
function needsUtf8({ from, to }: OutgoingMail): boolean {
  return !isAscii(envelopeAddress(from)) || !isAscii(envelopeAddress(to))
}

function envelopeOf({ from, to, bytes }: OutgoingMail): SMTPEnvelope {
  return { from: envelopeAddress(from), to: [envelopeAddress(to)], size: bytes.length }
}

/**
 * Where the server offers it (RFC 3461), it is asked to tell what becomes of the message, under the message's own id, so
 * that the report finds its letter.
 */
function withReport(mail: OutgoingMail): SMTPEnvelope {
  const envid = mail.messageId.replace(/^<|>$/g, '')
  const recipient = envelopeAddress(mail.to)
  const dsn = {
    ret: 'HDRS',
    notify: ['SUCCESS', 'FAILURE', 'DELAY'],
    ...(isAscii(recipient) ? { orcpt: `rfc822;${recipient}` } : {}),
    ...(envid.length <= longestEnvelopeId && isAscii(envid) ? { envid } : {}),
  } as const
  return { ...envelopeOf(mail), dsn: { ...dsn, notify: [...dsn.notify] } }
}

/** The server does not know a parameter that it offered itself: 501, 504, 555 (RFC 5321 section 4.2.3). */
function refusesParameters(outcome: SendOutcome): boolean {
  if (outcome.kind !== 'failed') return false
  const { failure, response } = outcome
  return (failure === 'senderRefused' || failure === 'recipientRefused') && /^(501|504|555)\b/.test(response)
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
function* chunksOf(bytes: Uint8Array, progress: Progress): Generator<Uint8Array> {
  progress.reached = 'beginning'
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
  progress.reached = 'end'
}

/** Once the message began, only the server's refusal proves that it was not accepted (RFC 5321 section 4.2.5). */
function unsent(error: unknown, { reached }: Progress): SendOutcome {
  const read = readSmtpError(error)
  if (reached !== 'nothing' && !isRefusal(read)) return { kind: 'unknown', response: read.response }
  return { kind: 'failed', failure: failureOf(read), response: read.response }
}
