import { AppFailure } from '../../../shared/errors.ts'

type Wide = 'utf-16le' | 'utf-16be'

/** Control characters that stand in no list. */
const control = /[^\P{Cc}\t\r\n]/u

/**
 * The text of a list as spreadsheets save it: UTF-8, UTF-16, else Windows-1251.
 * Fails with `listUnreadable` where it is no text at all.
 */
export function decodeList(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.length === 0) throw new AppFailure('listUnreadable', {})
  const wide = unmarked(bytes)
  const text = decoded(bytes, wide ?? 'utf-8')
  if (bytes.includes(0) && (!wide || text === null || control.test(text)))
    throw new AppFailure('listUnreadable', {})
  return text ?? new TextDecoder('windows-1251').decode(bytes)
}

/** UTF-16 without its mark: each zero is the upper half of a character of ASCII, so that all of them stand on one side. */
function unmarked(bytes: Uint8Array): Wide | null {
  const sides = new Set<number>()
  for (let at = bytes.indexOf(0); at !== -1 && sides.size < 2; at = bytes.indexOf(0, at + 1))
    sides.add(at % 2)
  if (sides.size !== 1) return null
  return sides.has(1) ? 'utf-16le' : 'utf-16be'
}

/** Null where the bytes are no text in that encoding. */
function decoded(bytes: Uint8Array, encoding: Wide | 'utf-8'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
