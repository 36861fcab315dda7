import type { Address, Attachment, Email } from 'postal-mime'
import { almatyDate } from '../../../core/calendar/almaty.ts'
import { parseMailDate, parseReceivedDate } from '../../../core/mail/mail-date.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { fileLimitsMiB, limits } from '../../../shared/model/case.ts'
import { parseMime } from './bounded-parser.ts'
import { isCompoundFile } from './compound-file.ts'
import { cleanFileName } from './file-name.ts'
import { htmlToText } from './html-to-text.ts'
import { mapi, textOf, type MapiMessage } from './mapi.ts'
import { arrivalOf, bodyOf, filesOf, senderOf } from './mapi-email.ts'
import type { EmailAttachment, Mailbox, ParsedEmail } from './parsed-email.ts'
import { readMsg } from './read-msg.ts'
import { isTnef, readTnef } from './tnef.ts'

const bytesInMiB = 1_048_576
/** Headers of which a message has at least one (RFC 5322 section 3.6 asks for two of them). */
const tellingHeaders = new Set(['from', 'date', 'subject', 'message-id', 'received'])

/**
 * Reads an e-mail file: RFC 5322 with MIME, or Outlook's own `.msg`. A damaged message gives what can be read of it.
 * Throws `emailTooLarge` and `emailUnreadable`.
 */
export async function readEmail(bytes: Uint8Array): Promise<ParsedEmail> {
  if (bytes.length > fileLimitsMiB.email * bytesInMiB) {
    throw new AppFailure('emailTooLarge', { limitMiB: fileLimitsMiB.email })
  }
  try {
    return isCompoundFile(bytes) ? await outlookEmail(readMsg(bytes)) : await internetEmail(bytes)
  } catch {
    throw new AppFailure('emailUnreadable', {})
  }
}

async function internetEmail(bytes: Uint8Array): Promise<ParsedEmail> {
  const email = await parseMime(bytes)
  if (!email.headers.some(({ key }) => tellingHeaders.has(key))) throw new Error('no e-mail')
  const unwrapped = await unwrap(email.attachments.map(attachment))
  const text = email.text?.trim() ? email.text : await htmlToText(email.html ?? '')
  return {
    format: 'eml',
    ...headOf(email, receivedMoment(email)),
    text: bodyText(text.trim() === '' ? unwrapped.text : text),
    html: email.rawHtml.trim() === '' ? unwrapped.html : email.rawHtml,
    attachments: unwrapped.attachments,
  }
}

/** Outlook keeps the headers of what came from outside; what it wrote itself has none. */
async function outlookEmail(message: MapiMessage): Promise<ParsedEmail> {
  const { props } = message
  const email = await parseMime(`${textOf(props, mapi.transportHeaders).trim()}\r\n\r\n`)
  const head = headOf(email, receivedMoment(email) ?? arrivalOf(props))
  const sender = senderOf(props)
  const { text, html } = bodyOf(props)
  const ownId = line(textOf(props, mapi.internetMessageId))
  const answered = [
    { key: 'in-reply-to', value: textOf(props, mapi.inReplyTo) },
    { key: 'references', value: textOf(props, mapi.references) },
  ]
  return {
    format: 'msg',
    ...head,
    from: head.from.address === '' ? { name: line(sender.name), address: line(sender.address) } : head.from,
    subject: head.subject === '' ? line(textOf(props, mapi.subject)) : head.subject,
    messageId: head.messageId ?? (ownId === '' ? null : ownId),
    headers: [...head.headers, ...answered.filter(({ value }) => value !== '')],
    text: bodyText(text.trim() === '' ? await htmlToText(html) : text),
    html,
    attachments: await filesOf(message),
  }
}

type Head = Omit<ParsedEmail, 'format' | 'text' | 'html' | 'attachments'>

function headOf(email: Email, receivedAt: number | null): Head {
  return {
    from: mailbox(email.from) ?? { name: '', address: '' },
    replyTo: mailbox(email.replyTo?.[0]),
    subject: line(email.subject ?? ''),
    messageId: email.messageId === undefined ? null : line(email.messageId),
    receivedAt,
    receivedOn: receivedAt === null ? null : almatyDate(receivedAt),
    headers: email.headers.map(({ key, value }) => ({ key, value })),
  }
}

type Unwrapped = { text: string; html: string; attachments: EmailAttachment[] }

/** Puts the files of a `winmail.dat` in its place; one that cannot be read stays as it is. */
async function unwrap(attachments: readonly EmailAttachment[]): Promise<Unwrapped> {
  const unwrapped: Unwrapped = { text: '', html: '', attachments: [] }
  for (const file of attachments) {
    const message = isTnef(file.bytes) ? tnefOf(file.bytes) : null
    if (!message) {
      unwrapped.attachments.push(file)
      continue
    }
    const { text, html } = bodyOf(message.props)
    unwrapped.text ||= text || (await htmlToText(html))
    unwrapped.html ||= html
    unwrapped.attachments.push(...(await filesOf(message)))
  }
  return unwrapped
}

function tnefOf(bytes: Uint8Array): MapiMessage | null {
  try {
    return readTnef(bytes)
  } catch {
    return null
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

function bodyText(text: string): string {
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
    contentId: line(part.contentId ?? '').replace(/^<|>$/g, ''),
  }
}

/** One line without control characters, as long as the register takes. */
function line(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, limits.line)
}
