import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** All the words of a PDF, as any reader gets them. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false })
  const { numPages, getPage } = await task.promise.then((document) => ({
    numPages: document.numPages,
    getPage: (number: number) => document.getPage(number),
  }))
  const pages: string[] = []
  for (let number = 1; number <= numPages; number += 1) {
    const { items } = await (await getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await task.destroy()
  return pages.join(' ').replace(/\s+/g, ' ')
}
