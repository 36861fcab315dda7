import PostalMime, { type Email } from 'postal-mime'
import { bareHtml } from './bare-html.ts'

/**
 * Deeper and longer than any honest message; the parser's work and memory grow with each.
 * A message within the message is an attachment: a parser of its own would escape these bounds.
 */
const bounds = { maxNestingDepth: 32, maxRfc822NestingDepth: 0, maxHeadersSize: 4 * 1_048_576 }
/** Of lines that are neither base64 nor quoted-printable the parser keeps about 2 KB each, whatever their length. */
const maxPlainLines = 300_000

type TextItem = { type: string; value: unknown }
type AddText = (this: PostalMime, node: unknown, textType: string, item: TextItem) => void
type ProcessLine = (this: PostalMime, line: Uint8Array, isFinal: boolean) => Promise<void>

const addText: AddText = Reflect.get(PostalMime.prototype, 'addTextEntry')
const processLine: ProcessLine = Reflect.get(PostalMime.prototype, 'processLine')

/**
 * postal-mime 4.0.0 turns HTML into text in quadratic time where a link never closes, keeps styles that stand in the
 * body, and takes any number of lines. So this overrides two methods that the package calls its own; the tests of
 * hostile mail fail where a later version no longer calls them.
 */
class BoundedParser extends PostalMime {
  #plainLines = 0

  addTextEntry(node: unknown, textType: string, item: TextItem): void {
    const isHtml = textType === 'html' && typeof item.value === 'string'
    addText.call(this, node, textType, isHtml ? { ...item, value: bareHtml(String(item.value)) } : item)
  }

  processLine(line: Uint8Array, isFinal: boolean): Promise<void> {
    if (!/base64|quoted-printable/.test(currentEncoding(this))) this.#plainLines += 1
    if (this.#plainLines > maxPlainLines) return Promise.reject(new Error('too many lines'))
    return processLine.call(this, line, isFinal)
  }
}

/** Reads MIME within bounds. Rejects where they are exceeded, and for nothing else. */
export function parseMime(bytes: Uint8Array | string): Promise<Email> {
  return new BoundedParser(bounds).parse(bytes)
}

/** The transfer encoding of the part a line belongs to. */
function currentEncoding(parser: PostalMime): string {
  const part: { contentTransferEncoding: { encoding: string } } = Reflect.get(parser, 'currentNode')
  return part.contentTransferEncoding.encoding
}
