/** Digits and capital letters without I, L, O and U, which are misread (Crockford's Base32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const groups = 7
const dataPerGroup = 4
const groupLength = dataPerGroup + 1
const bitsPerSymbol = 5

/** Bytes of chance that a code needs: 28 symbols of 5 bits, 140 bits. */
export const recoveryCodeBytes = Math.ceil((groups * dataPerGroup * bitsPerSymbol) / 8)

/** What hands and keyboards make of the symbols: misread letters, and Cyrillic ones that look the same. */
const alike = new Map([
  ...pairs('OIL', '011'),
  // What the Russian and the Kazakh layouts write in the place of Latin letters and digits.
  ...pairs('АВСЕНКМРТХОІЗ', 'ABCEHKMPTX013'),
])

function pairs(seen: string, meant: string): [string, string][] {
  return [...seen].map((letter, place) => [letter, meant.charAt(place)])
}

export type TypedCode =
  { ok: true; code: string } | { ok: false; fault: 'length' | 'symbol' | 'group'; group: number }

/** A code as the key derivation takes it: 35 symbols, the fifth of each group is its check symbol. */
export function makeRecoveryCode(random: Uint8Array): string {
  const symbols = symbolsOf(random)
  return Array.from({ length: groups }, (_, index) => {
    const data = symbols.slice(index * dataPerGroup, (index + 1) * dataPerGroup)
    return [...data, checkOf(data, index)].map((value) => alphabet.charAt(value)).join('')
  }).join('')
}

/** The code as it is printed: groups of five. */
export function groupCode(code: string): string {
  return (code.match(/.{1,5}/g) ?? []).join('-')
}

/** Reads what was typed from the sheet: in any case, with any separators. Says which group is wrong, from 1. */
export function readRecoveryCode(typed: string): TypedCode {
  const code = [
    ...typed
      .normalize('NFC')
      .toUpperCase()
      .replace(/[\s\-–—_.,]/g, ''),
  ]
    .map((symbol) => alike.get(symbol) ?? symbol)
    .join('')
  const strange = [...code].findIndex((symbol) => !alphabet.includes(symbol))
  if (strange >= 0) return { ok: false, fault: 'symbol', group: Math.floor(strange / groupLength) + 1 }
  for (let index = 0; index < Math.min(groups, Math.floor(code.length / groupLength)); index += 1) {
    const values = Array.from(code.slice(index * groupLength, (index + 1) * groupLength), (symbol) =>
      alphabet.indexOf(symbol),
    )
    const check = values.pop()
    if (check !== checkOf(values, index)) return { ok: false, fault: 'group', group: index + 1 }
  }
  if (code.length !== groups * groupLength) {
    return { ok: false, fault: 'length', group: Math.min(groups, Math.floor(code.length / groupLength) + 1) }
  }
  return { ok: true, code }
}

function symbolsOf(random: Uint8Array): number[] {
  let bits = 0n
  for (const byte of random) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: groups * dataPerGroup }, (_, index) =>
    Number((bits >> BigInt(index * bitsPerSymbol)) & 31n),
  )
}

/**
 * Σ αⁱ·dᵢ over GF(32): finds each wrong symbol and each pair of neighbours that changed places; the number of the group in
 * it finds groups that did.
 */
function checkOf(data: readonly number[], index: number): number {
  return data.reduce((sum, value, place) => sum ^ power(value, place + 1), index)
}

/** value·αᵗⁱᵐᵉˢ by the primitive polynomial x⁵ + x² + 1. */
function power(value: number, times: number): number {
  let product = value
  for (let time = 0; time < times; time += 1) {
    product <<= 1
    if (product & 32) product ^= 37
  }
  return product
}
