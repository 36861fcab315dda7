import { parseMime } from './bounded-parser.ts'

const boundary = 'zhauap-html'

/** HTML as readable plain text. Nothing is run and nothing fetched: tags are dropped, not obeyed. */
export async function htmlToText(html: string): Promise<string> {
  if (html === '') return ''
  const email = await parseMime(besideAPlainPart(html))
  return (email.text ?? '').trim()
}

/** The parser turns HTML into text only in a message that has a plain part as well; so it gets one, empty. */
function besideAPlainPart(html: string): string {
  const type = `multipart/mixed; boundary=${boundary}`
  const encoded = Buffer.from(html).toString('base64')
  return [
    `Content-Type: ${type}`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain',
    '',
    '',
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    encoded,
    `--${boundary}--`,
    '',
  ].join('\r\n')
}
