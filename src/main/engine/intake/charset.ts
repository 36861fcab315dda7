/**
 * KZ-1048 (STRK1048-2002) is Windows-1251 with Kazakh letters at the places of Serbian and Ukrainian ones. No decoder
 * of the platform knows it. Source: the IANA registration of KZ-1048.
 */
const kazakhPlaces = new Map(
  Object.entries({
    0x8d: 'Қ',
    0x8e: 'Һ',
    0x9d: 'қ',
    0x9e: 'һ',
    0xa1: 'Ұ',
    0xa2: 'ұ',
    0xa3: 'Ә',
    0xa5: 'Ө',
    0xaa: 'Ғ',
    0xaf: 'Ү',
    0xb4: 'ө',
    0xba: 'ғ',
    0xbc: 'ә',
    0xbd: 'Ң',
    0xbe: 'ң',
    0xbf: 'ү',
  }).map(([byte, letter]) => [Number(byte), letter] as const),
)
const kazakhName = /^(kz-?1048|strk1048-2002|rk1048|pt-?154|ptcp154|cp154|windows-?154)$/

/** Charsets of one byte a letter that write Russian; the likeliest first. */
const cyrillic = ['windows-1251', 'koi8-r', 'iso-8859-5', 'kz-1048', 'ibm866', 'x-mac-cyrillic'] as const
/** What mail programs declare when they know no better. */
const thoughtless = new Set(['', 'utf-8', 'us-ascii', 'ascii', 'windows-1252', 'iso-8859-15', 'unknown-8bit'])
/** So much of a text tells its charset; the rest costs time only. */
const judged = 20_000
/** Another charset must look better by this much a letter, lest a short or odd text be taken from its own. */
const margin = 0.5

/**
 * The text of bytes by their declared charset, or by another where the bytes contradict it: declared wrongly, not at
 * all, or by a name nobody knows. UTF-8 is told by its form, the Cyrillic charsets by how Russian and Kazakh are written.
 */
export function decodeText(bytes: Uint8Array, declared: string): string {
  return decodeBy(charsetOf(bytes, declared), bytes)
}

/** The charset by which `decodeText` reads the bytes. */
export function charsetOf(bytes: Uint8Array, declared: string): string {
  const named = nameOf(declared)
  const beginning = bytes.subarray(0, judged)
  if (!beginning.some((byte) => byte > 0x7f)) return named === '' ? 'utf-8' : named
  const isCyrillic = cyrillic.some((charset) => charset === named)
  if (named !== '' && !isCyrillic && !thoughtless.has(named)) return named
  if (isUtf8(beginning)) return 'utf-8'
  const fallback = named === '' ? 'utf-8' : named
  return likeliest(beginning, fallback)
}

function likeliest(bytes: Uint8Array, declared: string): string {
  const candidates = new Set([declared, ...cyrillic, 'windows-1252'])
  const [own, ...others] = [...candidates].map((charset) => ({
    charset,
    score: score(decodeBy(charset, bytes)),
  }))
  const best = others.toSorted((a, b) => b.score - a.score)[0]
  if (!own || !best) return declared
  return best.score > own.score + margin ? best.charset : own.charset
}

/** The label by which the platform, or this file, decodes it; empty where it is unknown. */
function nameOf(declared: string): string {
  const name = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  if (kazakhName.test(name)) return 'kz-1048'
  try {
    return new TextDecoder(name.replace(/^(x-)?(cp|win|ms)-?(125\d)$/, 'windows-$3')).encoding
  } catch {
    return ''
  }
}

function decodeBy(charset: string, bytes: Uint8Array): string {
  if (charset !== 'kz-1048') return new TextDecoder(charset).decode(bytes)
  const text = new TextDecoder('windows-1251').decode(bytes)
  return Array.from(bytes, (byte, index) => kazakhPlaces.get(byte) ?? text[index] ?? '').join('')
}

/** Whether bytes are UTF-8 throughout; a letter cut off at the end is no fault. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Letters of Russian and Kazakh texts, in order of frequency, with the binary logarithm of their share per mille. */
const frequencies = new Map<string, number>(
  (
    [
      ['о', 6.8],
      ['еаин', 6.3],
      ['тсрвл', 5.6],
      ['кмдпуі', 4.9],
      ['яыьгзбқ', 4.2],
      ['чйхжғңөү', 3.4],
      ['шюцщәұ', 2.4],
      ['эфёһ', 1],
      ['ъ', -1],
    ] as const
  ).flatMap(([letters, value]) => [...letters].map((letter) => [letter, value] as const)),
)
const latin = /\p{Script=Latin}/u
const cyrillicLetter = /\p{Script=Cyrillic}/u

/**
 * How much a text looks like Russian, Kazakh or a western language: the mean over its characters beyond ASCII.
 * Letters of two scripts in one word, capitals within it and signs such as ╨ are those of a wrong charset.
 */
function score(text: string): number {
  let sum = 0
  let count = 0
  let before = ' '
  for (const letter of text) {
    if (letter > '\u007f') {
      sum += scoreOf(letter, before)
      count += 1
    }
    before = letter
  }
  return count === 0 ? 0 : sum / count
}

function scoreOf(letter: string, before: string): number {
  const frequency = frequencies.get(letter.toLowerCase())
  if (frequency !== undefined) {
    if (latin.test(before)) return -6
    return /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before) ? frequency - 6 : frequency
  }
  if (/[«»—–№“”„…\u00a0]/.test(letter)) return cyrillicLetter.test(before) ? 0 : 4
  if (latin.test(letter)) return cyrillicLetter.test(before) ? -6 : 2
  if (/[їєґў]/i.test(letter)) return 1
  return letter === '\ufffd' || /[\u2500-\u25ff\p{Cc}]/u.test(letter) ? -8 : -4
}
