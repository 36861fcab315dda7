import type { DocumentBlock, LetterDocument, RunStyle, TextRun } from '../../../core/letters/document.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LetterFonts } from './fonts.ts'
import { column, page, type } from './page.ts'
import { sideBySide, stack, textRows, type Leaf, type Row, type TextSetting } from './rows.ts'
import { widthOf } from './words.ts'

/** The letter as rows from top to bottom, before it is cut into pages. The executor stands at the foot of the last. */
export type LetterRows = { rows: Row[]; foot: Row | null }

export function layOut(document: LetterDocument, fonts: LetterFonts): LetterRows {
  const body = bodyRows(document, fonts)
  bindEnd(body)
  const rows = [
    ...letterheadRows(document, fonts),
    ...openingRows(document, fonts),
    ...body,
    ...closingRows(document, fonts),
  ]
  return { rows, foot: footRow(document, fonts) }
}

function letterheadRows({ letterhead, lang }: LetterDocument, fonts: LetterFonts): Row[] {
  const width = (column.width - type.letterheadGap) / 2
  const side = (of: Lang, x: number): Row[] => {
    const leaf = (): Leaf => (of === lang ? { role: 'P' } : { role: 'P', lang: of })
    const { name, lines } = letterhead[of]
    const setting = { x, measure: width, align: 'centre' as const }
    return [
      ...textRows(bold(name), { ...setting, leaf: leaf(), ...type.letterheadName }, 0, fonts),
      ...lines.flatMap((line) =>
        textRows(plain(line), { ...setting, leaf: leaf(), ...type.small }, 1.5, fonts),
      ),
    ]
  }
  const names = sideBySide([side('kk', column.left), side('ru', column.left + width + type.letterheadGap)], 0)
  const contacts =
    letterhead.contacts === ''
      ? []
      : textRows(
          plain(letterhead.contacts),
          { ...whole, ...type.small, align: 'centre', leaf: p() },
          5,
          fonts,
        )
  const rule: Row = {
    before: 7,
    height: 1,
    breakBefore: false,
    marks: [{ type: 'rule', x: column.left, dy: 0.5, width: column.width }],
  }
  return [names, ...kept(contacts), rule]
}

/** Number and reference at the left, addressee at the right, then title and salutation. */
function openingRows(document: LetterDocument, fonts: LetterFonts): Row[] {
  const left = { x: column.left, measure: type.numberWidth, align: 'left' as const, ...type.body }
  const numbers = [document.numberLine, document.dateLine, document.reference].flatMap((line, index) =>
    textRows(plain(line), { ...left, leaf: p() }, index === 2 ? 5 : 0, fonts),
  )
  const right = {
    x: column.left + column.width - type.addresseeWidth,
    measure: type.addresseeWidth,
    align: 'left' as const,
    ...type.body,
  }
  const { label, name, lines } = document.addressee
  const addressee = [
    ...textRows(plain(label), { ...right, leaf: p() }, 0, fonts),
    ...textRows(bold(name), { ...right, leaf: p() }, 0, fonts),
    ...lines.flatMap((line) => textRows(plain(line), { ...right, leaf: p() }, 0, fonts)),
  ]
  const centre = { ...whole, ...type.body, align: 'centre' as const }
  return [
    sideBySide([numbers, addressee], 16),
    ...kept(textRows(bold(document.title), { ...centre, ...type.title, leaf: { role: 'H1' } }, 26, fonts)),
    ...kept(textRows(bold(document.salutation), { ...centre, leaf: p() }, 14, fonts)),
  ]
}

function bodyRows(document: LetterDocument, fonts: LetterFonts): Row[] {
  const rows: Row[] = []
  let afterHeading = true
  for (const block of document.blocks) {
    const blockRows = rowsOf(block, fonts)
    const first = blockRows[0]
    if (first && afterHeading) first.breakBefore = false
    rows.push(...blockRows)
    afterHeading = block.type === 'heading'
  }
  return rows
}

function rowsOf(block: DocumentBlock, fonts: LetterFonts): Row[] {
  const body: TextSetting = { ...whole, ...type.body, align: 'justified', leaf: p() }
  switch (block.type) {
    case 'paragraph':
      return textRows(block.runs, body, type.paragraphGap, fonts)
    case 'heading': {
      const rows = textRows(
        block.runs.map((run) => ({ text: run.text, style: 'bold' })),
        { ...body, align: 'left', leaf: { role: 'H2' } },
        type.headingGap,
        fonts,
      )
      rows.forEach((row, index) => (row.breakBefore = index === 0))
      return rows
    }
    case 'list':
      return listRows(block.items, body, fonts)
  }
}

function listRows(items: readonly (readonly TextRun[])[], body: TextSetting, fonts: LetterFonts): Row[] {
  const list = {}
  return items.flatMap((item, index) => {
    const entry = { list }
    const text: TextSetting = {
      ...body,
      leaf: { role: 'LBody', item: entry },
      x: body.x + type.listIndent,
      measure: body.measure - type.listIndent,
    }
    const rows = textRows(item, text, index === 0 ? 4 : 2.5, fonts)
    const dash: TextSetting = {
      ...body,
      leaf: { role: 'Lbl', item: entry },
      x: body.x + type.listIndent - type.dashWidth,
    }
    const label = textRows(plain('–'), { ...dash, align: 'left' }, 0, fonts)[0]
    const first = rows[0]
    if (first && label) first.marks.unshift(...label.marks)
    return rows
  })
}

/** The signature never stands alone: the last lines of the text go with it. */
function bindEnd(rows: Row[]): void {
  for (const row of rows.slice(-2)) row.breakBefore = false
}

function closingRows({ closing, signatory }: LetterDocument, fonts: LetterFonts): Row[] {
  const position = { x: column.left, measure: type.positionWidth, align: 'left' as const, ...type.body }
  const nameWidth = column.width - type.positionWidth - type.signatureGap
  const name = {
    x: column.left + column.width - nameWidth,
    measure: nameWidth,
    align: 'right' as const,
    ...type.body,
  }
  const positionRows =
    signatory.position === '' ? [] : textRows(plain(signatory.position), { ...position, leaf: p() }, 0, fonts)
  const nameRows = textRows(bold(signatory.name), { ...name, leaf: p() }, 0, fonts)
  const signature = sideBySide([positionRows, nameRows], 12)
  return [
    ...kept(textRows(plain(closing), { ...whole, ...type.body, align: 'left', leaf: p() }, 22, fonts)),
    signature,
  ]
}

function footRow({ executor }: LetterDocument, fonts: LetterFonts): Row | null {
  if (executor.length === 0) return null
  const setting = { ...whole, ...type.small, align: 'left' as const }
  const rows = executor.flatMap((line) => textRows(plain(line), { ...setting, leaf: p() }, 0, fonts))
  return { ...stack(rows), before: 24, breakBefore: false }
}

/** The line at the foot of every page: no part of the text, so it has no leaf. */
export function footerText(
  left: string,
  right: string,
  fonts: LetterFonts,
): { left: TextRun; right: TextRun; rightX: number } {
  const width = (widthOf(right, 'regular', fonts) * type.small.size) / 1000
  return {
    left: { text: left, style: 'regular' },
    right: { text: right, style: 'regular' },
    rightX: page.width - page.right - width,
  }
}

const whole = { x: column.left, measure: column.width }

function p(): Leaf {
  return { role: 'P' }
}

function plain(text: string): TextRun[] {
  return [{ text, style: 'regular' satisfies RunStyle }]
}

function bold(text: string): TextRun[] {
  return [{ text, style: 'bold' }]
}

function kept(rows: Row[]): Row[] {
  for (const row of rows) row.breakBefore = false
  return rows
}
