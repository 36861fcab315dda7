import type { SendFailure } from '../../../shared/model/mail.ts'

/** What nodemailer tells of a failed step: the code of the kind, of the system, of the server, and the command. */
type SmtpError = {
  code: string
  originalCode: string
  responseCode: number
  command: string
  response: string
}

/** Reads an error of the SMTP connection; whatever it does not tell is empty. Its message is left alone: it may hold addresses. */
export function readSmtpError(error: unknown): SmtpError {
  const fields = error instanceof Error ? { ...error } : {}
  return {
    code: textOf(fields, 'code'),
    originalCode: textOf(fields, 'originalCode'),
    responseCode: numberOf(fields, 'responseCode'),
    command: textOf(fields, 'command'),
    response: cleanResponse(textOf(fields, 'response')) || announcedSize(error),
  }
}

/** `SIZE 2000000`, where that is all the server takes: it said so in its greeting, and was not asked further. */
function announcedSize(error: unknown): string {
  const size = error instanceof Error ? /larger than allowed (\d+)/.exec(error.message)?.[1] : undefined
  return size === undefined ? '' : `SIZE ${size}`
}

/** Whether the server itself refused: 4yz for now, 5yz for good (RFC 5321 section 4.2.1). */
export function isRefusal(error: SmtpError): boolean {
  return error.responseCode >= 400 && error.responseCode < 600
}

/** Why a message was not sent. */
export function failureOf(error: SmtpError): SendFailure {
  if (error.code === 'ETLS') return 'tlsFailed'
  return isRefusal(error) ? refusal(error) : breakdown(error)
}

/** The server's words on one line, at most 500 characters. */
export function cleanResponse(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 500)
}

function refusal({ code, responseCode, command, response }: SmtpError): SendFailure {
  if (responseCode < 500) return 'temporarilyRefused'
  // 530: the server wants a login first (RFC 4954 section 6).
  if (responseCode === 530) return 'loginRefused'
  // 502 to 504: the server knows no such login (RFC 4954 section 4).
  if (code === 'EAUTH')
    return responseCode >= 502 && responseCode <= 504 ? 'loginUnsupported' : 'loginRefused'
  // Too large for the server, which it may say at MAIL FROM already (RFC 1870; RFC 3463: 5.3.4).
  if (responseCode === 552 && !/^552[ -]5\.2\.2/.test(response)) return 'tooLarge'
  if (/^5\d\d[ -]5\.3\.4/.test(response)) return 'tooLarge'
  if (command === 'MAIL FROM') return 'senderRefused'
  if (command === 'RCPT TO') return 'recipientRefused'
  return 'rejected'
}

const noWay = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
])
/** Codes of Node's TLS and of the certificate check (`X509_V_ERR_…`). */
const ofTls = /^ERR_(TLS|SSL)|CERT|SIGNATURE|CRL|^EPROTO$|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH/

const certificateFailures: Record<string, SendFailure> = {
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateExpired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateForeign',
  HOSTNAME_MISMATCH: 'certificateForeign',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateUntrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateUntrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificateUntrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateUntrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateUntrusted',
}

function breakdown({ code, originalCode, command }: SmtpError): SendFailure {
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT') return 'timeout'
  if (code === 'EDNS') return 'hostUnknown'
  if (code === 'EAUTH') return 'loginRefused'
  // Larger than what the server announced (RFC 1870): it was not even asked.
  if (code === 'EMESSAGE' && command === 'MAIL FROM') return 'tooLarge'
  if (code === 'EMESSAGE' || code === 'EPROTOCOL') return 'rejected'
  if (noWay.has(originalCode)) return 'unreachable'
  return certificateFailures[originalCode] ?? (ofTls.test(originalCode) ? 'tlsFailed' : 'connectionLost')
}

function textOf(fields: object, key: string): string {
  const value: unknown = Reflect.get(fields, key)
  return typeof value === 'string' ? value : ''
}

function numberOf(fields: object, key: string): number {
  const value: unknown = Reflect.get(fields, key)
  return typeof value === 'number' ? value : 0
}
