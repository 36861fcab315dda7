import { pageLabel, type Cell, type DocumentBlock } from '../../../core/letters/document.ts'
import type { ReportDocument } from '../../../core/reports/document.ts'
import { blockRows } from './block-rows.ts'
import { drawPages } from './draw.ts'
import type { LetterFonts } from './fonts.ts'
import { drawable } from './glyphs.ts'
import { addOutline } from './outline.ts'
import { columnOf, landscape, page, roomy, small, type Measures, type Sheet } from './page.ts'
import { paginate } from './paginate.ts'
import { collect, openPdf } from './pdf.ts'
import { bold, plain } from './plain-text.ts'
import { keepTogether, textRows, type Row } from './rows.ts'

/** Tables are what these papers are made of: they are set smaller than in a letter. */
const measures: Measures = {
  ...roomy,
  table: { size: 8.5, leading: 11.2 },
  cellPadding: 3,
  above: { ...roomy.above, paragraph: 1.5 },
}

/** A paper of the office as a PDF. */
export async function typesetReport(given: ReportDocument, fonts: LetterFonts): Promise<Uint8Array> {
  const document = shown(given, fonts)
  const { title, subtitle, lang, date } = document
  const sheet = document.orientation === 'landscape' ? landscape : page
  const pages = paginate({ rows: rowsOf(document, fonts, sheet), foot: null }, sheet)
  const pdf = openPdf(
    { title: [title, ...subtitle].join('. ').replace(/[&<>]/g, ' '), lang, date, sheet },
    fonts,
  )
  drawPages(pdf, pages, {
    footer: [title, ...subtitle.slice(0, 1)].join(', '),
    label: (number) => pageLabel(lang, number, pages.length),
    sheet,
    fonts,
  })
  addOutline(pdf, pages)
  return collect(pdf.document)
}

function shown(document: ReportDocument, fonts: LetterFonts): ReportDocument {
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
  { operator, title, subtitle, blocks }: ReportDocument,
  fonts: LetterFonts,
  sheet: Sheet,
): Row[] {
  const column = columnOf(sheet)
  const whole = { x: column.left, measure: column.width } as const
  const head = [
    ...textRows(plain(operator), { ...whole, ...small, align: 'left', leaf: { role: 'P' } }, 0, fonts),
    ...textRows(
      bold(title),
      { ...whole, ...measures.title, align: 'centre', leaf: { role: 'H1' } },
      14,
      fonts,
    ),
    ...subtitle.flatMap((line) =>
      textRows(plain(line), { ...whole, ...measures.body, align: 'centre', leaf: { role: 'P' } }, 2, fonts),
    ),
  ]
  return [...keepTogether(head), ...blockRows(blocks, { fonts, measures, section: undefined, column })]
}
