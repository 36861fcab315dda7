import type { TextRun } from '../../../core/letters/document.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LetterFonts } from './fonts.ts'
import { breakLines, type Align, type Line } from './lines.ts'

/** What a stretch of text is to a reader that cannot see the page: the standard structure types of PDF. */
export type Leaf = {
  role: 'H1' | 'H2' | 'P' | 'Lbl' | 'LBody'
  /** Only where it is not the language of the letter. */
  lang?: Lang
  /** The list item that `Lbl` and `LBody` belong to. */
  item?: { list: object }
}

/** All lengths in points; `x` from the left edge of the page, `dy` from the top of the row to the baseline. */
export type Mark =
  | { type: 'text'; leaf: Leaf; line: Line; x: number; dy: number; size: number }
  | { type: 'rule'; x: number; dy: number; width: number }

/** What never parts between two pages. */
export type Row = {
  /** Empty space above, dropped at the top of a page. */
  before: number
  height: number
  /** A new page may begin with this row. */
  breakBefore: boolean
  marks: Mark[]
}

export type TextSetting = {
  leaf: Leaf
  x: number
  measure: number
  size: number
  leading: number
  align: Align
}

/** Where the baseline stands in a line: the type's middle is in the line's middle. */
const baseline = 0.5 + 0.36

/** A paragraph as rows. Two lines at least stay together at the foot and at the head of a page. */
export function textRows(
  runs: readonly TextRun[],
  setting: TextSetting,
  before: number,
  fonts: LetterFonts,
): Row[] {
  const lines = breakLines(runs, setting, fonts)
  return lines.map((line, index) => ({
    before: index === 0 ? before : 0,
    height: setting.leading,
    breakBefore: index === 0 || (index >= 2 && lines.length - index >= 2),
    marks: [textMark(line, setting)],
  }))
}

function textMark(line: Line, { leaf, x, size, leading }: TextSetting): Mark {
  return { type: 'text', leaf, line, x: x + line.x, dy: leading / 2 + (baseline - 0.5) * size, size }
}

/** Columns side by side as one row as tall as the tallest. */
export function sideBySide(columns: readonly (readonly Row[])[], before: number): Row {
  const joined = columns.map((rows) => joinRows(rows, 0))
  return {
    before,
    height: Math.max(0, ...joined.map((row) => row.height)),
    breakBefore: false,
    marks: joined.flatMap((row) => row.marks),
  }
}

/** Rows one under another as one row. */
export function joinRows(rows: readonly Row[], before: number): Row {
  let height = 0
  const marks: Mark[] = []
  rows.forEach((row, index) => {
    const top = height + (index > 0 ? row.before : 0)
    for (const mark of row.marks) marks.push({ ...mark, dy: mark.dy + top })
    height = top + row.height
  })
  return { before, height, breakBefore: false, marks }
}

/** The same rows, none of which may begin a page. */
export function keepTogether(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, breakBefore: false }))
}
