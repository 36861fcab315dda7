import type { DocumentImage, TextRun } from '../../../core/letters/document.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LetterFonts } from './fonts.ts'
import { breakLines, type Align, type Line } from './lines.ts'

/** What holds leaves together in the structure, itself perhaps in another group. */
export type Group = {
  role: 'Sect' | 'L' | 'LI' | 'Table' | 'THead' | 'TBody' | 'TR'
  lang?: Lang
  in?: Group
}

/** What a stretch of a page is to a reader that cannot see it: the standard structure types of PDF. */
export type Leaf = {
  role: 'H1' | 'H2' | 'P' | 'Lbl' | 'LBody' | 'TH' | 'TD' | 'Figure'
  /** Only where it is not the language of the group or of the letter. */
  lang?: Lang
  /** What a figure shows. */
  alt?: string
  in?: Group
}

/** All lengths in points; `x` from the left edge of the page, `dy` from the top of the row. */
export type Mark =
  /** `dy` of the baseline. Without a leaf it is no part of the text, like a table's header once more. */
  | { type: 'text'; leaf: Leaf | null; line: Line; x: number; dy: number; size: number }
  | { type: 'image'; leaf: Leaf; image: DocumentImage; x: number; dy: number; width: number; height: number }
  | { type: 'code'; leaf: Leaf; x: number; dy: number; side: number }
  /** A line across or down: one of the two lengths is 0. */
  | { type: 'rule'; x: number; dy: number; width: number; height: number; weight: number }

/** What never parts between two pages. */
export type Row = {
  /** Empty space above, dropped at the top of a page. */
  before: number
  height: number
  /** A new page may begin with this row. */
  breakBefore: boolean
  marks: Mark[]
  /** What a page that begins with this row shows above it: the header of its table. */
  head?: Row
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

/** What is taller than this may part between two pages, in points: some 15 lines. */
const unparted = 220

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

/** Columns side by side: one row as tall as the tallest, or as many as it takes where that is too tall for a page. */
export function sideBySide(columns: readonly (readonly Row[])[], before: number): Row[] {
  const joined = columns.map((rows) => joinRows(rows, 0))
  const height = Math.max(0, ...joined.map((row) => row.height))
  if (height > unparted) return partedColumns(columns, before)
  return [{ before, height, breakBefore: false, marks: joined.flatMap((row) => row.marks) }]
}

/** Cuts columns across wherever no line of any of them stands; as long as two go on, not before it must be. */
function partedColumns(columns: readonly (readonly Row[])[], before: number): Row[] {
  const heights = columns.map((rows) => joinRows(rows, 0).height).toSorted((a, b) => b - a)
  const shared = heights[1] ?? 0
  const whole = shared > unparted ? 0 : shared
  const stacked = columns.flatMap(stack).toSorted((a, b) => Math.max(a.top, whole) - Math.max(b.top, whole))
  const rows: Row[] = []
  let start = 0
  let bottom = 0
  for (const { row, top } of stacked) {
    let open = rows.at(-1)
    if (!open || (top >= whole && top >= bottom)) {
      open = { before: open ? top - bottom : before, height: 0, breakBefore: rows.length >= 2, marks: [] }
      rows.push(open)
      start = top
    }
    open.marks.push(...lowered(row, top - start))
    bottom = Math.max(bottom, top + row.height)
    open.height = bottom - start
  }
  return rows
}

/** Rows one under another, each with its distance from the top of the first. */
function stack(rows: readonly Row[]): { row: Row; top: number }[] {
  let bottom = 0
  return rows.map((row, index) => {
    const top = bottom + (index > 0 ? row.before : 0)
    bottom = top + row.height
    return { row, top }
  })
}

/** The marks of a row, this much further down. */
export function lowered({ marks }: Row, by: number): Mark[] {
  return marks.map((mark) => ({ ...mark, dy: mark.dy + by }))
}

/** Rows one under another as one row. */
export function joinRows(rows: readonly Row[], before: number): Row {
  const stacked = stack(rows)
  const last = stacked.at(-1)
  return {
    before,
    height: last ? last.top + last.row.height : 0,
    breakBefore: false,
    marks: stacked.flatMap(({ row, top }) => lowered(row, top)),
  }
}

/** The same rows, none of which may begin a page. */
export function keepTogether(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, breakBefore: false }))
}
