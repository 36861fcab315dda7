import { limits } from '../../../shared/model/case.ts'

/** Parts of a page that hold no text of the writer. */
const unread = ['head', 'script', 'style', 'template', 'noscript', 'svg', 'title']
/** Tags may take most of a page; beyond this no text that the register takes is lost. */
const longest = limits.text * 4

/** HTML without comments, scripts, styles and the like, and without tags that never close. Linear in its length. */
export function bareHtml(html: string): string {
  return withoutOpenTags(withoutUnread(html.slice(0, longest)))
}

/** Takes unread parts out whole, in one pass; one that never ends runs to the end of the page. */
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

/** Behind the last `>` a `<` opens nothing. */
function withoutOpenTags(html: string): string {
  const end = html.lastIndexOf('>') + 1
  return html.slice(0, end) + html.slice(end).replaceAll('<', ' ')
}
