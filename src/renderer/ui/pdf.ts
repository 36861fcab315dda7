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
