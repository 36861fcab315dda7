import createDOMPurify from 'dompurify'

/** A picture that is in the message, by the id its HTML names it with, and where the page finds it. */
export type Picture = { contentId: string; url: string }

const tags =
  'a b strong i em u s sub sup small code pre p div span br hr ul ol li dl dt dd blockquote center h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr th td img'
const attributes = ['alt', 'title', 'src', 'colspan', 'rowspan', 'dir']
/** Headings and header cells of a letter are none of the page's own. */
const renamed = new Map([
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((heading) => [heading, 'p'] as const),
  ['TH', 'td'],
])
const longestTitle = 500

/**
 * The layout of a message, safe to stand in the page: a few plain tags, no styles, no scripts, no links to follow. Only
 * pictures that are in the message are shown; `left` counts the others. Parsing happens in a document of its own that
 * runs and fetches nothing.
 */
export function safeHtml(
  html: string,
  pictures: readonly Picture[],
): { fragment: DocumentFragment; left: number } {
  const purify = createDOMPurify(window)
  let left = 0
  purify.addHook('beforeSanitizeAttributes', (node) => {
    if (node.nodeName === 'A') tellAddress(node)
    if (node.nodeName !== 'IMG') return
    // A picture without words is decoration to who can't see it.
    if (!node.hasAttribute('alt')) node.setAttribute('alt', '')
    const url = urlOf(node.getAttribute('src') ?? '', pictures)
    if (url) node.setAttribute('src', url)
    else {
      left += node.hasAttribute('src') ? 1 : 0
      node.removeAttribute('src')
    }
  })
  const fragment = purify.sanitize(html, {
    ALLOWED_TAGS: tags.split(' '),
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^data:image\/(png|jpe?g|gif|webp|bmp);base64,/,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const [from, to] of renamed) rename(fragment, from, to)
  return { fragment, left }
}

/** Where a link would lead is told, but it leads nowhere. */
function tellAddress(link: Element): void {
  const address = link.getAttribute('href')
  link.removeAttribute('href')
  if (address) link.setAttribute('title', address.slice(0, longestTitle))
}

/** Our own address of a picture, never the message's. */
function urlOf(src: string, pictures: readonly Picture[]): string | undefined {
  const contentId = /^cid:(.+)$/i.exec(src.trim())?.[1]
  if (contentId === undefined) return undefined
  return pictures.find((picture) => picture.contentId === safeDecode(contentId))?.url
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function rename(within: DocumentFragment, from: string, to: string): void {
  for (const old of within.querySelectorAll(from)) {
    const fresh = document.createElement(to)
    for (const name of ['colspan', 'rowspan']) {
      const value = old.getAttribute(name)
      if (value !== null) fresh.setAttribute(name, value)
    }
    const strong = document.createElement('strong')
    strong.append(...old.childNodes)
    fresh.append(strong)
    old.replaceWith(fresh)
  }
}
