import { at } from './text-writer.ts'
import type { Page } from './paginate.ts'
import type { Pdf } from './pdf.ts'
import type { Leaf } from './rows.ts'
import { textOf } from './words.ts'

/** A heading, on which page it stands, and how far from its top. */
type Bookmark = { title: string; pageNumber: number; top: number }

/** From so many pages or headings on a reader wants bookmarks. */
const longFrom = 3

/** Bookmarks of a long document: one for every heading. */
export function addOutline({ document }: Pdf, pages: readonly Page[]): void {
  const bookmarks = bookmarksOf(pages)
  if (pages.length < longFrom && bookmarks.length < longFrom) return
  for (const { title, pageNumber, top } of bookmarks) {
    document.outline.addItem(title, { pageNumber, top, left: document.page.width } as object)
  }
}

function bookmarksOf(pages: readonly Page[]): Bookmark[] {
  const found = new Map<Leaf, Bookmark>()
  pages.forEach((placed, pageNumber) => {
    for (const { mark, top } of placed) {
      if (mark.type !== 'text' || (mark.leaf?.role !== 'H1' && mark.leaf?.role !== 'H2')) continue
      const words = mark.line.words.map(textOf).join(' ')
      const known = found.get(mark.leaf)
      if (known) known.title += ` ${words}`
      else found.set(mark.leaf, { title: words, pageNumber, top: Number(at(top)) })
    }
  })
  return [...found.values()]
}
