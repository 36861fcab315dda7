import type { RunStyle } from '../../../core/letters/document.ts'
import { useFace, type Pdf, type PdfFace } from './pdf.ts'

/** Writes one text object of a PDF (ISO 32000-1, 9.4). Advances in thousandths of the type size. */
export type TextWriter = {
  put(text: string, style: RunStyle): void
  /** A space of exactly this advance, in the face that stands before it. */
  putSpace(style: RunStyle, advance: number): void
  /** The operators. `x` and `y` of the first baseline in points from the top left corner. */
  finish(x: number, y: number, size: number): string
}

type Stretch = { style: RunStyle; face: PdfFace; items: string[] }

export function createTextWriter(pdf: Pdf): TextWriter {
  const stretches: Stretch[] = []

  function stretchOf(style: RunStyle): Stretch {
    const last = stretches.at(-1)
    if (last?.style === style) return last
    const stretch = { style, face: pdf.faceOf(style), items: [] }
    stretches.push(stretch)
    return stretch
  }

  function put(text: string, style: RunStyle): void {
    const { face, items } = stretchOf(style)
    const [codes, positions] = face.encode(text)
    codes.forEach((code, index) => {
      const position = positions[index]
      items.push(`<${code}>`)
      if (position) pushShift(items, position.advanceWidth - position.xAdvance)
    })
  }

  function putSpace(style: RunStyle, advance: number): void {
    const { face, items } = stretchOf(style)
    const [codes, positions] = face.encode(' ')
    items.push(`<${codes[0] ?? ''}>`)
    pushShift(items, (positions[0]?.advanceWidth ?? 0) - advance)
  }

  function finish(x: number, y: number, size: number): string {
    const shows = stretches.map(({ face, items }) => {
      const shown = items.join('').replaceAll('><', '')
      return `/${useFace(pdf.document, face)} ${at(size)} Tf [${shown}] TJ`
    })
    // pdfkit turns the page upside down, y grows downwards; the letters are turned back.
    return `BT 1 0 0 -1 ${at(x)} ${at(y)} Tm ${shows.join(' ')} ET`
  }

  return { put, putSpace, finish }
}

/** A number as PDF takes it: never with an exponent. */
export function at(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/** A positive shift brings the next glyph nearer. */
function pushShift(items: string[], thousandths: number): void {
  const shift = Math.round(thousandths * 10) / 10
  if (shift !== 0) items.push(String(shift))
}
