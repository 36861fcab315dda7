import { pageLabel, type Cell, type DocumentBlock } from '../../../core/letters/document.ts'
import { partsOf, type ReportDocument, type ReportPart } from '../../../core/reports/document.ts'
import { blockRows, carrying } from './block-rows.ts'
import { drawPages } from './draw.ts'
import type { LetterFonts } from './fonts.ts'
import { drawable } from './glyphs.ts'
import { addOutline } from './outline.ts'
import { columnOf, landscape, page, roomy, small, type Measures, type Sheet } from './page.ts'
import { paginate } from './paginate.ts'
import { collect, openPdf } from './pdf.ts'
import { bold, inGroup, plain } from './plain-text.ts'
import { keepTogether, textRows, type Group, type Leaf, type Row } from './rows.ts'

/** Tables are what these papers are made of: they are set smaller than in a letter. */
const measures: Measures = {
  ...roomy,
  table: { size: 8.5, leading: 11.2 },
  cellPadding: 3,
  above: { ...roomy.above, paragraph: 1.5, table: 10 },
}

/** A paper of the office as a PDF; each of its languages begins a page. */
export async function typesetReport(document: ReportDocument, fonts: LetterFonts): Promise<Uint8Array> {
  const { lang, date, orientation } = document
  const sheet = orientation === 'landscape' ? landscape : page
  const parts = partsOf(document).map((part) => shown(part, fonts))
  const isOnly = parts.length === 1
  const leaves = parts.flatMap((part) => {
    const section: Group | undefined = isOnly ? undefined : { role: 'Sect', lang: part.lang }
    return paginate({ rows: rowsOf(part, section, fonts, sheet), foot: null }, sheet).map((placed) => ({
      placed,
      part,
    }))
  })
  const pages = leaves.map(({ placed }) => placed)
  const partOf = (number: number): ReportPart => leaves[number - 1]?.part ?? document
  const pdf = openPdf({ title: parts.map(nameOf).join(' / '), lang, date, sheet }, fonts)
  drawPages(pdf, pages, {
    footer: (number) => footerOf(partOf(number)),
    label: (number) => pageLabel(partOf(number).lang, number, pages.length),
    sheet,
    fonts,
  })
  addOutline(pdf, pages)
  return collect(pdf.document)
}

/** pdfkit puts the title into XML as it is. */
function nameOf({ title, subtitle }: ReportPart): string {
  return [title, ...subtitle].join('. ').replace(/[&<>]/g, ' ')
}

function footerOf({ title, subtitle }: ReportPart): string {
  return [title, ...subtitle.slice(0, 1)].join(', ')
}

function shown(document: ReportPart, fonts: LetterFonts): ReportPart {
  const cell = (runs: Cell): Cell =>
    runs.map(({ text, style }) => ({ text: drawable(drawable(text, fonts[style]), fonts.bold), style }))
  const line = (text: string): string => drawable(text, fonts.regular)
  return {
    ...document,
    operator: line(document.operator),
    subtitle: document.subtitle.map(line),
    blocks: document.blocks.map((block) => eachCell(block, cell)),
  }
}

function eachCell(block: DocumentBlock, change: (cell: Cell) => Cell): DocumentBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, runs: change(block.runs) }
    case 'list':
      return { ...block, items: block.items.map(change) }
    case 'table':
      return { ...block, header: block.header.map(change), rows: block.rows.map((row) => row.map(change)) }
  }
}

function rowsOf(
  { operator, title, subtitle, blocks }: ReportPart,
  section: Group | undefined,
  fonts: LetterFonts,
  sheet: Sheet,
): Row[] {
  const column = columnOf(sheet)
  const whole = { x: column.left, measure: column.width } as const
  const leaf = (role: 'P' | 'H1'): Leaf => inGroup({ role }, section)
  const head = [
    ...textRows(plain(operator), { ...whole, ...small, align: 'left', leaf: leaf('P') }, 0, fonts),
    ...textRows(bold(title), { ...whole, ...measures.title, align: 'centre', leaf: leaf('H1') }, 14, fonts),
    ...subtitle.flatMap((line) =>
      textRows(plain(line), { ...whole, ...measures.body, align: 'centre', leaf: leaf('P') }, 2, fonts),
    ),
  ]
  const [first, ...rest] = blockRows(blocks, { fonts, measures, section, column })
  const opening = first ? [{ ...first, before: measures.above.heading }] : []
  // A single line at the end, a signature, has a row of the text above it.
  return [...keepTogether(head), ...carrying([...opening, ...rest])]
}
