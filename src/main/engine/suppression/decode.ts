import { AppFailure } from '../../../shared/errors.ts'

/**
 * The text of a list as spreadsheets save it: UTF-8, UTF-16 with its mark, else Windows-1251.
 * Fails with `listUnreadable` where it is no text at all.
 */
export function decodeList(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.length === 0 || bytes.includes(0)) throw new AppFailure('listUnreadable', {})
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
