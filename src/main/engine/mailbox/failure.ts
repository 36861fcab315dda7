import { AppFailure } from '../../../shared/errors.ts'
import type { MailboxFailure } from '../../../shared/model/mail.ts'
import { cleanResponse } from '../mail/failure.ts'

/** A failure of the mailbox as the desk tells it; whatever else was thrown stays what it is. */
export function asMailboxFailure(error: unknown): unknown {
  if (error instanceof AppFailure || !(error instanceof Error)) return error
  // Where the server offers no way to log in as asked, imapflow has words only.
  const isUnoffered = error.message === 'Unsupported authentication mechanism'
  const failure = isUnoffered ? 'loginRefused' : failureOf({ ...error })
  return failure === null ? error : mailboxFailed(failure, error)
}

export function mailboxFailed(failure: MailboxFailure, error: unknown = null): AppFailure<'mailboxFailed'> {
  const words = error instanceof Error ? textOf({ ...error }, 'responseText') : ''
  return new AppFailure('mailboxFailed', { failure, response: cleanResponse(words) })
}

/** Whether the line dropped: then another attempt goes on where this one ended. */
export function isLost(error: unknown): boolean {
  return error instanceof AppFailure && Reflect.get(error.details, 'failure') === 'connectionLost'
}

const noWay = /^(ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EACCES)$/
const nameless = /^(ENOTFOUND|EAI_\w+|EDNS)$/
const late = /^(ETIMEDOUT|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|LockTimeout)$/
/** Codes of Node's TLS and of the certificate check (`X509_V_ERR_…`), and of a STARTTLS that was tampered with. */
const ofTls =
  /^ERR_(TLS|SSL)|CERT|SIGNATURE|CRL|^EPROTO$|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH|STARTTLS/
const lost =
  /^(NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnect\w+|ECONNRESET|EPIPE|ERR_STREAM\w*|ERR_SOCKET\w*|ParserError\w*|UnexpectedTag|MissingTag|InvalidResponse|ResponseProcessingFailed|LineTooLarge|LiteralTooLarge|ResponseTooLarge|Too\w+)$/

/** Null: no fault of the mailbox or of the way to it. */
function failureOf(fields: object): MailboxFailure | null {
  const code = textOf(fields, 'code')
  if (Reflect.get(fields, 'authenticationFailed') === true) return 'loginRefused'
  if (Reflect.get(fields, 'tlsFailed') === true || ofTls.test(code)) return 'tlsFailed'
  if (Reflect.get(fields, 'mailboxMissing') === true) return 'mailboxMissing'
  if (nameless.test(code)) return 'hostUnknown'
  if (noWay.test(code)) return 'unreachable'
  if (late.test(code)) return 'timeout'
  if (lost.test(code)) return 'connectionLost'
  return textOf(fields, 'responseStatus') === '' ? null : 'refused'
}

function textOf(fields: object, key: string): string {
  const value: unknown = Reflect.get(fields, key)
  return typeof value === 'string' ? value : ''
}
