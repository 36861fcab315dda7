import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** A PDF taken apart in a worker of our own origin. pdf.js takes the bytes away, so it gets a copy. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  GlobalWorkerOptions.workerSrc = workerUrl
  return getDocument({
    data: Uint8Array.from(bytes),
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
  }).promise
}

/** A page as a picture for the printer. */
export type PagePicture = { url: string; orientation: 'portrait' | 'landscape' }

/** Dots an inch that a printer shows. */
const printDensity = 200

/** The pages as pictures, each as large as its sheet. */
export async function pagePictures(bytes: Uint8Array): Promise<PagePicture[]> {
  const pdf = await openPdf(bytes)
  try {
    const pictures: PagePicture[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: printDensity / 72 })
      const canvas = document.createElement('canvas')
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      await page.render({ canvas, viewport, intent: 'print' }).promise
      const orientation = viewport.width > viewport.height ? 'landscape' : 'portrait'
      pictures.push({ url: canvas.toDataURL('image/png'), orientation })
    }
    return pictures
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** A page drawn off the screen, `width` CSS pixels wide, with its text for those who can't see it. */
export async function drawPage(
  page: PDFPageProxy,
  width: number,
): Promise<{ canvas: HTMLCanvasElement; text: string }> {
  const density = Math.max(window.devicePixelRatio, 1)
  const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * density })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  canvas.style.width = `${width}px`
  await page.render({ canvas, viewport }).promise
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  return { canvas, text }
}
