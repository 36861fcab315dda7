import { page, type Sheet } from './page.ts'
import type { LetterRows } from './layout.ts'
import type { Mark, Row } from './rows.ts'

/** A mark in its place: `top` is the top of its row, in points from the top of the page. */
export type PlacedMark = { mark: Mark; top: number }
export type Page = PlacedMark[]

/** Cuts rows into pages only where a row lets a page begin; where none does in a whole page, wherever it is full. */
export function paginate({ rows, foot }: LetterRows, sheet: Sheet = page): Page[] {
  const pages: Page[] = []
  let start = 0
  while (start < rows.length) {
    const end = endOfPage(rows, start, roomOf(pages.length, sheet), foot)
    pages.push(
      placeRows(withHead(rows.slice(start, end), roomOf(pages.length, sheet)), topOf(pages.length, sheet)),
    )
    start = end
  }
  const last = pages.at(-1)
  if (foot && last) last.push(...place(foot, sheet.height - sheet.bottom - foot.height))
  return pages
}

function endOfPage(rows: readonly Row[], start: number, room: number, foot: Row | null): number {
  let height = headOf(rows[start], room)?.height ?? 0
  let lastBreak = start
  for (let at = start; at < rows.length; at += 1) {
    const row = rows[at]
    if (!row) break
    if (at > start && row.breakBefore) lastBreak = at
    height += row.height + (at > start ? row.before : 0)
    const reserved = foot && at === rows.length - 1 ? foot.before + foot.height : 0
    if (height + reserved > room && at > start) return lastBreak > start ? lastBreak : at
  }
  return rows.length
}

/** A page that goes on with a table begins with its header, unless that leaves no room for the table. */
function withHead(rows: readonly Row[], room: number): readonly Row[] {
  const head = headOf(rows[0], room)
  return head ? [head, ...rows] : rows
}

function headOf(row: Row | undefined, room: number): Row | undefined {
  return row?.head && row.head.height < room / 2 ? row.head : undefined
}

function roomOf(index: number, sheet: Sheet): number {
  return sheet.height - sheet.bottom - topOf(index, sheet)
}

function topOf(index: number, { firstTop, top }: Sheet): number {
  return index === 0 ? firstTop : top
}

function placeRows(rows: readonly Row[], top: number): Page {
  let y = top
  return rows.flatMap((row, index) => {
    y += index > 0 ? row.before : 0
    const placed = place(row, y)
    y += row.height
    return placed
  })
}

function place(row: Row, top: number): PlacedMark[] {
  return row.marks.map((mark) => ({ mark, top }))
}
