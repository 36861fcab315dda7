import MailComposer from 'nodemailer/lib/mail-composer'
import { decompressRtf, readRtf } from './rtf.ts'
import { cleanFileName } from './file-name.ts'
import { decodeText } from './charset.ts'
import {
  bytesOf,
  charsetOfPage,
  mapi,
  momentOf,
  numberOf,
  textOf,
  type MapiAttachment,
  type MapiMessage,
  type MapiProps,
} from './mapi.ts'
import type { EmailAttachment } from './parsed-email.ts'

/** The words of a message of Outlook, in either form or both; empty where it has none. */
export function bodyOf(props: MapiProps): { text: string; html: string } {
  const rtf = rtfOf(props)
  const html = htmlOf(props)
  return {
    text: textOf(props, mapi.body) || ('text' in rtf ? rtf.text : ''),
    html: html || ('html' in rtf ? rtf.html : ''),
  }
}

function htmlOf(props: MapiProps): string {
  const bytes = bytesOf(props, mapi.html)
  if (!bytes) return ''
  const page = numberOf(props, mapi.internetCodepage)
  return props.get(mapi.html)?.type === 0x1f
    ? textOf(props, mapi.html)
    : decodeText(bytes, charsetOfPage(page))
}

function rtfOf(props: MapiProps): { html: string } | { text: string } {
  const packed = bytesOf(props, mapi.rtfCompressed)
  if (!packed) return { text: '' }
  try {
    return readRtf(decompressRtf(packed))
  } catch {
    return { text: '' }
  }
}

/** Who a message of Outlook is from. Addresses of its own directory are no addresses of mail. */
export function senderOf(props: MapiProps): { name: string; address: string } {
  const addresses = [mapi.senderSmtp, mapi.sentRepresentingSmtp, mapi.senderEmail]
    .map((id) => textOf(props, id))
    .filter((address) => address.includes('@'))
  return {
    name: textOf(props, mapi.senderName) || textOf(props, mapi.sentRepresentingName),
    address: addresses[0] ?? '',
  }
}

/** When it arrived, else when it was sent; milliseconds since 1970 UTC. */
export function arrivalOf(props: MapiProps): number | null {
  return momentOf(props, mapi.deliveryTime) ?? momentOf(props, mapi.clientSubmitTime)
}

/** Files of a message of Outlook; a message within it becomes an `.eml` that any program reads. */
export async function filesOf(message: MapiMessage): Promise<EmailAttachment[]> {
  const files: EmailAttachment[] = []
  for (const attachment of message.attachments) files.push(await fileOf(attachment))
  return files
}

async function fileOf({ props, content }: MapiAttachment): Promise<EmailAttachment> {
  if (!(content instanceof Uint8Array)) {
    const title = textOf(props, mapi.displayName) || textOf(content.props, mapi.subject)
    const name = cleanFileName(title === '' ? '' : `${title.replace(/[\\/]/g, ' ')}.eml`, 'message/rfc822')
    return { name, mime: 'message/rfc822', bytes: await asEml(content), inline: false, contentId: '' }
  }
  const mime = textOf(props, mapi.attachMime).toLowerCase() || 'application/octet-stream'
  const name = textOf(props, mapi.attachLongName) || textOf(props, mapi.attachFileName)
  const contentId = textOf(props, mapi.attachContentId).replace(/^<|>$/g, '')
  const inline = contentId !== '' && mime.startsWith('image/')
  return { name: cleanFileName(name, mime), mime, bytes: content, inline, contentId }
}

async function asEml(message: MapiMessage): Promise<Uint8Array> {
  const { props } = message
  const sent = arrivalOf(props)
  const { text, html } = bodyOf(props)
  const composer = new MailComposer({
    from: senderOf(props),
    subject: textOf(props, mapi.subject),
    messageId: textOf(props, mapi.internetMessageId) || '<within@mail.invalid>',
    date: new Date(sent ?? 0),
    text,
    ...(html === '' ? {} : { html }),
    attachments: (await filesOf(message)).map(({ name, mime, bytes }) => ({
      filename: name,
      contentType: mime,
      content: Buffer.from(bytes),
    })),
    baseBoundary: 'zhauap-within',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
