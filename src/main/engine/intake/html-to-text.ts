import PostalMime from 'postal-mime'
import { limits } from '../../../shared/model/case.ts'

/** Parts of a page that hold no text of the writer. */
const unread = ['head', 'script', 'style', 'template', 'noscript', 'svg', 'title']
const boundary = 'zhauap-html'
/** Tags may take most of a page; beyond this no text that the register takes is lost. */
const longestHtml = limits.text * 4

/** HTML as readable plain text. Nothing is run and nothing fetched: tags are dropped, not obeyed. */
export async function htmlToText(html: string): Promise<string> {
  if (html === '') return ''
  const email = await PostalMime.parse(besideAPlainPart(withoutUnread(html.slice(0, longestHtml))))
  return (email.text ?? '').trim()
}

/** Takes out comments and unread parts whole, in one pass; one that never ends runs to the end of the page. */
function withoutUnread(html: string): string {
  const opening = new RegExp(`<!--|<(${unread.join('|')})(?=[\\s/>])`, 'gi')
  const kept: string[] = []
  let at = 0
  for (let open = opening.exec(html); open; open = opening.exec(html)) {
    kept.push(html.slice(at, open.index))
    at = endOf(html, open.index, open[1])
    opening.lastIndex = at
  }
  return [...kept, html.slice(at)].join(' ')
}

function endOf(html: string, from: number, tag: string | undefined): number {
  const closing = tag === undefined ? /--(?=>)/g : new RegExp(`</${tag}(?=[\\s/>])`, 'gi')
  closing.lastIndex = from
  const end = closing.exec(html) ? html.indexOf('>', closing.lastIndex) : -1
  return end < 0 ? html.length : end + 1
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
