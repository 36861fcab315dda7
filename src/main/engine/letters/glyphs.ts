import type { LetterDocument, RunStyle, TextRun } from '../../../core/letters/document.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { LetterFonts } from './fonts.ts'

/** Throws `glyphMissing` for the first character that the face it stands in can't draw, before anything is drawn. */
export function requireGlyphs(document: LetterDocument, fonts: LetterFonts): void {
  const { letterhead, addressee, signatory } = document
  const plain = [
    document.numberLine,
    document.dateLine,
    document.reference,
    letterhead.contacts,
    ...letterhead.kk.lines,
    ...letterhead.ru.lines,
    addressee.label,
    ...addressee.lines,
    document.closing,
    signatory.position,
    signatory.name,
    ...document.executor,
  ]
  const bold = [letterhead.kk.name, letterhead.ru.name, addressee.name, document.title, document.salutation]
  for (const text of plain) requireText(text, 'regular', fonts)
  for (const text of bold) requireText(text, 'bold', fonts)
  for (const run of document.blocks.flatMap(runsOf)) requireText(run.text, run.style, fonts)
}

function runsOf(block: LetterDocument['blocks'][number]): readonly TextRun[] {
  switch (block.type) {
    case 'paragraph':
      return block.runs
    case 'heading':
      return block.runs.map((run) => ({ text: run.text, style: 'bold' }))
    case 'list':
      return block.items.flat()
  }
}

function requireText(text: string, style: RunStyle, fonts: LetterFonts): void {
  const { font } = fonts[style]
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (!font.hasGlyphForCodePoint(codePoint)) {
      throw new AppFailure('glyphMissing', {
        codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
      })
    }
  }
}
