import PostalMime, { type Email } from 'postal-mime'
import { bareHtml } from './bare-html.ts'
import { decodeText } from './charset.ts'
import { decodeHeaderLine } from './header-line.ts'

/**
 * Deeper and longer than any honest message; the parser's work and memory grow with each.
 * A message within the message is an attachment: a parser of its own would escape these bounds.
 */
const bounds = { maxNestingDepth: 32, maxRfc822NestingDepth: 0, maxHeadersSize: 4 * 1_048_576 }
/** Of lines that are neither base64 nor quoted-printable the parser keeps about 2 KB each, whatever their length. */
const maxPlainLines = 300_000
/** In UTF-16 units; beyond it the desk shows the text alone. */
const longestHtml = 4_000_000

type TextItem = { type: string; value: unknown }
type AddText = (this: PostalMime, node: unknown, textType: string, item: TextItem) => void
type ProcessLine = (this: PostalMime, line: Uint8Array, isFinal: boolean) => Promise<void>
type Collect = (this: PostalMime, node: Part, alternative: unknown, related: boolean) => Promise<void>
type IsText = (this: PostalMime, node: Part) => boolean
/** What of the parser's own parts is read here. */
type Part = {
  state: string
  content: ArrayBuffer | null
  contentType: { parsed: { params: { charset?: string } } }
  contentTransferEncoding: { encoding: string }
}

const addText: AddText = Reflect.get(PostalMime.prototype, 'addTextEntry')
const processLine: ProcessLine = Reflect.get(PostalMime.prototype, 'processLine')
const isInlineText: IsText = Reflect.get(PostalMime.prototype, 'isInlineTextNode')
const collectNode: Collect = Reflect.get(PostalMime.prototype, 'collectNode')

/**
 * postal-mime 4.0.0 turns HTML into text in quadratic time where a link never closes, keeps styles that stand in the
 * body, takes any number of lines, and believes every charset that is declared. So this overrides three methods that
 * the package calls its own; the tests of hostile mail and of charsets fail where a later version no longer calls them.
 */
class BoundedParser extends PostalMime {
  /** The HTML as it came, before anything was taken out of it. */
  html = ''
  #plainLines = 0

  addTextEntry(node: unknown, textType: string, item: TextItem): void {
    const isHtml = textType === 'html' && typeof item.value === 'string'
    if (isHtml && this.html.length < longestHtml) this.html += String(item.value).slice(0, longestHtml)
    addText.call(this, node, textType, isHtml ? { ...item, value: bareHtml(String(item.value)) } : item)
  }

  /** A text that is not in its declared charset is put into UTF-8 before the parser decodes it. */
  collectNode(node: Part, alternative: unknown, related: boolean): Promise<void> {
    const { params } = node.contentType.parsed
    if (node.content && isInlineText.call(this, node)) {
      node.content = utf8(decodeText(new Uint8Array(node.content), params.charset ?? ''))
      params.charset = 'utf-8'
    }
    return collectNode.call(this, node, alternative, related)
  }

  processLine(line: Uint8Array, isFinal: boolean): Promise<void> {
    const part = currentPart(this)
    if (!/base64|quoted-printable/.test(part.contentTransferEncoding.encoding)) this.#plainLines += 1
    if (this.#plainLines > maxPlainLines) return Promise.reject(new Error('too many lines'))
    return processLine.call(this, part.state === 'header' ? decodeHeaderLine(line) : line, isFinal)
  }
}

/** Reads MIME within bounds. Rejects where they are exceeded, and for nothing else. */
export async function parseMime(bytes: Uint8Array | string): Promise<Email & { rawHtml: string }> {
  const parser = new BoundedParser(bounds)
  const email = await parser.parse(bytes)
  return { ...email, rawHtml: parser.html }
}

/** The part a line belongs to. */
function currentPart(parser: PostalMime): Part {
  return Reflect.get(parser, 'currentNode')
}

function utf8(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer
}
