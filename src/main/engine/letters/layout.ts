import type { DocumentBlock, LetterDocument, TextRun } from '../../../core/letters/document.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LetterFonts } from './fonts.ts'
import { column, small, type Measures } from './page.ts'
import { joinRows, keepTogether, sideBySide, textRows, type Leaf, type Row } from './rows.ts'

/** The letter as rows from top to bottom, before it is cut into pages. The executor stands at the foot of the last. */
export type LetterRows = { rows: Row[]; foot: Row | null }

type Layout = { document: LetterDocument; fonts: LetterFonts; measures: Measures }

export function layOut(document: LetterDocument, fonts: LetterFonts, measures: Measures): LetterRows {
  const layout = { document, fonts, measures }
  const rows = [
    ...letterheadRows(layout),
    ...openingRows(layout),
    ...bodyRows(layout),
    ...closingRows(layout),
  ]
  return { rows, foot: footRow(layout) }
}

/** Kazakh at the left, Russian at the right, below them what both share. */
function letterheadRows(layout: Layout): Row[] {
  const { contacts } = layout.document.letterhead
  const width = (column.width - layout.measures.letterheadGap) / 2
  const names = sideBySide(
    [
      letterheadSide('kk', column.left, width, layout),
      letterheadSide('ru', column.left + column.width - width, width, layout),
    ],
    0,
  )
  const shared =
    contacts === ''
      ? []
      : textRows(plain(contacts), { ...whole, ...small, align: 'centre', leaf: p() }, 5, layout.fonts)
  const rule: Row = {
    before: 7,
    height: 1,
    breakBefore: false,
    marks: [{ type: 'rule', x: column.left, dy: 0.5, width: column.width }],
  }
  return [names, ...keepTogether(shared), rule]
}

function letterheadSide(
  lang: Lang,
  x: number,
  measure: number,
  { document, fonts, measures }: Layout,
): Row[] {
  const { name, lines } = document.letterhead[lang]
  const leaf = (): Leaf => (lang === document.lang ? p() : { role: 'P', lang })
  const setting = { x, measure, align: 'centre' } as const
  return [
    ...textRows(bold(name), { ...setting, ...measures.letterheadName, leaf: leaf() }, 0, fonts),
    ...lines.flatMap((line) => textRows(plain(line), { ...setting, ...small, leaf: leaf() }, 1.5, fonts)),
  ]
}

/** Number and reference at the left, addressee at the right; then title and salutation. */
function openingRows(layout: Layout): Row[] {
  const { document, fonts, measures } = layout
  const { body, title, above } = measures
  const centre = { ...whole, align: 'centre' } as const
  return [
    sideBySide([numberRows(layout), addresseeRows(layout)], above.opening),
    ...keepTogether(
      textRows(bold(document.title), { ...centre, ...title, leaf: { role: 'H1' } }, above.title, fonts),
    ),
    ...keepTogether(
      textRows(bold(document.salutation), { ...centre, ...body, leaf: p() }, above.salutation, fonts),
    ),
  ]
}

function numberRows({ document, fonts, measures }: Layout): Row[] {
  const setting = { x: column.left, measure: measures.numberWidth, align: 'left', ...measures.body } as const
  return [
    ...textRows(plain(document.numberLine), { ...setting, leaf: p() }, 0, fonts),
    ...textRows(plain(document.dateLine), { ...setting, leaf: p() }, 0, fonts),
    ...textRows(plain(document.reference), { ...setting, leaf: p() }, 6, fonts),
  ]
}

function addresseeRows({ document: { addressee }, fonts, measures }: Layout): Row[] {
  const measure = measures.addresseeWidth
  const setting = {
    x: column.left + column.width - measure,
    measure,
    align: 'left',
    ...measures.body,
  } as const
  return [
    ...textRows(plain(addressee.label), { ...setting, leaf: p() }, 0, fonts),
    ...textRows(bold(addressee.name), { ...setting, leaf: p() }, 0, fonts),
    ...addressee.lines.flatMap((line) => textRows(plain(line), { ...setting, leaf: p() }, 0, fonts)),
  ]
}

/** What announces the next block stays with its beginning, and the salutation with that of the text. */
function bodyRows(layout: Layout): Row[] {
  const { blocks } = layout.document
  return blocks.flatMap((block, index) => {
    const rows = blockRows(block, layout)
    const before = blocks[index - 1]
    const first = rows[0]
    // The signature never stands alone: two lines at least go with it, or the only one.
    const carriesSignature = index === blocks.length - 1 && rows.length === 1
    if (first && (!before || announces(before) || carriesSignature)) first.breakBefore = false
    return rows
  })
}

function announces(block: DocumentBlock): boolean {
  if (block.type === 'heading') return true
  return block.type === 'paragraph' && block.runs.at(-1)?.text.trimEnd().endsWith(':') === true
}

function blockRows(block: DocumentBlock, layout: Layout): Row[] {
  const { fonts, measures } = layout
  const setting = { ...whole, align: 'left', ...measures.body } as const
  switch (block.type) {
    case 'paragraph':
      return textRows(block.runs, { ...setting, leaf: p() }, measures.above.paragraph, fonts)
    case 'heading': {
      const runs = block.runs.map((run): TextRun => ({ text: run.text, style: 'bold' }))
      const rows = textRows(runs, { ...setting, leaf: { role: 'H2' } }, measures.above.heading, fonts)
      return rows.map((row, index) => ({ ...row, breakBefore: index === 0 }))
    }
    case 'list':
      return listRows(block.items, layout)
  }
}

/** The first two items stay together, and so do the last two. */
function listRows(items: readonly (readonly TextRun[])[], layout: Layout): Row[] {
  const list = {}
  return items.flatMap((item, index) => {
    const { above } = layout.measures
    const rows = itemRows(item, list, index === 0 ? above.list : above.item, layout)
    const first = rows[0]
    if (first && (index === 1 || (index > 0 && index === items.length - 1))) first.breakBefore = false
    return rows
  })
}

function itemRows(
  item: readonly TextRun[],
  list: object,
  before: number,
  { fonts, measures }: Layout,
): Row[] {
  const entry = { list }
  const { listIndent, dashWidth, body } = measures
  const setting = { align: 'left', ...body } as const
  const rows = textRows(
    item,
    {
      ...setting,
      x: column.left + listIndent,
      measure: column.width - listIndent,
      leaf: { role: 'LBody', item: entry },
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
      leaf: { role: 'Lbl', item: entry },
    },
    0,
    fonts,
  )
  rows[0]?.marks.unshift(...(dash[0]?.marks ?? []))
  return rows
}

function closingRows({ document: { closing, signatory }, fonts, measures }: Layout): Row[] {
  const { positionWidth, signatureGap, above, body } = measures
  const position = { x: column.left, measure: positionWidth, align: 'left', ...body } as const
  const nameWidth = column.width - positionWidth - signatureGap
  const name = {
    x: column.left + column.width - nameWidth,
    measure: nameWidth,
    align: 'right',
    ...body,
  } as const
  const signature = sideBySide(
    [
      textRows(plain(signatory.position), { ...position, leaf: p() }, 0, fonts),
      textRows(bold(signatory.name), { ...name, leaf: p() }, 0, fonts),
    ],
    above.signature,
  )
  const end = textRows(plain(closing), { ...whole, align: 'left', ...body, leaf: p() }, above.closing, fonts)
  return [...keepTogether(end), signature]
}

function footRow({ document: { executor }, fonts, measures }: Layout): Row | null {
  if (executor.length === 0) return null
  const setting = { ...whole, align: 'left', ...small } as const
  const rows = executor.flatMap((line) => textRows(plain(line), { ...setting, leaf: p() }, 0, fonts))
  return joinRows(rows, measures.above.foot)
}

const whole = { x: column.left, measure: column.width }

function p(): Leaf {
  return { role: 'P' }
}

function plain(text: string): TextRun[] {
  return [{ text, style: 'regular' }]
}

function bold(text: string): TextRun[] {
  return [{ text, style: 'bold' }]
}
