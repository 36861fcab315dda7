import { decodeText, isUtf8 } from './charset.ts'

/** `=?charset?B|Q?text?=` (RFC 2047), in any spelling of its charset. */
const encodedWord = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]{0,1000})\?=/gi

/**
 * A line of a header as the parser takes it: bytes beyond ASCII as UTF-8 whatever charset they were written in, encoded
 * words in UTF-8 where theirs is unknown or contradicted by what they hold.
 */
export function decodeHeaderLine(line: Uint8Array): Uint8Array {
  const isAscii = line.every((byte) => byte < 0x80)
  const text = isAscii ? String.fromCharCode(...line.subarray(0, longest)) : decodeText(line, '')
  if (isAscii && (line.length > longest || !text.includes('=?'))) return line
  return new TextEncoder().encode(text.replace(encodedWord, readAnew))
}

/** Longer lines are left alone: no word on them is one. */
const longest = 20_000

function readAnew(word: string, charset: string, encoding: string, data: string): string {
  const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : quotedBytes(data)
  if (/iso-2022|gb|big5|euc|jis|ks_c|utf-?(7|16|32)/i.test(charset)) return word
  if (/utf/i.test(charset) && isPartOfUtf8(bytes)) return word
  const text = decodeText(bytes, charset.replace(/\*.*$/, ''))
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
}

function quotedBytes(data: string): Uint8Array {
  const spelled = data
    .replaceAll('_', ' ')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(spelled, 'latin1')
}

/** Halves of a letter may stand in neighbouring words. */
function isPartOfUtf8(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => byte < 0x80 || byte > 0xbf)
  return start >= 0 && start < 4 && isUtf8(bytes.subarray(start))
}
