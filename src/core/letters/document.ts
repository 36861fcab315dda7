import type { Lang } from '../../shared/model/lang.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'

export type RunStyle = 'regular' | 'bold' | 'italic'

/** A stretch of text in one face. */
export type TextRun = { text: string; style: RunStyle }

export type DocumentBlock =
  | { type: 'paragraph'; runs: readonly TextRun[] }
  | { type: 'heading'; runs: readonly TextRun[] }
  | { type: 'list'; items: readonly (readonly TextRun[])[] }

/** One language's half of the letterhead. */
export type LetterheadSide = { name: string; lines: readonly string[] }

/** A whole letter: all its words, and nothing about where they stand on the page. */
export type LetterDocument = {
  lang: Lang
  date: LocalDate
  title: string
  letterhead: { kk: LetterheadSide; ru: LetterheadSide; contacts: string }
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

/** «стр. 1 из 3», for the foot of each page. */
export function pageLabel(lang: Lang, page: number, pages: number): string {
  return lang === 'ru' ? `стр. ${page} из ${pages}` : `${pages} беттің ${page}-беті`
}
