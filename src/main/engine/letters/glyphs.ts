import {
  partsOf,
  textsOf,
  type DocumentBlock,
  type LetterDocument,
  type LetterPart,
  type RunStyle,
} from '../../../core/letters/document.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { LetterFonts } from './fonts.ts'

/** Throws `glyphMissing` for the first character that the face it stands in can't draw, before anything is drawn. */
export function requireGlyphs(document: LetterDocument, fonts: LetterFonts): void {
  const { letterhead } = document
  requireAll([letterhead.contacts, ...letterhead.kk.lines, ...letterhead.ru.lines], 'regular', fonts)
  requireAll([letterhead.kk.name, letterhead.ru.name], 'bold', fonts)
  for (const part of partsOf(document)) requirePart(part, fonts)
}

function requirePart(part: LetterPart, fonts: LetterFonts): void {
  const { addressee, signatory } = part
  const plain = [
    part.numberLine,
    part.dateLine,
    part.reference,
    addressee.label,
    ...addressee.lines,
    part.closing,
    signatory.position,
    ...part.executor,
  ]
  requireAll(plain, 'regular', fonts)
  requireAll([addressee.name, part.title, part.salutation, signatory.name], 'bold', fonts)
  for (const block of part.blocks) requireBlock(block, fonts)
}

function requireAll(texts: readonly string[], style: RunStyle, fonts: LetterFonts): void {
  for (const text of texts) requireText(text, style, fonts)
}

function requireBlock(block: DocumentBlock, fonts: LetterFonts): void {
  const bold = block.type === 'heading' ? [block.runs] : block.type === 'table' ? block.header : []
  for (const { text } of bold.flat()) requireText(text, 'bold', fonts)
  if (block.type === 'heading') return
  for (const { text, style } of textsOf(block).flat()) requireText(text, style, fonts)
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
