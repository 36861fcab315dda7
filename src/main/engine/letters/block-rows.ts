import type { Cell, DocumentBlock, TextRun } from '../../../core/letters/document.ts'
import type { LetterFonts } from './fonts.ts'
import type { Column, Measures } from './page.ts'
import { groupIn, inGroup, plain } from './plain-text.ts'
import { textRows, type Group, type Row } from './rows.ts'
import { tableRows } from './table-rows.ts'

export type BlockLayout = {
  fonts: LetterFonts
  measures: Measures
  column: Column
  /** What holds the blocks in the structure; the whole document where there is none. */
  section: Group | undefined
}

/** What announces the next block stays with its beginning, and what stands above the first with that of the text. */
export function blockRows(blocks: readonly DocumentBlock[], layout: BlockLayout): Row[] {
  return blocks.flatMap((block, index) => {
    const [first, ...rest] = rowsOf(block, layout)
    if (!first) return []
    const previous = blocks[index - 1]
    const before =
      previous?.type === 'table' ? Math.max(first.before, layout.measures.above.table) : first.before
    const breakBefore = previous !== undefined && !announces(previous) && first.breakBefore
    return [{ ...first, before, breakBefore }, ...rest]
  })
}

/** The last two rows never part: what follows them, a signature, has two lines at least above it. */
export function carrying(rows: readonly Row[]): Row[] {
  return rows.map((row, index) => (index === rows.length - 1 ? { ...row, breakBefore: false } : row))
}

function announces(block: DocumentBlock): boolean {
  if (block.type === 'heading') return true
  return block.type === 'paragraph' && block.runs.at(-1)?.text.trimEnd().endsWith(':') === true
}

function rowsOf(block: DocumentBlock, layout: BlockLayout): Row[] {
  const { fonts, measures, section, column } = layout
  const setting = { x: column.left, measure: column.width, align: 'left', ...measures.body } as const
  switch (block.type) {
    case 'paragraph': {
      const leaf = inGroup({ role: 'P' }, section)
      return textRows(block.runs, { ...setting, leaf }, measures.above.paragraph, fonts)
    }
    case 'heading': {
      const leaf = inGroup({ role: 'H2' }, section)
      const runs = block.runs.map((run): TextRun => ({ text: run.text, style: 'bold' }))
      const rows = textRows(runs, { ...setting, leaf }, measures.above.heading, fonts)
      return rows.map((row, index) => ({ ...row, breakBefore: index === 0 }))
    }
    case 'list':
      return listRows(block.items, layout)
    case 'table':
      return tableRows(block, layout)
  }
}

/** The first two items stay together, and so do the last two. */
function listRows(items: readonly Cell[], layout: BlockLayout): Row[] {
  const list = groupIn('L', layout.section)
  return items.flatMap((item, index) => {
    const { above } = layout.measures
    const rows = itemRows(item, list, index === 0 ? above.list : above.item, layout)
    const first = rows[0]
    if (first && (index === 1 || (index > 0 && index === items.length - 1))) first.breakBefore = false
    return rows
  })
}

function itemRows(item: Cell, list: Group, before: number, { fonts, measures, column }: BlockLayout): Row[] {
  const entry = groupIn('LI', list)
  const { listIndent, dashWidth, body } = measures
  const setting = { align: 'left', ...body } as const
  const rows = textRows(
    item,
    {
      ...setting,
      x: column.left + listIndent,
      measure: column.width - listIndent,
      leaf: { role: 'LBody', in: entry },
    },
    before,
    fonts,
  )
  const dash = textRows(
    plain('–'),
    {
      ...setting,
      x: column.left + listIndent - dashWidth,
      measure: dashWidth,
      leaf: { role: 'Lbl', in: entry },
    },
    0,
    fonts,
  )
  rows[0]?.marks.unshift(...(dash[0]?.marks ?? []))
  return rows
}
