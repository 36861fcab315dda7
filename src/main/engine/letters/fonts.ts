import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font, type GlyphRun } from 'fontkit'
import type { RunStyle } from '../../../core/letters/document.ts'
import { AppFailure } from '../../../shared/errors.ts'

/** One parsed face. `font.layout` remembers the words it has shaped, for all documents together. */
export type Face = {
  font: Font
  /** Of a text, in thousandths of the type size. */
  widthOf(text: string): number
}

/** The faces of letters, and the colour profile that their PDFs name. */
export type LetterFonts = Record<RunStyle, Face> & { colourProfile: Uint8Array }

const files: Record<RunStyle, string> = {
  regular: 'NotoSerif-Regular.ttf',
  bold: 'NotoSerif-Bold.ttf',
  italic: 'NotoSerif-Italic.ttf',
}
const colourProfileFile = 'sRGB.icc'

/** Words remembered per face: some 40 long letters. Past it the memory starts anew. */
const maxShapedWords = 4_000

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
  const shape = rememberingShape(font)
  font.layout = layoutBy(shape)
  return { font, widthOf: (text) => (shape(text).advanceWidth * 1000) / font.unitsPerEm }
}

/**
 * fontkit keeps each glyph as it was first asked for. A composite («й») asks for its parts («и») without their
 * characters, and every later document would lose them from its text; so each is asked for by its character first.
 * It would also read the outline anew for each document that embeds it.
 */
function nameGlyphs(font: Font): void {
  for (const codePoint of font.characterSet) {
    const glyph = font.glyphForCodePoint(codePoint)
    const { _decode: decode } = glyph
    Object.assign(glyph, { _decode: once(decode.bind(glyph)) })
  }
}

function once<T>(work: () => T): () => T {
  let known: { value: T } | null = null
  return () => (known ??= { value: work() }).value
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

/** A ligature would be read back as the one character it is encoded by: «ﬃ», which no search for «office» finds. */
const features = { liga: false }

function rememberingShape(font: Font): (text: string) => GlyphRun {
  const shape = font.layout.bind(font)
  const runs = new Map<string, GlyphRun>()
  return (text) => {
    const known = runs.get(text)
    if (known) return known
    if (runs.size >= maxShapedWords) runs.clear()
    const run = shape(text, features)
    // fontkit adds it up anew each time it is asked.
    const { glyphs, positions, advanceWidth } = run
    runs.set(text, { glyphs, positions, advanceWidth })
    return run
  }
}

/** pdfkit scales the positions it gets in place, so each caller gets its own. */
function layoutBy(shape: (text: string) => GlyphRun): Font['layout'] {
  return (text) => {
    const { glyphs, positions, advanceWidth } = shape(text)
    return { glyphs, positions: positions.map((position) => ({ ...position })), advanceWidth }
  }
}
