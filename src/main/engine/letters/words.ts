import type { RunStyle, TextRun } from '../../../core/letters/document.ts'
import type { LetterFonts } from './fonts.ts'

/** A piece of a word in one face. `width` in thousandths of the type size. */
export type Fragment = { text: string; style: RunStyle; width: number }

/** What stands between two spaces. */
export type Word = {
  fragments: Fragment[]
  /** In thousandths of the type size. */
  width: number
  /** The line must not break before the next word. */
  bound: boolean
  /** The line should not break before the next word: «и», «от», «на» look lost at the end of a line. */
  leaning: boolean
  /** No space before it: the rest of a word too long for a line. */
  continues: boolean
}

/** Cuts runs into words and binds those that belong on one line: «№ ДС-2026-0001», «22 ноября», «статьи 25». */
export function wordsOf(runs: readonly TextRun[], fonts: LetterFonts): Word[] {
  const words: Word[] = []
  let open: Word | null = null
  for (const run of runs) {
    for (const piece of run.text.split(/([ \n]+)/)) {
      if (piece === '') continue
      if (piece.trim() === '' && !piece.includes('\u00a0')) {
        open = null
        continue
      }
      if (!open) {
        open = emptyWord(false)
        words.push(open)
      }
      append(open, piece, run.style, fonts)
    }
  }
  words.forEach((word, index) => {
    const next = words[index + 1]
    word.bound = next !== undefined && belongTogether(textOf(word), textOf(next))
    word.leaning = next !== undefined && shortWord.test(textOf(word))
  })
  return words
}

/** Width of a text in one face, in thousandths of the type size. */
export function widthOf(text: string, style: RunStyle, fonts: LetterFonts): number {
  return fonts[style].widthOf(text)
}

export function textOf(word: Word): string {
  return word.fragments.map((fragment) => fragment.text).join('')
}

/** A word wider than a line, cut into pieces that fit, after `@ . / - _` where there is one. `limit` in thousandths. */
export function cutLongWord(word: Word, limit: number, fonts: LetterFonts): Word[] {
  if (word.width <= limit) return [word]
  const pieces: Word[] = [emptyWord(false)]
  for (const { text, style } of word.fragments) {
    for (const character of text) {
      const piece = pieces.at(-1)
      if (piece && piece.width + widthOf(character, style, fonts) <= limit) {
        append(piece, character, style, fonts)
      } else {
        const rest = piece ? cutAfterMark(piece, fonts) : []
        const next = emptyWord(true)
        for (const fragment of rest) append(next, fragment.text, fragment.style, fonts)
        append(next, character, style, fonts)
        pieces.push(next)
      }
    }
  }
  const last = pieces.at(-1)
  if (last) last.bound = word.bound
  return pieces
}

function emptyWord(continues: boolean): Word {
  return { fragments: [], width: 0, bound: false, leaning: false, continues }
}

/** Takes what stands after the last mark off the piece, when a good part of the piece stays. */
function cutAfterMark(piece: Word, fonts: LetterFonts): Fragment[] {
  const last = piece.fragments.at(-1)
  const at = last ? Math.max(...['@', '.', '/', '-', '_'].map((mark) => last.text.lastIndexOf(mark))) : -1
  if (!last || at < last.text.length / 2 || at === last.text.length - 1) return []
  const rest = last.text.slice(at + 1)
  piece.fragments.pop()
  piece.width -= last.width
  append(piece, last.text.slice(0, at + 1), last.style, fonts)
  return [{ text: rest, style: last.style, width: 0 }]
}

function append(word: Word, text: string, style: RunStyle, fonts: LetterFonts): void {
  const last = word.fragments.at(-1)
  if (last && last.style === style) {
    word.width -= last.width
    last.text += text
    last.width = widthOf(last.text, style, fonts)
    word.width += last.width
    return
  }
  const fragment = { text, style, width: widthOf(text, style, fonts) }
  word.fragments.push(fragment)
  word.width += fragment.width
}

const beforeNumber = /^\(?(ст\.|п\.|пп\.|стать\p{L}+|пункт\p{L}*|подпункт\p{L}*)$/iu
const beforeName = /^\(?(г\.|ул\.|д\.|кв\.|оф\.|пр\.|мкр\.|көш\.|[\p{Lu}]\.)$/u
const shortWord = /^[«(]?\p{L}{1,2}$/u
const beforeYear = /^(января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/u
const number = /^[«(]?\d+\)?»?$/u

function belongTogether(word: string, next: string): boolean {
  if (/^[–—]$/.test(next)) return true
  if (/^[–—]$/.test(word)) return next.endsWith(')')
  if (word.endsWith('№')) return true
  if (beforeNumber.test(word)) return /^[\p{N}№]/u.test(next)
  if (number.test(word)) return /^\p{Ll}/u.test(next)
  if (beforeYear.test(word)) return /^\d{4}/.test(next)
  // «2026 жылғы 22 қараша»
  if (word === 'жылғы') return number.test(next)
  return beforeName.test(word)
}
