import type { Address, Attachment, Email } from 'postal-mime'
import { almatyDate } from '../../../core/calendar/almaty.ts'
import { parseMailDate, parseReceivedDate } from '../../../core/mail/mail-date.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { fileLimitsMiB, limits } from '../../../shared/model/case.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { parseMime } from './bounded-parser.ts'
import { cleanFileName } from './file-name.ts'
import { htmlToText } from './html-to-text.ts'

export type Mailbox = { name: string; address: string }

/** `inline`: a picture of the message's own layout, such as the logo of a signature. */
export type EmailAttachment = { name: string; mime: string; bytes: Uint8Array; inline: boolean }

export type ParsedEmail = {
  from: Mailbox
  replyTo: Mailbox | null
  subject: string
  /** With its angle brackets, as it came; null where there is none. */
  messageId: string | null
  /** By the topmost `Received` header, which our own server wrote, else by `Date`; milliseconds since 1970 UTC. */
  receivedAt: number | null
  receivedOn: LocalDate | null
  /** LF lines. An HTML message as readable text: no scripts, no styles, nothing fetched. */
  text: string
  attachments: EmailAttachment[]
}

const bytesInMiB = 1_048_576
/** Headers of which a message has at least one (RFC 5322 section 3.6 asks for two of them). */
const tellingHeaders = new Set(['from', 'date', 'subject', 'message-id', 'received'])

/**
 * Reads an e-mail file (RFC 5322, MIME). A damaged message gives what can be read of it.
 * Throws `emailTooLarge` and `emailUnreadable`.
 */
export async function readEmail(bytes: Uint8Array): Promise<ParsedEmail> {
  if (bytes.length > fileLimitsMiB.email * bytesInMiB) {
    throw new AppFailure('emailTooLarge', { limitMiB: fileLimitsMiB.email })
  }
  const email = await parse(bytes)
  if (!email.headers.some(({ key }) => tellingHeaders.has(key))) throw new AppFailure('emailUnreadable', {})
  const receivedAt = receivedMoment(email)
  return {
    from: mailbox(email.from) ?? { name: '', address: '' },
    replyTo: mailbox(email.replyTo?.[0]),
    subject: line(email.subject ?? ''),
    messageId: email.messageId === undefined ? null : line(email.messageId),
    receivedAt,
    receivedOn: receivedAt === null ? null : almatyDate(receivedAt),
    text: await bodyText(email),
    attachments: email.attachments.map(attachment),
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await parseMime(bytes)
  } catch {
    throw new AppFailure('emailUnreadable', {})
  }
}

function receivedMoment(email: Email): number | null {
  const received = email.headers.find(({ key }) => key === 'received')
  const date = email.headers.find(({ key }) => key === 'date')
  const byServer = received ? parseReceivedDate(received.value) : null
  return byServer ?? (date ? parseMailDate(date.value) : null)
}

/** The mailbox, or the first of a group. */
function mailbox(address: Address | undefined): Mailbox | null {
  const found = address?.group ? address.group[0] : address
  return found?.address ? { name: line(found.name), address: line(found.address).slice(0, 320) } : null
}

async function bodyText(email: Email): Promise<string> {
  const text = email.text?.trim() ? email.text : await htmlToText(email.html ?? '')
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
    .slice(0, limits.text)
}

function attachment(part: Attachment): EmailAttachment {
  const bytes = typeof part.content === 'string' ? new TextEncoder().encode(part.content) : part.content
  return {
    name: cleanFileName(part.filename ?? '', part.mimeType),
    mime: line(part.mimeType).slice(0, 200),
    bytes: new Uint8Array(bytes),
    inline: part.related === true,
  }
}

/** One line without control characters, as long as the register takes. */
function line(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, limits.line)
}
