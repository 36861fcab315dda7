import type { Lang } from '../../shared/model/lang.ts'
import type { DativeWord, Gender } from '../../shared/model/names.ts'
import { type AddressedPerson, fullName, genderOf } from './address.ts'

export type NamePart = 'family' | 'given' | 'patronymic'

/** Puts one word of a Russian name into the dative by its ending. */
export type Inflect = (word: string, part: NamePart, gender: Gender) => string

type Knowledge = { inflect: Inflect; words: readonly DativeWord[] }

const turkicPatronymic = /(ұлы|улы|оғлы|оглы|қызы|кызы|ғызы|гызы)$/iu
const closedEnding = /[бвгғджзйкқлмнңпрстфхһцчшщьъ]$/iu
const hardEnding = /[бвгғджзкқлмнңпрстфхһцчшщ]$/iu
const kazakhEnding = /[ғқңһ]$/iu

/**
 * «Сейітову Ерлану Қайратұлы», «Сейітов Ерлан Қайратұлына»: whom a letter is for. `words` are exceptions, the first one
 * that fits is taken. In Russian a name stays as it is where nothing tells the gender.
 */
export function dativeName(person: AddressedPerson, lang: Lang, knowledge: Knowledge): string {
  return lang === 'kk' ? kazakhDative(fullName(person)) : russianDative(person, knowledge)
}

function russianDative(person: AddressedPerson, { inflect, words }: Knowledge): string {
  const gender = genderOf(person)
  const put = (text: string, part: NamePart): string =>
    text
      .trim()
      .split(/\s+/)
      .map(
        (word) =>
          exception(word, gender, words) ?? (gender ? russianWord(word, part, gender, inflect) : word),
      )
      .join(' ')
  return fullName({
    familyName: put(person.familyName, 'family'),
    givenName: put(person.givenName, 'given'),
    patronymic: turkicPatronymic.test(person.patronymic.trim())
      ? person.patronymic
      : put(person.patronymic, 'patronymic'),
  })
}

function exception(word: string, gender: Gender | null, words: readonly DativeWord[]): string | undefined {
  const key = wordKey(word)
  return words.find((known) => wordKey(known.word) === key && (known.gender ?? gender) === gender)?.dative
}

/** The same word, however it was typed. */
export function wordKey(word: string): string {
  return word.normalize('NFC').toLowerCase()
}

function russianWord(word: string, part: NamePart, gender: Gender, inflect: Inflect): string {
  if (word === '' || turkicPatronymic.test(word)) return word
  // A woman's name that ends in a consonant does not change: Цой, Мельник, Айгүл, Асель.
  if (gender === 'female' && closedEnding.test(word)) return word
  const [first = '', ...rest] = word.split('-')
  // «Қасым-Жомарту»: of a double given name the first half keeps a consonant at its end.
  if (part === 'given' && rest.length > 0 && hardEnding.test(first)) {
    return `${first}-${russianWord(rest.join('-'), part, gender, inflect)}`
  }
  const inflected = inflect(word, part, gender)
  const missed =
    inflected === word && gender === 'male' && (part === 'given' ? hardEnding : kazakhEnding).test(word)
  return missed ? `${word}у` : inflected
}

const softVowel = /[әеөүіиэ]/i
const anyVowel = /[аәеёиоөұүыіэя]/giu
const possessive = /(ұлы|улы|қызы|кызы|ғызы)$/iu
const deaf = /[бвгдкқпстфхһцчшщ]$/iu

/** The Kazakh dative (барыс септік) stands on the last word alone and follows the harmony of its vowels. */
export function kazakhDative(name: string): string {
  if (!/\p{L}$/u.test(name)) return name
  const soft = isSoft(name)
  if (possessive.test(name)) return `${name}на`
  if (deaf.test(name)) return `${name}${soft ? 'ке' : 'қа'}`
  return `${name}${soft ? 'ге' : 'ға'}`
}

/** The Russian suffix -ов, -ев takes the harmony of what stands before it: «Назарбаевқа», «Бектеновке». */
function isSoft(name: string): boolean {
  const word = name.split(/[\s-]/).at(-1) ?? ''
  const stem = word.replace(/[ое]в$/iu, '')
  return softVowel.test((stem.match(anyVowel) ?? []).at(-1) ?? '')
}

/** What a «Кому» written by hand teaches beyond the proposal; nothing where it is not the same name word for word. */
export function learnedWords(person: AddressedPerson, proposed: string, written: string): DativeWord[] {
  const names = fullName(person).split(/\s+/)
  const before = proposed.trim().split(/\s+/)
  const after = written.trim().split(/\s+/)
  if (after.length !== names.length || before.length !== names.length) return []
  return names.flatMap((word, index) => {
    const dative = after[index] ?? ''
    const sameName = wordKey(dative).slice(0, 2) === wordKey(word).slice(0, 2)
    return dative === before[index] || !sameName ? [] : [{ word, gender: genderOf(person), dative }]
  })
}
