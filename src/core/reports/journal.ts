import type { SavedHead } from '../../shared/model/audit.ts'
import type { CaseKind, CaseStatus, Channel, Outcome } from '../../shared/model/case.ts'
import type { Lang } from '../../shared/model/lang.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ReportTexts } from '../../shared/model/report.ts'
import { formatDate } from '../letters/dates.ts'
import { printable } from '../letters/text.ts'
import { paragraph, recordHead, table, type ReportDocument } from './document.ts'

/** One case as journal and report see it. */
export type JournalRow = {
  number: string
  kind: CaseKind
  channel: Channel
  status: CaseStatus
  outcome: Outcome | null
  receivedOn: LocalDate
  applicant: string
  /** The nearest date of its clocks that holds or held. */
  dueOn: LocalDate | null
  /** A clock ended after its date, or runs on past it. */
  late: boolean
  latenessReason: string
  /** The letter that answered it, and the day it was delivered. */
  answer: { number: string; on: LocalDate } | null
}

export type Period = { from: LocalDate; to: LocalDate }
export type PeriodSetting = {
  texts: ReportTexts
  lang: Lang
  today: LocalDate
  operator: string
  head: SavedHead | null
  period: Period
}

/** The journal of registration for a period, in the order of registration. */
export function journalDocument(rows: readonly JournalRow[], setting: PeriodSetting): ReportDocument {
  const { texts, lang, today, operator } = setting
  const words = texts.journal[lang]
  const lines = rows.map((row, index) => [
    String(index + 1),
    row.number,
    day(row.receivedOn, lang),
    texts.words.channels[row.channel][lang],
    printable(row.applicant),
    texts.words.kinds[row.kind][lang],
    day(row.dueOn, lang),
    row.outcome === null ? '' : texts.words.outcomes[row.outcome][lang],
    row.answer ? `${row.answer.number}, ${day(row.answer.on, lang)}` : '',
    texts.words.statuses[row.status][lang],
  ])
  const columns = [
    [words.place, 2, 'right'],
    [words.number, 5],
    [words.received, 4],
    [words.channel, 5],
    [words.applicant, 7],
    [words.kind, 6],
    [words.due, 5],
    [words.outcome, 7],
    [words.answer, 5],
    [words.status, 5],
  ] as const
  return {
    lang,
    date: today,
    orientation: 'landscape',
    operator,
    title: words.title,
    subtitle: periodLines(words, setting),
    blocks: [
      lines.length === 0 ? paragraph(words.none) : table(columns, lines),
      ...recordHead(setting.head, texts.words, lang),
    ],
  }
}

/** «за период с 01.11.2026 по 30.11.2026», and the day it was made. */
export function periodLines(
  words: { period: string; made: string },
  { lang, today, period }: PeriodSetting,
): string[] {
  const span = `${day(period.from, lang)} – ${day(period.to, lang)}`
  return [
    lang === 'ru' ? `${words.period} ${span}` : `${span} ${words.period}`,
    `${words.made}: ${formatDate(today, lang)}`,
  ]
}

export function day(date: LocalDate | null, lang: Lang): string {
  return date === null ? '' : formatDate(date, lang, 'numeric')
}
