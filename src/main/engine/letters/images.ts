import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { convertIndexedToRgb, decode } from 'fast-png'
import { AppFailure } from '../../../shared/errors.ts'

/** In pixels or in points. */
export type Size = { width: number; height: number }

/** A picture as a PDF holds it: colours and transparency apart, each compressed (ISO 32000-1, 8.9.5 and 11.6.5.3). */
export type PdfImage = Size & { colours: Uint8Array; transparency: Uint8Array | null }

/** Letters show few pictures, and always the same: each is taken apart once in the life of the process. */
const known = new Map<string, PdfImage>()
const most = 12

const mostPixels = 4_000_000

/**
 * Takes a PNG apart. Throws `imageInvalid` for what is none, or is damaged, and `imageTooLarge` for one of more pixels
 * than any print shows.
 */
export function imageOf(bytes: Uint8Array): PdfImage {
  const key = createHash('sha256').update(bytes).digest('hex')
  const found = known.get(key)
  if (found) return found
  const image = takeApart(bytes)
  if (known.size >= most) known.clear()
  known.set(key, image)
  return image
}

function takeApart(bytes: Uint8Array): PdfImage {
  refuseHuge(bytes)
  const { width, height, pixels, channels } = pixelsOf(bytes)
  const hasColour = channels > 2
  const hasTransparency = channels % 2 === 0
  const colours = new Uint8Array(width * height * 3)
  const transparency = new Uint8Array(width * height)
  for (let at = 0; at < width * height; at += 1) {
    const from = at * channels
    for (let colour = 0; colour < 3; colour += 1) {
      colours[at * 3 + colour] = pixels[from + (hasColour ? colour : 0)] ?? 0
    }
    transparency[at] = pixels[from + channels - 1] ?? 0
  }
  return {
    width,
    height,
    colours: deflateSync(colours),
    transparency: hasTransparency ? deflateSync(transparency) : null,
  }
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** The size stands in the first chunk (ISO/IEC 15948, 11.2.2), so that nothing huge is ever unpacked. */
function refuseHuge(bytes: Uint8Array): void {
  if (bytes.length < 33 || signature.some((byte, at) => bytes[at] !== byte))
    throw new AppFailure('imageInvalid', {})
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(16) * view.getUint32(20) > mostPixels)
    throw new AppFailure('imageTooLarge', { megapixels: 4 })
}

type Pixels = Size & { pixels: Uint8Array; channels: number }

function pixelsOf(bytes: Uint8Array): Pixels {
  try {
    const png = decode(bytes, { checkCrc: true })
    const { width, height, palette, depth } = png
    if (palette) {
      const pixels = convertIndexedToRgb(png)
      return { width, height, pixels: Uint8Array.from(pixels), channels: pixels.length / (width * height) }
    }
    if (depth < 8) return { width, height, pixels: unpacked(png), channels: 1 }
    const pixels =
      depth === 16 ? Uint8Array.from(png.data, (sample) => sample >> 8) : Uint8Array.from(png.data)
    return { width, height, pixels, channels: png.channels }
  } catch {
    throw new AppFailure('imageInvalid', {})
  }
}

/** Grey pixels of fewer than eight bits stand several in a byte, each line from a new one. */
function unpacked({
  width,
  height,
  depth,
  data,
}: Size & { depth: number; data: ArrayLike<number> }): Uint8Array {
  const lineBytes = Math.ceil((width * depth) / 8)
  const white = 2 ** depth - 1
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const bit = (at % width) * depth
    const byte = data[Math.floor(at / width) * lineBytes + (bit >> 3)] ?? 0
    return (((byte >> (8 - depth - (bit & 7))) & white) * 255) / white
  })
}

/** The size of a picture that fills a box as far as its shape lets it. */
export function fitted(image: { bytes: Uint8Array }, box: Size): Size {
  const { width, height } = imageOf(image.bytes)
  const scale = Math.min(box.width / width, box.height / height)
  return { width: width * scale, height: height * scale }
}
