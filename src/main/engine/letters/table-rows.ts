import type { Cell, TableBlock, TextRun } from '../../../core/letters/document.ts'
import type { BlockLayout } from './block-rows.ts'
import type { Column } from './page.ts'
import { groupIn } from './plain-text.ts'
import {
  joinRows,
  lowered,
  sideBySide,
  textRows,
  type Group,
  type Leaf,
  type Mark,
  type Row,
} from './rows.ts'

/** A column of a table, and the room for text in it. In points from the left edge of the page. */
type Lane = { x: number; width: number; align: TableBlock['columns'][number]['align'] }
type TableLayout = BlockLayout & { lanes: readonly Lane[] }

const thin = 0.4

/** The header stays with the first row, and stands above every page that the table goes on to. */
export function tableRows({ columns, header, rows }: TableBlock, layout: BlockLayout): Row[] {
  const { column } = layout
  const inside = { ...layout, lanes: lanesOf(columns, layout.column) }
  const table = groupIn('Table', layout.section)
  const head = joinRows(
    cellRows(header.map(inBold), 'TH', groupIn('THead', table), inside),
    layout.measures.above.table,
  )
  head.marks.unshift({ type: 'rule', x: column.left, dy: 0, width: column.width, height: 0, weight: thin })
  const again = { ...head, before: 0, marks: head.marks.map(withoutLeaf) }
  const body = groupIn('TBody', table)
  const below = rows.flatMap((cells) => cellRows(cells, 'TD', body, inside))
  return [
    { ...head, breakBefore: true },
    ...below.map((row, index) => ({ ...row, head: again, breakBefore: index > 0 && row.breakBefore })),
  ]
}

function lanesOf(columns: TableBlock['columns'], column: Column): Lane[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  let x = column.left
  return columns.map(({ share, align }) => {
    const lane = { x, width: (column.width * share) / shares, align }
    x += lane.width
    return lane
  })
}

function inBold(cell: Cell): TextRun[] {
  return cell.map(({ text }) => ({ text, style: 'bold' }))
}

/** One row of the table, in as many parts as its tallest cell takes. */
function cellRows(cells: readonly Cell[], role: 'TH' | 'TD', rows: Group, layout: TableLayout): Row[] {
  const leaf = { role, in: groupIn('TR', rows) }
  const { lanes, measures, column } = layout
  const texts = lanes.map((lane, index) => cellText(cells[index] ?? [], lane, { ...leaf }, layout))
  const parts = sideBySide(texts, 0)
  return parts.map((part, index) => {
    const above = index === 0 ? measures.cellPadding : 0
    const isLast = index === parts.length - 1
    const height = above + part.height + (isLast ? measures.cellPadding : 0)
    const marks = [...frame(lanes, column, height, isLast), ...lowered(part, above)]
    return { before: 0, height, breakBefore: index === 0 || part.breakBefore, marks }
  })
}

/** A cell without words has its place in the structure too. */
function cellText(cell: Cell, lane: Lane, leaf: Leaf, { fonts, measures }: TableLayout): Row[] {
  const { cellPadding, table } = measures
  const x = lane.x + cellPadding
  const measure = lane.width - 2 * cellPadding
  const rows = textRows(cell, { x, measure, align: lane.align, ...table, leaf }, 0, fonts)
  if (rows.length > 0) return rows
  const line = { words: [], x: 0, width: 0, spaceAfter: false }
  const mark: Mark = { type: 'text', leaf, line, x, dy: 0, size: table.size }
  return [{ before: 0, height: table.leading, breakBefore: false, marks: [mark] }]
}

/** The rules at both sides of every lane, and the one below. */
function frame(lanes: readonly Lane[], column: Column, height: number, isLast: boolean): Mark[] {
  const edges = [...lanes.map(({ x }) => x), column.left + column.width]
  const upright = edges.map((x): Mark => ({ type: 'rule', x, dy: 0, width: 0, height, weight: thin }))
  if (!isLast) return upright
  return [
    ...upright,
    { type: 'rule', x: column.left, dy: height, width: column.width, height: 0, weight: thin },
  ]
}

function withoutLeaf(mark: Mark): Mark {
  return mark.type === 'text' ? { ...mark, leaf: null } : mark
}
