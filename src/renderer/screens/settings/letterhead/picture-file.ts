import { pictureLimit } from '../../../../shared/model/settings.ts'
import { Refusal } from '../../../api.ts'

/** The longer side of a drawing, in pixels: more than 600 dots an inch of any picture of a letter. */
const longestSide = 1_200

/** A drawing that runs or fetches something is none of ours; what the browser would leave out anyway is refused aloud. */
const forbidden =
  /<script|<foreignObject|<!ENTITY|\son\w+\s*=|(?:href|src)\s*=\s*["'](?!#|data:image\/png)|url\(\s*["']?(?!#)|@import/i

/**
 * The picture of a file as a PNG: a PNG as it is, an SVG drawn by the browser, which runs and fetches nothing in an
 * image. Fails with `imageInvalid` or `imageTooLarge`; the engine looks at the PNG once more.
 */
export async function pngOf(file: File): Promise<Uint8Array> {
  if (file.size > pictureLimit) throw new Refusal({ code: 'imageTooLarge', details: { megapixels: 4 } })
  const isDrawing = file.type === 'image/svg+xml' || /\.svg$/i.test(file.name)
  return isDrawing ? drawn(await file.text()) : new Uint8Array(await file.arrayBuffer())
}

async function drawn(svg: string): Promise<Uint8Array> {
  if (forbidden.test(svg)) throw invalid()
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode().catch(() => Promise.reject(invalid()))
    return await rasterised(image)
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function rasterised(image: HTMLImageElement): Promise<Uint8Array> {
  const { naturalWidth, naturalHeight } = image
  if (naturalWidth === 0 || naturalHeight === 0) throw invalid()
  const scale = longestSide / Math.max(naturalWidth, naturalHeight)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(naturalHeight * scale))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!png) throw invalid()
  return new Uint8Array(await png.arrayBuffer())
}

function invalid(): Refusal {
  return new Refusal({ code: 'imageInvalid', details: {} })
}
