import { codeModules } from './code.ts'
import type { LetterFonts } from './fonts.ts'
import { page, small, type Sheet } from './page.ts'
import type { Page, PlacedMark } from './paginate.ts'
import type { Pdf } from './pdf.ts'
import type { Leaf, Mark } from './rows.ts'
import { createStructure, type Box, type Structure } from './structure.ts'
import { at, createTextWriter } from './text-writer.ts'
import { widthOf } from './words.ts'

/** What is drawn besides the rows: the foot of each page, and what the QR code says. */
export type Extras = {
  footer: (page: number) => string
  label: (page: number) => string
  /** The text of the QR code, where there is one. */
  code?: string
  /** A4 upright where nothing else is said. */
  sheet?: Sheet
  fonts: LetterFonts
}
type TextMark = Extract<Mark, { type: 'text' }>
type RuleMark = Extract<Mark, { type: 'rule' }>
type ImageMark = Extract<Mark, { type: 'image' }>
type CodeMark = Extract<Mark, { type: 'code' }>

const black = '0 g'
const grey = '0.35 g'

/** Draws the pages with their structure: what a reader sees and what a screen reader reads. */
export function drawPages(pdf: Pdf, pages: readonly Page[], extras: Extras): void {
  const structure = createStructure(pdf.document)
  const brush: Brush = { pdf, space: widthOf(' ', 'regular', extras.fonts), code: extras.code ?? '' }
  pages.forEach((placed, index) => {
    pdf.document.addPage()
    for (const group of byLeaf(placed)) drawMarked(brush, structure, group)
    drawFooter(pdf, extras, index + 1)
  })
  structure.end()
}

type Brush = { pdf: Pdf; space: number; code: string }
type Marked = { leaf: Leaf | null; marks: PlacedMark[] }

/** Neighbouring lines of one leaf are one piece of marked content. */
function byLeaf(placed: Page): Marked[] {
  const groups: Marked[] = []
  for (const entry of placed) {
    const leaf = entry.mark.type === 'rule' ? null : entry.mark.leaf
    const last = groups.at(-1)
    if (last && last.leaf === leaf) last.marks.push(entry)
    else groups.push({ leaf, marks: [entry] })
  }
  return groups
}

function drawMarked(brush: Brush, structure: Structure, { leaf, marks }: Marked): void {
  const { document } = brush.pdf
  if (leaf) structure.begin(leaf, boxOf(marks))
  else document.markContent('Artifact', { type: 'Layout' })
  for (const { mark, top } of marks) drawMark(brush, mark, top)
  document.endMarkedContent()
}

function drawMark({ pdf, space, code }: Brush, mark: Mark, top: number): void {
  const { document } = pdf
  const y = top + mark.dy
  switch (mark.type) {
    case 'text':
      document.addContent(textOperators(pdf, mark, y, space))
      return
    case 'rule':
      document.addContent(ruleOperators(mark, y))
      return
    case 'image':
      document.addContent(imageOperators(pdf, mark, y))
      return
    case 'code':
      document.addContent(codeOperators(code, mark, y))
  }
}

/** Only a figure has one, and a figure has one mark. */
function boxOf(marks: readonly PlacedMark[]): Box | undefined {
  const [first] = marks
  if (first?.mark.type === 'code') {
    const { x, dy, side } = first.mark
    return [x, first.top + dy, x + side, first.top + dy + side]
  }
  if (first?.mark.type !== 'image') return undefined
  const { x, dy, width, height } = first.mark
  return [x, first.top + dy, x + width, first.top + dy + height]
}

/** The line at the foot of every page is no part of the text. */
function drawFooter(pdf: Pdf, { footer, label, fonts, sheet = page }: Extras, number: number): void {
  const right = label(number)
  const rightWidth = (widthOf(right, 'regular', fonts) * small.size) / 1000
  const y = sheet.height - sheet.footer
  const { document } = pdf
  document.markContent('Artifact', { type: 'Pagination' })
  document.addContent(grey)
  document.addContent(simpleText(pdf, footer(number), sheet.left, y))
  document.addContent(simpleText(pdf, right, sheet.width - sheet.right - rightWidth, y))
  document.addContent(black)
  document.endMarkedContent()
}

function ruleOperators({ x, width, height, weight }: RuleMark, y: number): string {
  return `${at(weight)} w ${at(x)} ${at(y)} m ${at(x + width)} ${at(y + height)} l S`
}

/** An image is a square of one unit, its first line above. */
function imageOperators(pdf: Pdf, { image, x, width, height }: ImageMark, y: number): string {
  const name = pdf.imageName(image.bytes)
  return `q ${at(width)} 0 0 ${at(-height)} ${at(x)} ${at(y + height)} cm /${name} Do Q`
}

function codeOperators(text: string, { x, side }: CodeMark, y: number): string {
  const modules = codeModules(text)
  const module = side / modules.side
  const squares = modules.stretches.map(
    ({ row, from, to }) =>
      `${at(x + from * module)} ${at(y + row * module)} ${at((to - from) * module)} ${at(module)} re`,
  )
  return `${squares.join(' ')} f`
}

function simpleText(pdf: Pdf, text: string, x: number, y: number): string {
  const writer = createTextWriter(pdf)
  writer.put(text, 'regular')
  return writer.finish(x, y, small.size)
}

/** One line as one text object. Every space is a glyph of its own, so that the text can be read back. */
function textOperators(pdf: Pdf, { line, x, size }: TextMark, y: number, space: number): string {
  const writer = createTextWriter(pdf)
  line.words.forEach((word, index) => {
    const before = line.words[index - 1]?.fragments.at(-1)
    if (before && !word.continues) writer.putSpace(before.style, space)
    for (const { text, style } of word.fragments) writer.put(text, style)
  })
  const end = line.words.at(-1)?.fragments.at(-1)
  if (line.spaceAfter && end) writer.putSpace(end.style, space)
  return writer.finish(x, y, size)
}
