import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { wordsOf } from '../../src/renderer/ui/pdf-words.ts'

/** The words of a PDF as the desk reads them. */
export async function wordsOfPdf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false })
  const words = await wordsOf(await task.promise)
  await task.destroy()
  return words
}
