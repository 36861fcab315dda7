import type { Font } from 'fontkit'
import {
  partsOf,
  textsOf,
  type DocumentBlock,
  type LetterDocument,
  type LetterPart,
  type RunStyle,
} from '../../../core/letters/document.ts'
import { AppFailure, type GlyphPlace } from '../../../shared/errors.ts'
import type { Face, LetterFonts } from './fonts.ts'

/** The text with `[U+1F642]` for what the face can't draw: a paper of the office shows whatever the register holds. */
export function drawable(text: string, { font }: Face): string {
  return [...text]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0
      return font.hasGlyphForCodePoint(point) ? character : `[${nameOf(point)}]`
    })
    .join('')
}

type Check = (where: GlyphPlace, style: RunStyle, texts: readonly string[]) => void

/** Throws `glyphMissing` for the first character that the face it stands in can't draw, before anything is drawn. */
export function requireGlyphs(document: LetterDocument, fonts: LetterFonts): void {
  const check: Check = (where, style, texts) => {
    for (const text of texts) requireText(text, where, fonts[style].font)
  }
  const { kk, ru, contacts } = document.letterhead
  check('letterhead', 'bold', [kk.name, ru.name])
  check('letterhead', 'regular', [...kk.lines, ...ru.lines, contacts])
  for (const part of partsOf(document)) requirePart(part, check)
}

function requirePart(part: LetterPart, check: Check): void {
  const { addressee, signatory } = part
  check('number', 'regular', [part.numberLine, part.dateLine, part.reference])
  check('addressee', 'regular', [addressee.label, ...addressee.lines])
  check('addressee', 'bold', [addressee.name])
  check('title', 'bold', [part.title])
  check('salutation', 'bold', [part.salutation])
  for (const block of part.blocks) requireBlock(block, check)
  check('closing', 'regular', [part.closing])
  check('signatory', 'regular', [signatory.position])
  check('signatory', 'bold', [signatory.name])
  check('executor', 'regular', part.executor)
}

/** A heading and the header of a table are set in bold, whatever their runs say. */
function requireBlock(block: DocumentBlock, check: Check): void {
  const bold = block.type === 'heading' ? [block.runs] : block.type === 'table' ? block.header : []
  for (const { text } of bold.flat()) check('body', 'bold', [text])
  for (const { text, style } of textsOf(block).flat()) check('body', style, [text])
}

function requireText(text: string, where: GlyphPlace, font: Font): void {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (!font.hasGlyphForCodePoint(point)) {
      throw new AppFailure('glyphMissing', { codePoint: nameOf(point), where })
    }
  }
}

function nameOf(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
}
