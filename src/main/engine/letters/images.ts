import type { DocumentImage } from '../../../core/letters/document.ts'

/** In pixels or in points. */
export type Size = { width: number; height: number }

/** The size of an image that fills a box as far as its shape lets it. */
export function fitted(image: DocumentImage, box: Size): Size {
  const { width, height } = sizeOf(image)
  const scale = Math.min(box.width / width, box.height / height)
  return { width: width * scale, height: height * scale }
}

/** Width and height stand in the first chunk of a PNG (ISO/IEC 15948, 11.2.2). */
function sizeOf({ bytes }: DocumentImage): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
