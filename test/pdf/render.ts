import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Picture = { width: number; height: number; rgba: Uint8ClampedArray }

/** The pages as the desk draws them, at this many dots an inch. */
export async function renderPages(pdf: Uint8Array, dotsPerInch: number): Promise<Picture[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  const pictures: Picture[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: dotsPerInch / 72 })
    const width = Math.ceil(viewport.width)
    const height = Math.ceil(viewport.height)
    const canvas = createCanvas(width, height)
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
    pictures.push({ width, height, rgba: canvas.getContext('2d').getImageData(0, 0, width, height).data })
  }
  await task.destroy()
  return pictures
}
