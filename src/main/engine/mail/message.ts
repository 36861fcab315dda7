import { createHash } from 'node:crypto'
import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import { referencesOf, replyReference, singleLine } from '../../../core/mail/compose.ts'

export type Message = {
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  /** With angle brackets; `createMessageId` makes one. */
  messageId: string
  /** Milliseconds since 1970 UTC. */
  date: number
  /** The applicant's own `Message-ID`, as it came; null where the case did not begin with an e-mail. */
  inReplyTo: string | null
  /** The beginning of that e-mail as text, for what it answered itself; empty where it is not kept. */
  answered: string
  attachment: { name: string; bytes: Uint8Array }
}

/**
 * The message as the server gets it: CRLF lines, UTF-8 text, headers by RFC 2047, file name by RFC 2231.
 * The same arguments give the same bytes, so a stored message can be proved to be the one that was sent.
 */
export async function composeMessage(message: Message): Promise<Uint8Array> {
  const reference = replyReference(message.inReplyTo)
  const composer = new MailComposer({
    from: { name: singleLine(message.from.name), address: message.from.address },
    to: { name: '', address: message.to },
    subject: singleLine(message.subject),
    messageId: message.messageId,
    date: new Date(message.date),
    ...(reference === null
      ? {}
      : { inReplyTo: reference, references: referencesOf(message.answered, reference) }),
    text: message.text,
    attachments: [
      { filename: singleLine(message.attachment.name), content: Buffer.from(message.attachment.bytes) },
    ],
    baseBoundary: createHash('sha256').update(message.messageId).digest('hex').slice(0, 24),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** The address as the SMTP envelope takes it: a domain with national letters in Punycode (RFC 5891). */
export function envelopeAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`
}
