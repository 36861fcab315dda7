import type { TextRun } from '../../../core/letters/document.ts'
import type { LetterFonts } from './fonts.ts'
import { cutLongWord, widthOf, wordsOf, type Word } from './words.ts'

export type Align = 'left' | 'centre' | 'right' | 'justified'

/** A line of a paragraph. Lengths in points. */
export type Line = {
  words: readonly Word[]
  /** From the left edge of the column. */
  x: number
  /** What each space gets beyond its own width, in points. */
  spaceExtra: number
  width: number
}

/** Words that no break may part. `width` and `spaces` without the space before the box; in thousandths. */
type Box = { words: Word[]; width: number; spaces: number; continues: boolean }
type Setting = { size: number; measure: number; align: Align }

/** How far a space may narrow, and the stretch that counts as plainly ugly, as parts of its width. */
const shrink = 0.14
const stretch = 1.1

/**
 * Breaks a paragraph into the lines that look best together (after Knuth and Plass, without hyphens: there are no
 * Kazakh patterns). `measure` is the width of the column in points.
 */
export function breakLines(runs: readonly TextRun[], setting: Setting, fonts: LetterFonts): Line[] {
  const limit = (setting.measure / setting.size) * 1000
  const space = widthOf(' ', 'regular', fonts)
  const boxes = boxesOf(
    wordsOf(runs, fonts).flatMap((word) => cutLongWord(word, limit, fonts)),
    limit,
    space,
  )
  const ends = chooseBreaks(boxes, limit, space, setting.align)
  return ends.map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0)
    return placeLine(boxes.slice(start, end), { ...setting, last: end === boxes.length }, limit, space)
  })
}

function boxesOf(words: readonly Word[], limit: number, space: number): Box[] {
  const boxes: Box[] = []
  let previous: Word | null = null
  for (const word of words) {
    const box = boxes.at(-1)
    if (box && previous?.bound && box.width + space + word.width <= limit * 0.6) {
      box.words.push(word)
      box.width += space + word.width
      box.spaces += 1
    } else {
      boxes.push({ words: [word], width: word.width, spaces: 0, continues: word.continues })
    }
    previous = word
  }
  return boxes
}

/** The index after the last box of each line. */
function chooseBreaks(boxes: readonly Box[], limit: number, space: number, align: Align): number[] {
  const give = align === 'justified' ? space * shrink : 0
  const cost: number[] = [0]
  const from: number[] = [0]
  for (let end = 1; end <= boxes.length; end += 1) {
    let width = 0
    let spaces = 0
    let best = Infinity
    let bestStart = end - 1
    for (let start = end - 1; start >= 0; start -= 1) {
      const box = boxes[start]
      if (!box) break
      const joint = start < end - 1 && !boxes[start + 1]?.continues ? 1 : 0
      width += box.width + joint * space
      spaces += box.spaces + joint
      if (start < end - 1 && width - spaces * give > limit) break
      const last = end === boxes.length
      const total = (cost[start] ?? Infinity) + lineCost({ width, spaces, limit, space, align, last })
      if (total < best) {
        best = total
        bestStart = start
      }
    }
    cost[end] = best
    from[end] = bestStart
  }
  const ends: number[] = []
  for (let end = boxes.length; end > 0; end = from[end] ?? 0) ends.unshift(end)
  return ends
}

type Candidate = {
  width: number
  spaces: number
  limit: number
  space: number
  align: Align
  last: boolean
}

/** Grows with the third power of how far the spaces of the line must stretch or shrink. */
function lineCost({ width, spaces, limit, space, align, last }: Candidate): number {
  const gap = limit - width
  if (last && gap >= 0) return width < limit * 0.08 ? 3_000 : 0
  if (align !== 'justified') return (10 + 900 * Math.max(0, gap / limit) ** 2) ** 2
  const give = Math.max(1, spaces) * space * (gap >= 0 ? stretch : shrink)
  const ratio = gap / give
  return (10 + 100 * Math.abs(ratio) ** 3) ** 2
}

function placeLine(
  boxes: readonly Box[],
  { size, measure, align, last }: Setting & { last: boolean },
  limit: number,
  space: number,
): Line {
  const words = boxes.flatMap((box) => box.words)
  const spaces = words.filter((word, index) => index > 0 && !word.continues).length
  const natural = words.reduce((sum, word) => sum + word.width, 0) + spaces * space
  const gap = limit - natural
  const justified = align === 'justified' && spaces > 0 && (gap < 0 || (!last && gap < spaces * space * 3))
  const extra = justified ? gap / spaces : 0
  const width = ((natural + extra * spaces) * size) / 1000
  const x = align === 'centre' ? (measure - width) / 2 : align === 'right' ? measure - width : 0
  return { words, x, spaceExtra: (extra * size) / 1000, width }
}
