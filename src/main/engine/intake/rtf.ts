import { charsetOfPage } from './mapi.ts'

const dictionary =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans ' +
  'SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const compressed = 0x75465a4c
const uncompressed = 0x414c454d
/** Bytes of text; a few of a compressed text make many. */
const longest = 8_000_000

/** The RTF of a message as Outlook packs it (MS-OXRTFCP), one byte a character. Throws where it is damaged. */
export function decompressRtf(packed: Uint8Array): string {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  if (packed.length < 16) throw new Error('no RTF')
  const size = Math.min(view.getUint32(4, true), longest)
  const kind = view.getUint32(8, true)
  if (kind === uncompressed) return latin1(packed.subarray(16, 16 + size))
  if (kind !== compressed) throw new Error('no RTF')
  return latin1(expand(packed.subarray(16), size))
}

/** Bits tell whether a byte stands for itself or two bytes point back into the last 4096. */
function expand(packed: Uint8Array, size: number): Uint8Array {
  const start = dictionary.length
  const out = new Uint8Array(start + size)
  out.set(Buffer.from(dictionary, 'latin1'))
  let at = 0
  let end = start
  while (at < packed.length && end < out.length) {
    const flags = packed[at++] ?? 0
    for (let bit = 0; bit < 8 && at < packed.length && end < out.length; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        out[end++] = packed[at++] ?? 0
        continue
      }
      const pointer = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0)
      at += 2
      const offset = pointer >> 4
      if (offset === (end & 4_095)) return out.subarray(start, end)
      let from = (end & ~4_095) + offset
      if (from >= end) from -= 4_096
      for (let left = (pointer & 15) + 2; left > 0 && end < out.length; left -= 1) {
        out[end++] = from < 0 ? 0 : (out[from] ?? 0)
        from += 1
      }
    }
  }
  return out.subarray(start, end)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

const unread = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr themedata ' +
    'colorschememapping latentstyles datastore listtable listoverridetable rsidtbl generator xmlnstbl mhtmltag'
  ).split(' '),
)
const breaks = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['tab', '\t'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['endash', '–'],
  ['emdash', '—'],
])
/** Code pages of the charsets that fonts name (MS-RTF, `\fcharset`). */
const pagesOfFonts = new Map([
  [204, 1_251],
  [238, 1_250],
  [161, 1_253],
  [162, 1_254],
  [186, 1_257],
])

type Group = { skip: boolean; hidden: boolean; fallback: number; page: number }

/** A backslash with what it begins, a brace, or a run of text. Everything is matched, so the work is linear. */
const token = /\\'([\da-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|([^\\{}]+)|\\$/gi

/**
 * The text of RTF, or the HTML it was made from where it says so (MS-OXRTFEX): then tags stand in groups of their own,
 * and what only RTF needs between `\htmlrtf` and `\htmlrtf0`.
 */
export function readRtf(rtf: string): { html: string } | { text: string } {
  const isHtml = /\\fromhtml1?(?![\d])/.test(rtf.slice(0, 2_000))
  const reader = new RtfReader(isHtml)
  for (const match of rtf.matchAll(token)) reader.read(match)
  const read = reader.end()
  return isHtml ? { html: read } : { text: read.trim() }
}

class RtfReader {
  readonly #isHtml: boolean
  readonly #out: string[] = []
  readonly #outer: Group[] = []
  readonly #fonts = new Map<number, number>()
  #group: Group = { skip: false, hidden: false, fallback: 1, page: 1_252 }
  #bytes: number[] = []
  /** Characters still to be passed over: those that stand in for one of Unicode. */
  #standIns = 0
  #font: number | null = null
  #fontTable = false
  #depthOfFonts = 0
  #starred = false
  #defaultPage = 1_252

  constructor(isHtml: boolean) {
    this.#isHtml = isHtml
  }

  read([, hex, word, number, symbol, brace, text]: RegExpMatchArray): void {
    if (hex !== undefined) this.#byte(Number.parseInt(hex, 16))
    else if (word !== undefined) this.#word(word.toLowerCase(), number === undefined ? null : Number(number))
    else if (symbol !== undefined) this.#symbol(symbol)
    else if (brace === '{') this.#open()
    else if (brace === '}') this.#close()
    else if (text !== undefined) this.#text(text.replace(/[\r\n]+/g, ''))
  }

  end(): string {
    this.#flush()
    return this.#out.join('')
  }

  #open(): void {
    this.#flush()
    if (this.#outer.length < 2_000) this.#outer.push(this.#group)
    this.#group = { ...this.#group }
    this.#starred = false
  }

  #close(): void {
    this.#flush()
    this.#group = this.#outer.pop() ?? this.#group
    if (this.#fontTable && this.#outer.length < this.#depthOfFonts) this.#fontTable = false
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#starred = true
    else if (symbol === '~') this.#text('\u00a0')
    else if (symbol === '_') this.#text('-')
    else if (symbol === '\n' || symbol === '\r') this.#text('\n')
    else if ('\\{}'.includes(symbol)) this.#text(symbol)
  }

  #word(word: string, number: number | null): void {
    if (this.#starred) return this.#destination(word)
    if (word === 'fonttbl') {
      this.#fontTable = true
      this.#depthOfFonts = this.#outer.length
    }
    if (unread.has(word)) this.#group.skip = true
    else if (word === 'ansicpg') this.#group.page = this.#defaultPage = number ?? 1_252
    else if (word === 'f') this.#useFont(number ?? 0)
    else if (word === 'fcharset') this.#nameFont(number ?? 0)
    else if (word === 'uc') this.#group.fallback = Math.min(number ?? 1, 8)
    else if (word === 'u') this.#unicode(number ?? 0)
    else if (word === 'htmlrtf') this.#hide(number !== 0)
    else if (breaks.has(word)) this.#text(breaks.get(word) ?? '')
  }

  /** A group that begins with `\*` may be passed over by who does not know it. */
  #destination(word: string): void {
    this.#starred = false
    if (word === 'htmltag' && this.#isHtml) this.#group.hidden = false
    else this.#group.skip = true
  }

  #hide(hidden: boolean): void {
    this.#flush()
    if (this.#isHtml) this.#group.hidden = hidden
  }

  #useFont(font: number): void {
    this.#flush()
    this.#font = font
    if (!this.#fontTable) this.#group.page = this.#fonts.get(font) ?? this.#defaultPage
  }

  #nameFont(charset: number): void {
    const page = pagesOfFonts.get(charset)
    if (this.#fontTable && this.#font !== null && page !== undefined) this.#fonts.set(this.#font, page)
  }

  #unicode(code: number): void {
    this.#flush()
    this.#standIns = 0
    this.#text(String.fromCharCode(code < 0 ? code + 65_536 : code))
    this.#standIns = this.#group.fallback
  }

  #byte(byte: number): void {
    if (this.#standIns > 0) this.#standIns -= 1
    else if (this.#isShown()) this.#bytes.push(byte)
  }

  #text(text: string): void {
    this.#flush()
    const shown = text.slice(this.#standIns)
    this.#standIns = Math.max(0, this.#standIns - text.length)
    if (this.#isShown()) this.#out.push(shown)
  }

  #isShown(): boolean {
    return !this.#group.skip && !this.#group.hidden
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const charset = charsetOfPage(this.#group.page) || 'windows-1252'
    this.#out.push(new TextDecoder(charset).decode(Uint8Array.from(this.#bytes)))
    this.#bytes = []
  }
}
