import { limits } from '../../shared/model/case.ts'
import type { PersonSigns } from '../../shared/model/intake.ts'
import { anyOf, compiled } from './signs.ts'

export type PersonName = { familyName: string; givenName: string; patronymic: string }

const capitalised = String.raw`\p{Lu}[\p{L}ʼ’']+(?:-\p{Lu}[\p{L}]+)?`
const initialed = String.raw`${capitalised}[ \t]+\p{Lu}\.[ \t]?(?:\p{Lu}\.)?|\p{Lu}\.[ \t]?(?:\p{Lu}\.[ \t]?)?${capitalised}`

const expressionsOf = compiled((signs) => {
  const kinship = anyOf(signs.kinship)
  const fullName = String.raw`${capitalised}(?:[ \t]+${capitalised}){1,2}(?:[ \t]+${kinship})?`
  const self = anyOf(signs.self)
  const atStart = anyOf(signs.self.map((word) => word.charAt(0).toUpperCase() + word.slice(1)))
  const ending = (endings: readonly string[]): RegExp => new RegExp(`${anyOf(endings)}$`, 'iu')
  return {
    introduced: new RegExp(
      String.raw`(?:(?:^|[.!?:»]\s+|\n[ \t]*)${atStart}\s*,?|(?<!\p{L})${self}\s*,)\s+(${fullName})(?!\p{L})`,
      'u',
    ),
    labelled: new RegExp(
      String.raw`(?<!\p{L})${anyOf(signs.nameLabels)}(?!\p{L})[^\p{L}\n]{0,8}(${fullName}|${initialed})(?![\p{L}])`,
      'iu',
    ),
    parting: new RegExp(String.raw`^${anyOf(signs.partings)}[\s,:.!—–-]*`, 'iu'),
    wholeLine: new RegExp(String.raw`^[_\s/\\«"—–-]*(${fullName}|${initialed})\s*(?:$|[,/|(»"—–_-])`, 'u'),
    kinship: new RegExp(`^${kinship}$`, 'u'),
    patronymic: ending(signs.patronymicEndings),
    strongFamily: ending(signs.familyNameEndings),
    weakFamily: ending(signs.likelyFamilyNameEndings),
  }
})
type Expressions = ReturnType<typeof expressionsOf>

/** The name a person gives: «Я, …», «Мен, …», a labelled line, the signature. Null where none can be made out. */
export function findName(text: string, signs: PersonSigns): PersonName | null {
  const told = expressionsOf(signs)
  const stated = told.introduced.exec(text)?.[1] ?? properCase(told.labelled.exec(text)?.[1])
  if (stated !== undefined) return nameParts(stated, 'familyFirst', told)
  const signed = signature(text, told)
  return signed === undefined ? null : nameParts(signed, 'givenFirst', told)
}

/** The name a mail program shows; null where it shows none, or an address. */
export function displayName(name: string, signs: PersonSigns): PersonName | null {
  const words = name.replace(/["'«»]/g, '').trim()
  return /^\p{L}/u.test(words) && !words.includes('@')
    ? nameParts(words, 'givenFirst', expressionsOf(signs))
    : null
}

/** With the `i` flag a label matches lower-case words, too; those are no name. */
function properCase(name: string | undefined): string | undefined {
  return name !== undefined && /^\p{Lu}/u.test(name) && /\s\p{Lu}/u.test(name) ? name : undefined
}

/** The name after the parting words, else a line near the end that is nothing but a name and shows it by its form. */
function signature(text: string, told: Expressions): string | undefined {
  const nameOnLine = (line: string): string | undefined => told.wholeLine.exec(line)?.[1]
  const lines = text
    .slice(-5_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('>'))
  const last = lines.findLastIndex((line) => told.parting.test(line))
  const signed =
    last < 0 ? [] : [(lines[last] ?? '').replace(told.parting, ''), ...lines.slice(last + 1, last + 4)]
  const named = signed.map(nameOnLine).find((name) => name !== undefined)
  return (
    named ??
    lines
      .slice(-6)
      .toReversed()
      .map(nameOnLine)
      .find((name) => name !== undefined && looksLikeName(name, told))
  )
}

function looksLikeName(name: string, { patronymic, strongFamily }: Expressions): boolean {
  return name
    .split(/\s+/)
    .some((word) => patronymic.test(word) || strongFamily.test(word) || /^\p{Lu}\.$/u.test(word))
}

/** Sorts the words of a name by their form; where the form does not tell, by the order usual in such a place. */
function nameParts(name: string, order: 'familyFirst' | 'givenFirst', told: Expressions): PersonName {
  const words = joinKinship(name.replace(/\.(?=\p{L})/gu, '. ').split(/\s+/), told).map(lowerCapitals)
  const [first = '', second = '', third = ''] = words
  if (second === '') return person(first, '', '')
  if (/^\p{Lu}\.$/u.test(first)) return person(words.at(-1) ?? '', first, words.length > 2 ? second : '')
  if (third !== '') {
    const isGivenFirst = told.patronymic.test(second) && !told.patronymic.test(third)
    return isGivenFirst ? person(third, first, second) : person(first, second, words.slice(2).join(' '))
  }
  return isFamilyFirst([first, second], order, told) ? person(first, second, '') : person(second, first, '')
}

function isFamilyFirst(
  [first, second]: readonly [string, string],
  order: 'familyFirst' | 'givenFirst',
  told: Expressions,
): boolean {
  if (/^\p{Lu}\.$/u.test(second)) return true
  const [one, two] = [familyForm(first, told), familyForm(second, told)]
  return one === two ? order === 'familyFirst' : one > two
}

/** How much the form of a word says that it is a family name. */
function familyForm(word: string, { patronymic, strongFamily, weakFamily }: Expressions): number {
  if (strongFamily.test(word)) return 3
  return patronymic.test(word) ? 2 : Number(weakFamily.test(word))
}

/** «Серік ұлы» is one part of a name. */
function joinKinship(words: readonly string[], { kinship }: Expressions): string[] {
  return words.reduce<string[]>((joined, word) => {
    const last = joined.at(-1)
    return last !== undefined && kinship.test(word)
      ? [...joined.slice(0, -1), `${last} ${word}`]
      : [...joined, word]
  }, [])
}

/** ИВАНОВ as Иванов. */
function lowerCapitals(word: string): string {
  if (word.length < 3 || word !== word.toUpperCase()) return word
  return word.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
}

function person(familyName: string, givenName: string, patronymicName: string): PersonName {
  return {
    familyName: familyName.slice(0, limits.name),
    givenName: givenName.slice(0, limits.name),
    patronymic: patronymicName.slice(0, limits.name),
  }
}
