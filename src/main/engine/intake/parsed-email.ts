import type { FormOfMail, Header } from '../../../core/mail/delivery-report.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { IncomingFormat } from '../../../shared/model/incoming.ts'

export type Mailbox = { name: string; address: string }

/** `inline`: a picture of the message's own layout, such as the logo of a signature. */
export type EmailAttachment = {
  name: string
  mime: string
  bytes: Uint8Array
  inline: boolean
  /** By which the HTML names it, without angle brackets; empty where it has none. */
  contentId: string
}

export type ParsedEmail = {
  format: IncomingFormat
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
  /** The message's own HTML as it came, not to be shown as it is; empty where it has none. */
  html: string
  headers: readonly Header[]
  attachments: EmailAttachment[]
}

const isReportPart = /^(message\/(global-)?(delivery-status|rfc822|global|headers)|text\/rfc822-headers)$/
const readOfPart = 40_000

/** What tells whether a person wrote the message, or a program. */
export function formOf(email: ParsedEmail): FormOfMail {
  const reportParts = email.attachments
    .filter(({ mime }) => isReportPart.test(mime))
    .slice(0, 8)
    .map(({ mime, bytes }) => ({ mime, text: new TextDecoder().decode(bytes.subarray(0, readOfPart)) }))
  return { ...email, reportParts }
}
