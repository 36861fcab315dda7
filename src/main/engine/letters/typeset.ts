import { pageLabel, partsOf, type LetterDocument } from '../../../core/letters/document.ts'
import { drawPages } from './draw.ts'
import type { LetterFonts } from './fonts.ts'
import { requireGlyphs } from './glyphs.ts'
import { layOut } from './layout.ts'
import { roomy, tight } from './page.ts'
import { paginate, type Page } from './paginate.ts'
import { collect, openPdf } from './pdf.ts'

/**
 * A letter as a PDF of A4 pages: the same document gives the same bytes.
 * Throws `glyphMissing` when the fonts lack one of its characters.
 */
export async function typesetLetter(document: LetterDocument, fonts: LetterFonts): Promise<Uint8Array> {
  requireGlyphs(document, fonts)
  const pages = pagesOf(document, fonts)
  const pdf = openPdf({ title: titleOf(document), lang: document.lang, date: document.date }, fonts)
  drawPages(pdf, pages, {
    footer: document.numberLine,
    label: (number) =>
      partsOf(document)
        .map(({ lang }) => pageLabel(lang, number, pages.length))
        .join(' / '),
    fonts,
  })
  return collect(pdf.document)
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
