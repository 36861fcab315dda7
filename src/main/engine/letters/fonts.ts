import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font, type GlyphRun } from 'fontkit'
import type { RunStyle } from '../../../core/letters/document.ts'
import { AppFailure } from '../../../shared/errors.ts'

/** One parsed face. `font.layout` remembers the words it has shaped, for all documents together. */
export type Face = { font: Font }

/** The faces of letters, and the colour profile that their PDFs name. */
export type LetterFonts = Record<RunStyle, Face> & { colourProfile: Uint8Array }

const files: Record<RunStyle, string> = {
  regular: 'NotoSerif-Regular.ttf',
  bold: 'NotoSerif-Bold.ttf',
  italic: 'NotoSerif-Italic.ttf',
}
const colourProfileFile = 'sRGB.icc'

/** Words remembered per face: some 200 long letters. Past it the memory starts anew. */
const maxShapedWords = 20_000

/** Parsing takes longer than a letter, so each folder is read once in the life of the process. */
const loaded = new Map<string, LetterFonts>()

/**
 * The fonts of a folder, parsed on the first call.
 * Throws `fontMissing` for a file that is absent, unreadable or no font; the next call tries again.
 */
export function loadFonts(folder: string): LetterFonts {
  const known = loaded.get(folder)
  if (known) return known
  const fonts = {
    regular: loadFace(folder, files.regular),
    bold: loadFace(folder, files.bold),
    italic: loadFace(folder, files.italic),
    colourProfile: readFile(folder, colourProfileFile),
  }
  loaded.set(folder, fonts)
  return fonts
}

function loadFace(folder: string, file: string): Face {
  const font = parse(readFile(folder, file), file)
  nameGlyphs(font)
  font.layout = rememberingLayout(font)
  return { font }
}

/**
 * fontkit keeps each glyph as it was first asked for. A composite («й») asks for its parts («и») without their
 * characters, and every later document would lose them from its text; so each is asked for by its character first.
 */
function nameGlyphs(font: Font): void {
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint)
}

function readFile(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(join(folder, file))
  } catch {
    throw new AppFailure('fontMissing', { file })
  }
}

function parse(bytes: Uint8Array, file: string): Font {
  try {
    return create(bytes)
  } catch {
    throw new AppFailure('fontMissing', { file })
  }
}

/** pdfkit scales the positions it gets in place, so each caller gets its own. */
function rememberingLayout(font: Font): Font['layout'] {
  const shape = font.layout.bind(font)
  const runs = new Map<string, GlyphRun>()
  return (text, features) => {
    if (features !== undefined) return shape(text, features)
    const run = runs.get(text) ?? shape(text)
    if (runs.size >= maxShapedWords) runs.clear()
    runs.set(text, run)
    return {
      glyphs: run.glyphs,
      positions: run.positions.map((position) => ({ ...position })),
      advanceWidth: run.advanceWidth,
    }
  }
}
