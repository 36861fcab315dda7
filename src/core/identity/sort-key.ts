import type { Applicant } from '../../shared/model/case.ts'

/**
 * Letters of Kazakh and Russian in the order of the Kazakh alphabet (each Kazakh letter after the Russian one it is
 * likened to), then Latin. Neither SQLite nor the browser knows this order.
 */
const order = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcdefghijklmnopqrstuvwxyz'
const places = new Map([...order].map((letter, index) => [letter, index + 48]))
const digits = /\d/
/** Marks that are neither seen nor said: zero width, direction, combining ones left after composition. */
const unseen = /[\p{Cf}\p{Cc}\p{Mn}]/gu

/** What a name is sorted by: binary order of keys is the order of the alphabet. ё stands with е; marks do not count. */
export function sortKey(text: string): string {
  const plain = text.normalize('NFC').toLowerCase().replace(unseen, '').replaceAll('ё', 'е').trim()
  return [...plain].map(keyOf).join('').slice(0, 100)
}

type Names = Pick<Applicant, 'organisation' | 'familyName' | 'givenName' | 'patronymic'>

/** What an applicant is sorted by. */
export function sortKeyOf({ organisation, familyName, givenName, patronymic }: Names): string {
  return sortKey([organisation, familyName, givenName, patronymic].filter(Boolean).join(' '))
}

/** Spaces and hyphens before digits, digits before letters, all else last. */
function keyOf(letter: string): string {
  const place = places.get(letter)
  if (place !== undefined) return String.fromCharCode(place)
  if (digits.test(letter)) return String.fromCharCode(34 + Number(letter))
  return /[\s\-–—'’.]/.test(letter) ? '!' : '~'
}
