import type { LetterFonts } from './fonts.ts'
import { page, small } from './page.ts'
import type { Page, PlacedMark } from './paginate.ts'
import type { Pdf } from './pdf.ts'
import type { Leaf, Mark } from './rows.ts'
import { createStructure, type Structure } from './structure.ts'
import { at, createTextWriter } from './text-writer.ts'
import { widthOf } from './words.ts'

export type Footer = { footer: string; label: (page: number) => string; fonts: LetterFonts }
type TextMark = Extract<Mark, { type: 'text' }>

const black = '0 g'
const grey = '0.35 g'

/** Draws the pages with their structure: what a reader sees and what a screen reader reads. */
export function drawPages(pdf: Pdf, pages: readonly Page[], footer: Footer): void {
  const structure = createStructure(pdf.document)
  const space = widthOf(' ', 'regular', footer.fonts)
  pages.forEach((placed, index) => {
    pdf.document.addPage()
    for (const group of byLeaf(placed)) drawGroup(pdf, structure, group, space)
    drawFooter(pdf, footer, index + 1)
  })
  structure.end()
}

type Group = { leaf: Leaf | null; marks: PlacedMark[] }

/** Neighbouring lines of one leaf are one piece of marked content. */
function byLeaf(placed: Page): Group[] {
  const groups: Group[] = []
  for (const entry of placed) {
    const leaf = entry.mark.type === 'text' ? entry.mark.leaf : null
    const last = groups.at(-1)
    if (last && last.leaf === leaf) last.marks.push(entry)
    else groups.push({ leaf, marks: [entry] })
  }
  return groups
}

function drawGroup(pdf: Pdf, structure: Structure, { leaf, marks }: Group, space: number): void {
  const { document } = pdf
  if (leaf) structure.begin(leaf)
  else document.markContent('Artifact', { type: 'Layout' })
  for (const { mark, top } of marks) {
    if (mark.type === 'text') document.addContent(textOperators(pdf, mark, top + mark.dy, space))
    else document.addContent(ruleOperators(mark.x, top + mark.dy, mark.width))
  }
  document.endMarkedContent()
}

/** The line at the foot of every page is no part of the text. */
function drawFooter(pdf: Pdf, { footer, label, fonts }: Footer, number: number): void {
  const right = label(number)
  const rightWidth = (widthOf(right, 'regular', fonts) * small.size) / 1000
  const y = page.height - page.footer
  const { document } = pdf
  document.markContent('Artifact', { type: 'Pagination' })
  document.addContent(grey)
  document.addContent(simpleText(pdf, footer, page.left, y))
  document.addContent(simpleText(pdf, right, page.width - page.right - rightWidth, y))
  document.addContent(black)
  document.endMarkedContent()
}

function ruleOperators(x: number, y: number, width: number): string {
  return `0.6 w ${at(x)} ${at(y)} m ${at(x + width)} ${at(y)} l S`
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
