import PostalMime, { type Email } from 'postal-mime'
import { bareHtml } from './bare-html.ts'

/**
 * Deeper and longer than any honest message; the parser's work and memory grow with each.
 * A message within the message is an attachment: a parser of its own would escape these bounds.
 */
const bounds = { maxNestingDepth: 32, maxRfc822NestingDepth: 0, maxHeadersSize: 4 * 1_048_576 }

type TextItem = { type: string; value: unknown }
type AddText = (this: PostalMime, node: unknown, textType: string, item: TextItem) => void

const addText: AddText = Reflect.get(PostalMime.prototype, 'addTextEntry')

/**
 * postal-mime 4.0.0 turns HTML into text in quadratic time where a link never closes, and keeps styles that stand in
 * the body. So each HTML part is laid bare as it arrives, by overriding a method that the package calls its own.
 */
class BoundedParser extends PostalMime {
  addTextEntry(node: unknown, textType: string, item: TextItem): void {
    const isHtml = textType === 'html' && typeof item.value === 'string'
    addText.call(this, node, textType, isHtml ? { ...item, value: bareHtml(String(item.value)) } : item)
  }
}

/** Reads MIME within bounds. Rejects where they are exceeded, and for nothing else. */
export function parseMime(bytes: Uint8Array | string): Promise<Email> {
  return new BoundedParser(bounds).parse(bytes)
}
