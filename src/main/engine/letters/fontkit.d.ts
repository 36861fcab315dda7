/** The part of fontkit 2.0.4 that letters use; the package has no types of its own. */
declare module 'fontkit' {
  export type Glyph = { id: number; advanceWidth: number; codePoints: number[]; _decode: () => unknown }
  export type GlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }
  export type GlyphRun = { glyphs: Glyph[]; positions: GlyphPosition[]; readonly advanceWidth: number }
  export type Font = {
    readonly unitsPerEm: number
    readonly postscriptName: string
    readonly characterSet: readonly number[]
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    /** `features`: OpenType features that are to be on or off, whatever the script has. */
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun
  }
  /** Parses a TrueType or OpenType file. Throws when the bytes are no font. */
  export function create(bytes: Uint8Array): Font
}
