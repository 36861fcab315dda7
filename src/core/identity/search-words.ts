import { phoneKey } from './contact-key.ts'

/** Kazakh letters that people without a Kazakh keyboard write as Russian ones. */
const alike: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}
const kazakh = /[әғқңөұүһі]/g
const russianForKazakh = /[агкноухи]/
const word = /[\p{L}\p{N}]+/gu
/** Marks nobody sees must not part a word. */
const unseen = /[\p{Cf}\u00ad]/gu

/** One form for what people write in several ways: composed letters, е for ё, lower case, nothing unseen. */
export function foldText(text: string): string {
  return text.normalize('NFC').replace(unseen, '').toLowerCase().replaceAll('ё', 'е')
}

/** The words of a folded text, in their order. */
export function wordsOf(folded: string): string[] {
  return folded.match(word) ?? []
}

/** A name in the one form in which two are compared: its words, with Russian letters for the Kazakh ones. */
export function foldName(name: string): string {
  return withoutKazakh(wordsOf(foldText(name)).join(' '))
}

/** A folded text with Russian letters for the Kazakh ones they are likened to. */
export function withoutKazakh(folded: string): string {
  return folded.replace(kazakh, (letter) => alike[letter] ?? letter)
}

/** The words of a text that hold Kazakh letters, as they are typed without them; each once. */
export function alikeWords(text: string): string {
  const found = new Set<string>()
  for (const [each] of foldText(text).matchAll(word)) {
    const folded = withoutKazakh(each)
    if (folded !== each) found.add(folded)
  }
  return [...found].join(' ')
}

/** Whether what was typed, folded, may stand for other words, written with Kazakh letters. */
export function mayStandForKazakh(folded: string): boolean {
  return russianForKazakh.test(folded)
}

/** The words that were typed, folded; a number of ten digits and more is looked for in the form it is kept in. */
export function typedWords(typed: string): string[] {
  const folded = foldText(typed)
  const number =
    /^[\d\s()+.-]{10,}$/.test(folded) && !/^\d{12}$/.test(folded.trim()) ? phoneKey(folded) : null
  if (number !== null) return [number]
  return folded
    .split(/\s+/)
    .map((each) => each.replace(/["\p{Cc}]/gu, ''))
    .filter((each) => /[\p{L}\p{N}]/u.test(each))
}
