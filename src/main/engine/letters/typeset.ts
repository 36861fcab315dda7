import { createHash } from 'node:crypto'
import { writeCheckCode } from '../../../core/letters/check-code.ts'
import { contentOf } from '../../../core/letters/content.ts'
import { pageLabel, partsOf, type LetterDocument } from '../../../core/letters/document.ts'
import { drawPages } from './draw.ts'
import type { LetterFonts } from './fonts.ts'
import { requireGlyphs } from './glyphs.ts'
import { layOut } from './layout.ts'
import { roomy, tight } from './page.ts'
import { addOutline } from './outline.ts'
import { paginate, type Page } from './paginate.ts'
import { attach, collect, openPdf } from './pdf.ts'
import { textOf } from './words.ts'

/** A letter as bytes, and the SHA-256 of its content (`core/letters/content.ts`). */
export type Typeset = { pdf: Uint8Array; contentSha256: string }

/**
 * A letter as a PDF of A4 pages: the same document gives the same bytes.
 * Throws `glyphMissing` when the fonts lack one of its characters, `imageInvalid` for a picture that is none.
 */
export async function typesetLetter(document: LetterDocument, fonts: LetterFonts): Promise<Typeset> {
  requireGlyphs(document, fonts)
  const pages = pagesOf(document, fonts)
  const contentSha256 = hashOfContent(pages)
  const pdf = openPdf({ title: titleOf(document), lang: document.lang, date: document.date }, fonts)
  const { code, date } = document
  drawPages(pdf, pages, {
    footer: () => document.numberLine,
    label: (number) =>
      partsOf(document)
        .map(({ lang }) => pageLabel(lang, number, pages.length))
        .join(' / '),
    code: code ? writeCheckCode({ number: code.number, date, sha256: contentSha256 }) : '',
    fonts,
  })
  addOutline(pdf, pages)
  if (document.file) attach(pdf, document.file, date)
  return { pdf: await collect(pdf.document), contentSha256 }
}

/** Of the words as they are about to be drawn, without those that are no part of the text. */
function hashOfContent(pages: readonly Page[]): string {
  const words = pages.flat().flatMap(({ mark }) => (mark.type === 'text' && mark.leaf ? mark.line.words : []))
  return createHash('sha256')
    .update(contentOf(words.map(textOf).join('')), 'utf8')
    .digest('hex')
}

/** A letter that would only just run over is set tighter, if that saves it a page. */
function pagesOf(document: LetterDocument, fonts: LetterFonts): Page[] {
  const pages = paginate(layOut(document, fonts, roomy))
  if (pages.length === 1) return pages
  const tighter = paginate(layOut(document, fonts, tight))
  return tighter.length < pages.length ? tighter : pages
}

/** pdfkit puts the title into XML as it is. */
function titleOf(document: LetterDocument): string {
  return `${document.title}. ${document.numberLine}`.replace(/[&<>]/g, ' ')
}
