import { partsOf, type LetterPart, type TextRun } from '../../../core/letters/document.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import { fitted } from './images.ts'
import type { Layout } from './layout.ts'
import { column, small } from './page.ts'
import { bold, paragraphIn, plain, whole } from './plain-text.ts'
import { keepTogether, sideBySide, textRows, type Row, type TextSetting } from './rows.ts'

/** Kazakh at the left, Russian at the right, the logo between them, below them what both share. */
export function letterheadRows(layout: Layout): Row[] {
  const { document, fonts, measures } = layout
  const { contacts } = document.letterhead
  const logo = logoRow(layout)
  const gap = logo ? measures.logo.width + 2 * measures.logoGap : measures.letterheadGap
  const width = (column.width - gap) / 2
  const names = sideBySide(
    [
      letterheadSide('kk', column.left, width, layout),
      logo ? [logo] : [],
      letterheadSide('ru', column.left + column.width - width, width, layout),
    ],
    0,
  )
  const shared =
    contacts === ''
      ? []
      : textRows(plain(contacts), { ...whole, ...small, align: 'centre', leaf: { role: 'P' } }, 5, fonts)
  const rule: Row = {
    before: 7,
    height: 1,
    breakBefore: false,
    marks: [{ type: 'rule', x: column.left, dy: 0.5, width: column.width, height: 0, weight: 0.6 }],
  }
  return [...names, ...keepTogether(shared), rule]
}

function logoRow({ document, measures }: Layout): Row | null {
  const { logo } = document.letterhead
  if (!logo) return null
  const { width, height } = fitted(logo, measures.logo)
  const x = column.left + (column.width - width) / 2
  const leaf = { role: 'Figure', alt: logo.alt } as const
  const mark = { type: 'image', leaf, image: logo, x, dy: 0, width, height } as const
  return { before: 0, height, breakBefore: false, marks: [mark] }
}

function letterheadSide(lang: Lang, x: number, measure: number, layout: Layout): Row[] {
  const { document, fonts, measures } = layout
  const { name, lines } = document.letterhead[lang]
  const setting = { x, measure, align: 'centre' } as const
  const leaf = () => paragraphIn(lang, document)
  return [
    ...textRows(bold(name), { ...setting, ...measures.letterheadName, leaf: leaf() }, 0, fonts),
    ...lines.flatMap((line) => textRows(plain(line), { ...setting, ...small, leaf: leaf() }, 1.5, fonts)),
  ]
}

/** Number and reference at the left, addressee at the right, one language under the other. */
export function openingRows(layout: Layout): Row[] {
  const parts = partsOf(layout.document)
  return sideBySide(
    [parts.flatMap((part) => numberRows(part, layout)), addresseeRows(parts, layout)],
    layout.measures.above.opening,
  )
}

function numberRows(part: LetterPart, { document, fonts, measures }: Layout): Row[] {
  const setting = { x: column.left, measure: measures.numberWidth, align: 'left', ...measures.body } as const
  const { between } = measures.above
  const line = (text: string, before: number): Row[] =>
    textRows(plain(text), { ...setting, leaf: paragraphIn(part.lang, document) }, before, fonts)
  return [...line(part.numberLine, 2 * between), ...line(part.dateLine, 0), ...line(part.reference, between)]
}

/** Who is addressed alike in both languages is named once; an address that is written once stands under both names. */
function addresseeRows(parts: readonly LetterPart[], layout: Layout): Row[] {
  const [first, second] = parts
  if (!first) return []
  const named = second && !tellsNoMore(second.addressee, first.addressee) ? [first, second] : [first]
  const isShared = named.length === 1 || second?.addressee.lines.length === 0
  if (isShared) return [...named.flatMap((part) => nameRows(part, layout)), ...lineRows(first, layout)]
  return named.flatMap((part) => [...nameRows(part, layout), ...lineRows(part, layout)])
}

function tellsNoMore(second: LetterPart['addressee'], first: LetterPart['addressee']): boolean {
  const { name, lines } = second
  return name === first.name && (lines.length === 0 || lines.join('\n') === first.lines.join('\n'))
}

function nameRows({ lang, addressee }: LetterPart, layout: Layout): Row[] {
  const line = (runs: TextRun[]): Row[] => textRows(runs, addresseeSetting(lang, layout), 0, layout.fonts)
  return [...line(plain(addressee.label)), ...line(bold(addressee.name))]
}

function lineRows({ lang, addressee }: LetterPart, layout: Layout): Row[] {
  const setting = (): TextSetting => addresseeSetting(lang, layout)
  return addressee.lines.flatMap((text) => textRows(plain(text), setting(), 0, layout.fonts))
}

function addresseeSetting(lang: Lang, { document, measures }: Layout): TextSetting {
  const measure = measures.addresseeWidth
  const x = column.left + column.width - measure
  return { x, measure, align: 'left', ...measures.body, leaf: paragraphIn(lang, document) }
}
