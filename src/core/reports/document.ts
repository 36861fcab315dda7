import type { SavedHead } from '../../shared/model/audit.ts'
import type { Lang, LetterLang } from '../../shared/model/lang.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ReportWords } from '../../shared/model/report.ts'
import { headLine } from '../audit/head.ts'
import type { DocumentBlock, TableColumn, TextRun } from '../letters/document.ts'

/** All that a paper says in one language. */
export type ReportPart = {
  lang: Lang
  /** Whose paper it is. */
  operator: string
  title: string
  /** Lines below the title: the period, the number of the case. */
  subtitle: readonly string[]
  blocks: readonly DocumentBlock[]
}

/** A paper for the office itself: no addressee, no number. */
export type ReportDocument = ReportPart & {
  date: LocalDate
  /** Wide tables lie on their side. */
  orientation: 'portrait' | 'landscape'
  /** The same paper in its other language, on pages of its own. */
  second?: ReportPart
}

/** A paper in one language, or in both with Kazakh leading. */
export function inLanguages(lang: LetterLang, paper: (lang: Lang) => ReportDocument): ReportDocument {
  return lang === 'both' ? { ...paper('kk'), second: paper('ru') } : paper(lang)
}

/** The languages of a paper, the leading one first. */
export function partsOf(document: ReportDocument): readonly ReportPart[] {
  return document.second ? [document, document.second] : [document]
}

export function heading(text: string): DocumentBlock {
  return { type: 'heading', runs: plain(text) }
}

export function paragraph(text: string): DocumentBlock {
  return { type: 'paragraph', runs: plain(text) }
}

/** «Вид: запрос о данных», a line for each that has a value. */
export function facts(lines: readonly (readonly [label: string, value: string])[]): DocumentBlock[] {
  return lines
    .filter(([, value]) => value.trim() !== '')
    .map(([label, value]) => ({
      type: 'paragraph',
      runs: [{ text: `${label}: `, style: 'bold' }, ...plain(value)],
    }))
}

/** The newest entry of the record, on every paper that leaves the program: a register written anew since can't have it. */
export function recordHead(head: SavedHead | null, words: ReportWords, lang: Lang): DocumentBlock[] {
  return head ? facts([[words.record.head[lang], headLine(head)]]) : []
}

type Column = readonly [header: string, share: number, align?: TableColumn['align']]

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): DocumentBlock {
  return {
    type: 'table',
    columns: columns.map(([, share, align = 'left']) => ({ share, align })),
    header: columns.map(([header]) => plain(header)),
    rows: rows.map((cells) => cells.map(plain)),
  }
}

function plain(text: string): TextRun[] {
  return [{ text, style: 'regular' }]
}
