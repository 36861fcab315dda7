import type { TextRun } from '../../../core/letters/document.ts'
import type { LetterFonts } from './fonts.ts'
import { cutLongWord, widthOf, wordsOf, type Word } from './words.ts'

/** Never justified: without hyphens (there are no Kazakh patterns) long words would tear holes into the lines. */
export type Align = 'left' | 'centre' | 'right'

/** A line of a paragraph. Lengths in points. */
export type Line = {
  words: readonly Word[]
  /** From the left edge of the column. */
  x: number
  width: number
  /** A space parts its last word from the next line; without it the two run together for who reads by structure. */
  spaceAfter: boolean
}

/** Words that no break may part. Widths in thousandths of the type size. */
type Box = { words: Word[]; width: number }
type Setting = { size: number; measure: number; align: Align }
/** The column and a space, in thousandths of the type size. */
type Column = { limit: number; space: number; align: Align }

/** What a line costs by itself, so that a paragraph never takes more lines than it needs. */
const lineCost = 5
/** What the square of the unfilled part of a line costs; a third left empty costs as much as another line. */
const gapCost = 45
/** What a break after a very short word costs, and a last line that holds hardly a word. */
const leaningCost = 1
const stubCost = 2
const stub = 0.08

/**
 * Breaks a paragraph into the lines that look best together: as few as can be, filled as evenly as can be
 * (after Knuth and Plass). `measure` is the width of the column in points.
 */
export function breakLines(
  runs: readonly TextRun[],
  { size, measure, align }: Setting,
  fonts: LetterFonts,
): readonly Line[] {
  // A letter that runs over is set again, tighter: its lines stay what they are.
  const known = broken.get(runs)
  const isSame = known?.size === size && known.measure === measure && known.align === align
  if (isSame && known.fonts === fonts) return known.lines
  const lines = linesOf(runs, { size, measure, align }, fonts)
  broken.set(runs, { size, measure, align, fonts, lines })
  return lines
}

const broken = new WeakMap<readonly TextRun[], Setting & { fonts: LetterFonts; lines: readonly Line[] }>()

function linesOf(runs: readonly TextRun[], setting: Setting, fonts: LetterFonts): Line[] {
  const { size, measure, align } = setting
  const limit = (measure / size) * 1000
  const column = { limit, space: widthOf(' ', 'regular', fonts), align }
  const words = wordsOf(runs, fonts).flatMap((word) => cutLongWord(word, limit, fonts))
  const boxes = boxesOf(words, column)
  const ends = chooseBreaks(boxes, column)
  return ends.map((end, index) => {
    const line = boxes.slice(index === 0 ? 0 : ends[index - 1], end)
    const next = boxes[end]
    return { ...placeLine(line, setting, column.space), spaceAfter: next !== undefined && !continues(next) }
  })
}

function boxesOf(words: readonly Word[], { limit, space }: Column): Box[] {
  const boxes: Box[] = []
  let previous: Word | null = null
  for (const word of words) {
    const box = boxes.at(-1)
    // In a narrow column a long chain of bound words has to give way.
    if (box && previous?.bound && box.width + space + word.width <= limit * 0.6) {
      box.words.push(word)
      box.width += space + word.width
    } else {
      boxes.push({ words: [word], width: word.width })
    }
    previous = word
  }
  return boxes
}

/** The index after the last box of each line. */
function chooseBreaks(boxes: readonly Box[], column: Column): number[] {
  const best: { cost: number; start: number }[] = [{ cost: 0, start: 0 }]
  for (let end = 1; end <= boxes.length; end += 1) best.push(bestLineTo(end, boxes, best, column))
  const ends: number[] = []
  for (let end = boxes.length; end > 0; end = best[end]?.start ?? 0) ends.unshift(end)
  return ends
}

/** The best beginning of a line that ends before box `end`, when the best lines up to every earlier box are known. */
function bestLineTo(
  end: number,
  boxes: readonly Box[],
  best: readonly { cost: number; start: number }[],
  column: Column,
): { cost: number; start: number } {
  let found = { cost: Infinity, start: end - 1 }
  let width = 0
  for (let start = end - 1; start >= 0; start -= 1) {
    width += boxes[start]?.width ?? 0
    if (start < end - 1) width += continues(boxes[start + 1]) ? 0 : column.space
    if (start < end - 1 && width > column.limit) break
    const leaning = boxes[end - 1]?.words.at(-1)?.leaning === true
    const cost = (best[start]?.cost ?? Infinity) + costOf(width, end === boxes.length, leaning, column)
    if (cost < found.cost) found = { cost, start }
  }
  return found
}

/** Centred lines are balanced, so their last counts like the others. */
function costOf(width: number, last: boolean, leaning: boolean, { limit, align }: Column): number {
  const filled = width / limit
  if (last && align !== 'centre') return lineCost + (filled < stub ? stubCost : 0)
  return lineCost + gapCost * (1 - filled) ** 2 + (leaning ? leaningCost : 0)
}

function continues(box: Box | undefined): boolean {
  return box?.words[0]?.continues === true
}

function placeLine(
  boxes: readonly Box[],
  { size, measure, align }: Setting,
  space: number,
): Omit<Line, 'spaceAfter'> {
  const words = boxes.flatMap((box) => box.words)
  const spaces = words.filter((word, index) => index > 0 && !word.continues).length
  const width = ((words.reduce((sum, word) => sum + word.width, 0) + spaces * space) * size) / 1000
  const x = align === 'centre' ? (measure - width) / 2 : align === 'right' ? measure - width : 0
  return { words, x, width }
}
