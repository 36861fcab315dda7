import { pageLabel, type LetterDocument } from '../../../core/letters/document.ts'
import { drawPages } from './draw.ts'
import type { LetterFonts } from './fonts.ts'
import { requireGlyphs } from './glyphs.ts'
import { layOut } from './layout.ts'
import { paginate } from './paginate.ts'
import { collect, openPdf } from './pdf.ts'

/**
 * A letter as a PDF of A4 pages: the same document gives the same bytes.
 * Throws `glyphMissing` when the fonts lack one of its characters.
 */
export async function typesetLetter(document: LetterDocument, fonts: LetterFonts): Promise<Uint8Array> {
  requireGlyphs(document, fonts)
  const pages = paginate(layOut(document, fonts))
  const { lang, date, colourProfile } = { ...document, ...fonts }
  const pdf = openPdf({ title: titleOf(document), lang, date, colourProfile }, fonts)
  drawPages(pdf, pages, {
    footer: document.numberLine,
    label: (number) => pageLabel(lang, number, pages.length),
    fonts,
  })
  return collect(pdf.document)
}

/** pdfkit puts the title into XML as it is. */
function titleOf(document: LetterDocument): string {
  return `${document.title}. ${document.numberLine}`.replace(/[&<>]/g, ' ')
}
