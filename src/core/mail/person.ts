import { limits } from '../../shared/model/case.ts'

export type PersonName = { familyName: string; givenName: string; patronymic: string }

const capitalised = String.raw`\p{Lu}[\p{L}ʼ’']+(?:-\p{Lu}[\p{L}]+)?`
const kinship = '(?:ұлы|улы|қызы|кызы|оглы|оғлы|uly|kyzy|qyzy)'
const fullName = String.raw`${capitalised}(?:[ \t]+${capitalised}){1,2}(?:[ \t]+${kinship})?`
const initialed = String.raw`${capitalised}[ \t]+\p{Lu}\.[ \t]?(?:\p{Lu}\.)?|\p{Lu}\.[ \t]?(?:\p{Lu}\.[ \t]?)?${capitalised}`

const introduced = new RegExp(
  String.raw`(?:(?:^|[.!?:»]\s+|\n[ \t]*)(?:Я|Мен)\s*,?|(?<!\p{L})(?:я|мен)\s*,)\s+(${fullName})(?!\p{L})`,
  'u',
)
const labelled = new RegExp(
  String.raw`(?<!\p{L})(?:Ф\.?\s?И\.?\s?О\.?|Заявитель|Субъект|Аты[- ]жөнім?і?|А\.?\s?Ж\.?\s?Т\.?|Т\.?\s?А\.?\s?Ә\.?|Өтініш\s+беруші)(?!\p{L})[^\p{L}\n]{0,8}(${fullName}|${initialed})(?![\p{L}])`,
  'iu',
)
const parting =
  /^(?:с\s+(?:глубоким\s+)?уважением|құрметпен|құрметтеп|ізгі\s+(?:ниетпен|тілекпен)|зор\s+құрметпен|подпись|қолы|заранее\s+(?:благодар\p{L}+|спасибо))[\s,:.!—–-]*/iu
const wholeLine = new RegExp(String.raw`^[_\s/\\«"—–-]*(${fullName}|${initialed})\s*(?:$|[,/|(»"—–_-])`, 'u')

/** The name a person gives: «Я, …», «Мен, …», a labelled line, the signature. Null where none can be made out. */
export function findName(text: string): PersonName | null {
  const stated = introduced.exec(text)?.[1] ?? properCase(labelled.exec(text)?.[1])
  if (stated !== undefined) return nameParts(stated, 'familyFirst')
  const signed = signature(text)
  return signed === undefined ? null : nameParts(signed, 'givenFirst')
}

/** The name a mail program shows; null where it shows none, or an address. */
export function displayName(name: string): PersonName | null {
  const words = name.replace(/["'«»]/g, '').trim()
  return /^\p{L}/u.test(words) && !words.includes('@') ? nameParts(words, 'givenFirst') : null
}

/** With the `i` flag a label matches lower-case words, too; those are no name. */
function properCase(name: string | undefined): string | undefined {
  return name !== undefined && /^\p{Lu}/u.test(name) && /\s\p{Lu}/u.test(name) ? name : undefined
}

/** The name after the parting words, else a line near the end that is nothing but a name and shows it by its form. */
function signature(text: string): string | undefined {
  const lines = text
    .slice(-5_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('>'))
  const last = lines.findLastIndex((line) => parting.test(line))
  const signed =
    last < 0 ? [] : [(lines[last] ?? '').replace(parting, ''), ...lines.slice(last + 1, last + 4)]
  const named = signed.map(nameOnLine).find((name) => name !== undefined)
  return (
    named ??
    lines
      .slice(-6)
      .toReversed()
      .map(nameOnLine)
      .find((name) => name !== undefined && looksLikeName(name))
  )
}

function nameOnLine(line: string): string | undefined {
  return wholeLine.exec(line)?.[1]
}

const patronymic = /(?:ович|евич|ич|овна|евна|ична|ұлы|улы|қызы|кызы|оглы|оғлы|uly|kyzy|qyzy|vich|vna)$/iu
const strongFamily = /(?:[оеё]в|[оеё]ва|ский|ская|цкий|цкая|енко|ov|ova|ev|eva|skiy|skaya|enko)$/iu
const weakFamily = /(?:[иы]н|[иы]на|чук|юк|ян|in|ina)$/iu

function looksLikeName(name: string): boolean {
  return name
    .split(/\s+/)
    .some((word) => patronymic.test(word) || strongFamily.test(word) || /^\p{Lu}\.$/u.test(word))
}

/** Sorts the words of a name by their form; where the form does not tell, by the order usual in such a place. */
function nameParts(name: string, order: 'familyFirst' | 'givenFirst'): PersonName {
  const words = joinKinship(name.replace(/\.(?=\p{L})/gu, '. ').split(/\s+/)).map(lowerCapitals)
  const [first = '', second = '', third = ''] = words
  if (second === '') return person(first, '', '')
  if (/^\p{Lu}\.$/u.test(first)) return person(words.at(-1) ?? '', first, words.length > 2 ? second : '')
  if (third !== '') {
    const isGivenFirst = patronymic.test(second) && !patronymic.test(third)
    return isGivenFirst ? person(third, first, second) : person(first, second, words.slice(2).join(' '))
  }
  return isFamilyFirst(first, second, order) ? person(first, second, '') : person(second, first, '')
}

function isFamilyFirst(first: string, second: string, order: 'familyFirst' | 'givenFirst'): boolean {
  if (/^\p{Lu}\.$/u.test(second)) return true
  const [one, two] = [familyForm(first), familyForm(second)]
  return one === two ? order === 'familyFirst' : one > two
}

/** How much the form of a word says that it is a family name. */
function familyForm(word: string): number {
  if (strongFamily.test(word)) return 3
  return patronymic.test(word) ? 2 : Number(weakFamily.test(word))
}

/** «Серік ұлы» is one part of a name. */
function joinKinship(words: readonly string[]): string[] {
  const isKinship = new RegExp(`^${kinship}$`, 'u')
  return words.reduce<string[]>((joined, word) => {
    const last = joined.at(-1)
    return last !== undefined && isKinship.test(word)
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
