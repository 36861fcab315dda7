/** A word of a text: its folded form for comparing, and where it stands. */
export type Word = { folded: string; from: number; to: number }

/** Letters people type one for the other: a Kazakh text is often written on a Russian keyboard. */
const lookAlikes = new Map([
  ['ё', 'е'],
  ['ә', 'а'],
  ['ғ', 'г'],
  ['қ', 'к'],
  ['ң', 'н'],
  ['ө', 'о'],
  ['ұ', 'у'],
  ['ү', 'у'],
  ['һ', 'х'],
  ['і', 'и'],
])

/** The form in which words are compared: NFC, lower case, look-alike letters made one. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ёәғқңөұүһі]/g, (letter) => lookAlikes.get(letter) ?? letter)
}

/** The words of a text, at most `most` of them, so that the work has a bound. */
export function wordsOf(text: string, most = 20_000): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\d]+/gu)) {
    if (words.length === most) break
    words.push({ folded: fold(match[0]), from: match.index, to: match.index + match[0].length })
  }
  return words
}

/** Finds the first place where the words of a sign follow one another, up to `gap` others between each two. */
export function findSign(words: readonly Word[], sign: string, gap = 3): { from: number; to: number } | null {
  const [first, ...rest] = sign.split(' ').map(matcher)
  if (!first) return null
  for (const [index, word] of words.entries()) {
    if (!first(word.folded)) continue
    const end = follow(words, index, rest, gap)
    if (end !== null) return { from: word.from, to: end }
  }
  return null
}

type Matcher = (folded: string) => boolean

function matcher(word: string): Matcher {
  const folded = fold(word)
  if (!folded.endsWith('*')) return (text) => text === folded
  const stem = folded.slice(0, -1)
  return (text) => text.startsWith(stem)
}

/** Where the last word of the sign ends; null where one is missing. */
function follow(words: readonly Word[], start: number, rest: readonly Matcher[], gap: number): number | null {
  let at = start
  for (const matches of rest) {
    const next = words.slice(at + 1, at + 2 + gap).findIndex((word) => matches(word.folded))
    if (next < 0) return null
    at += next + 1
  }
  return words[at]?.to ?? null
}
