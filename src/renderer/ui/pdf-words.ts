import type { PDFDocumentProxy } from 'pdfjs-dist'

/** The words of a PDF without what is no part of its text: the feet of pages, a table's header once more. */
export async function wordsOf(pdf: PDFDocumentProxy): Promise<string> {
  const words: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    let isText = true
    for (const item of items) {
      if ('str' in item) words.push(isText ? item.str + (item.hasEOL ? '\n' : '') : '')
      else if (item.type !== 'endMarkedContent') isText = !('tag' in item && item.tag === 'Artifact')
    }
  }
  return words.join('')
}
