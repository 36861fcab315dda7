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

/** What was shown so far, in which the last string of glyphs may still be open. */
type Stretch = { style: RunStyle; face: PdfFace; shown: string; open: boolean }

export function createTextWriter(pdf: Pdf): TextWriter {
  const stretches: Stretch[] = []

  function stretchOf(style: RunStyle): Stretch {
    const last = stretches.at(-1)
    if (last?.style === style) return last
    const stretch = { style, face: pdf.faceOf(style), shown: '', open: false }
    stretches.push(stretch)
    return stretch
  }

  function put(text: string, style: RunStyle): void {
    const stretch = stretchOf(style)
    const [codes, positions] = stretch.face.encode(text)
    codes.forEach((code, index) => {
      const position = positions[index]
      show(stretch, code, position ? position.advanceWidth - position.xAdvance : 0)
    })
  }

  function putSpace(style: RunStyle, advance: number): void {
    const stretch = stretchOf(style)
    const { code, width } = spaceOf(stretch.face)
    show(stretch, code, width - advance)
  }

  function finish(x: number, y: number, size: number): string {
    const shows = stretches.map(
      ({ face, shown, open }) =>
        `/${useFace(pdf.document, face)} ${at(size)} Tf [${shown}${open ? '>' : ''}] TJ`,
    )
    // pdfkit turns the page upside down, y grows downwards; the letters are turned back.
    return `BT 1 0 0 -1 ${at(x)} ${at(y)} Tm ${shows.join(' ')} ET`
  }

  return { put, putSpace, finish }
}

/** A glyph, and by how many thousandths nearer the next one comes. */
function show(stretch: Stretch, code: string, thousandths: number): void {
  const shift = Math.round(thousandths * 10) / 10
  stretch.shown += stretch.open ? code : `<${code}`
  stretch.open = shift === 0
  if (!stretch.open) stretch.shown += `>${shift}`
}

const spaces = new WeakMap<PdfFace, { code: string; width: number }>()

function spaceOf(face: PdfFace): { code: string; width: number } {
  const known = spaces.get(face)
  if (known) return known
  const [[code = ''], [position]] = face.encode(' ')
  const space = { code, width: position?.advanceWidth ?? 0 }
  spaces.set(face, space)
  return space
}

/** A number as PDF takes it: never with an exponent. */
export function at(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
