import { partsOf, type LetterDocument, type LetterPart } from '../../../core/letters/document.ts'
import { blockRows, carrying } from './block-rows.ts'
import { footRow, signatureRows } from './closing-rows.ts'
import type { LetterFonts } from './fonts.ts'
import { letterheadRows, openingRows } from './head-rows.ts'
import { column, type Measures } from './page.ts'
import { bold, inGroup, whole } from './plain-text.ts'
import { keepTogether, textRows, type Group, type Row } from './rows.ts'

/** The letter as rows from top to bottom, before it is cut into pages. The executor stands at the foot of the last. */
export type LetterRows = { rows: Row[]; foot: Row | null }

export type Layout = { document: LetterDocument; fonts: LetterFonts; measures: Measures }

export function layOut(document: LetterDocument, fonts: LetterFonts, measures: Measures): LetterRows {
  const layout = { document, fonts, measures }
  const [first = [], ...others] = partsOf(document).map((part) => partRows(part, layout))
  const rows = [
    ...letterheadRows(layout),
    ...openingRows(layout),
    ...first.map((row, index) => (index === 0 ? { ...row, breakBefore: false } : row)),
    ...others.flat(),
    ...signatureRows(layout),
  ]
  return { rows, foot: footRow(layout) }
}

/** Title, salutation and text of one language, which begin together. */
function partRows(part: LetterPart, layout: Layout): Row[] {
  const section: Group | undefined = layout.document.second && { role: 'Sect', lang: part.lang }
  const { fonts, measures } = layout
  const { body, title, above } = measures
  const setting = { ...whole, align: 'centre' } as const
  const titleLeaf = inGroup({ role: 'H1' }, section)
  const opening = [
    ...textRows(bold(part.title), { ...setting, ...title, leaf: titleLeaf }, above.title, fonts),
    ...textRows(
      bold(part.salutation),
      { ...setting, ...body, leaf: inGroup({ role: 'P' }, section) },
      above.salutation,
      fonts,
    ),
  ]
  const text = blockRows(part.blocks, { fonts, measures, section, column })
  const isLast = part === partsOf(layout.document).at(-1)
  return [...opening.slice(0, 1), ...keepTogether(opening.slice(1)), ...(isLast ? carrying(text) : text)]
}
