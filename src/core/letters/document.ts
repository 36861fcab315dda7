import type { Lang } from '../../shared/model/lang.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'

export type RunStyle = 'regular' | 'bold' | 'italic'

/** A stretch of text in one face. */
export type TextRun = { text: string; style: RunStyle }

export type Cell = readonly TextRun[]

/** `share`: how much of the table's width the column takes beside the others. */
export type TableColumn = { share: number; align: 'left' | 'centre' | 'right' }

/** Every row has as many cells as there are columns. The header is repeated on each page the table goes on to. */
export type TableBlock = {
  type: 'table'
  columns: readonly TableColumn[]
  header: readonly Cell[]
  rows: readonly (readonly Cell[])[]
}

export type DocumentBlock =
  | { type: 'paragraph'; runs: readonly TextRun[] }
  | { type: 'heading'; runs: readonly TextRun[] }
  | { type: 'list'; items: readonly (readonly TextRun[])[] }
  | TableBlock

/** A picture; `alt` tells of it who cannot see it. */
export type DocumentImage = { bytes: Uint8Array; alt: string }

/** A QR code by which the letter of this number can be checked (`check-code.ts`). */
export type DocumentCode = { number: string; alt: string }

/** A file that the letter carries for machines. */
export type DocumentFile = { name: string; type: string; description: string; text: string }

/** One language's half of the letterhead. */
export type LetterheadSide = { name: string; lines: readonly string[] }

/** All that a letter says in one language. */
export type LetterPart = {
  lang: Lang
  title: string
  /** «Исх. № …» */
  numberLine: string
  dateLine: string
  /** «На вх. № … от …» */
  reference: string
  addressee: { label: string; name: string; lines: readonly string[] }
  salutation: string
  blocks: readonly DocumentBlock[]
  /** «С уважением,» */
  closing: string
  signatory: { position: string; name: string }
  /** Small lines at the foot of the last page; empty when no executor is set. */
  executor: readonly string[]
}

/** A whole letter: all its words, and nothing about where they stand on the page. */
export type LetterDocument = LetterPart & {
  date: LocalDate
  letterhead: { kk: LetterheadSide; ru: LetterheadSide; contacts: string; logo?: DocumentImage }
  /** The same letter in its other language: one letterhead, number and signature for both. */
  second?: LetterPart
  /** Images of the hand and the seal, set beside the signatory. */
  signature?: DocumentImage
  stamp?: DocumentImage
  code?: DocumentCode
  file?: DocumentFile
}

/** The languages of a letter, the leading one first. */
export function partsOf(document: LetterDocument): readonly LetterPart[] {
  return document.second ? [document, document.second] : [document]
}

/** The texts of a block one after another: of a list its items, of a table its cells. */
export function textsOf(block: DocumentBlock): readonly Cell[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.runs]
    case 'list':
      return block.items
    case 'table':
      return [...block.header, ...block.rows.flat()]
  }
}

/** «стр. 1 из 3», for the foot of each page. */
export function pageLabel(lang: Lang, page: number, pages: number): string {
  return lang === 'ru' ? `стр. ${page} из ${pages}` : `${pages} беттің ${page}-беті`
}
