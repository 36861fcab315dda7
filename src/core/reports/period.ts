import { CaseKind, Outcome } from '../../shared/model/case.ts'
import type { DocumentBlock } from '../letters/document.ts'
import { printable } from '../letters/text.ts'
import { daysBetween } from '../calendar/days.ts'
import { day, periodLines, type JournalRow, type PeriodSetting } from './journal.ts'
import { facts, heading, paragraph, recordHead, table, type ReportDocument } from './document.ts'

/** What came in a period and what became of it: by kind, by decision, what was late and why. */
export function periodDocument(rows: readonly JournalRow[], setting: PeriodSetting): ReportDocument {
  const { texts, lang, today, operator } = setting
  const words = texts.period[lang]
  return {
    lang,
    date: today,
    orientation: 'portrait',
    operator,
    title: words.title,
    subtitle: periodLines(words, setting),
    blocks: [
      heading(words.summary),
      ...facts([
        [words.total, String(rows.length)],
        [words.answered, String(rows.filter(({ answer }) => answer).length)],
        [
          words.open,
          String(rows.filter(({ status }) => status !== 'closed' && status !== 'answered').length),
        ],
        [words.late, String(rows.filter(({ late }) => late).length)],
        [words.average, averageDays(rows)],
      ]),
      ...byKind(rows, setting),
      ...byOutcome(rows, setting),
      ...lateness(rows, setting),
      ...recordHead(setting.head, texts.words, lang),
    ],
  }
}

function byKind(rows: readonly JournalRow[], { texts, lang }: PeriodSetting): DocumentBlock[] {
  const words = texts.period[lang]
  const lines = CaseKind.options.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    if (own.length === 0) return []
    const late = own.filter((row) => row.late).length
    return [[texts.words.kinds[kind][lang], String(own.length), String(late), averageDays(own)]]
  })
  if (lines.length === 0) return []
  const columns = [
    [words.kind, 6],
    [words.count, 2, 'right'],
    [words.late, 3, 'right'],
    [words.averageDays, 3, 'right'],
  ] as const
  return [heading(words.byKind), table(columns, lines)]
}

function byOutcome(rows: readonly JournalRow[], { texts, lang }: PeriodSetting): DocumentBlock[] {
  const words = texts.period[lang]
  const lines = [...Outcome.options, null].flatMap((outcome) => {
    const count = rows.filter((row) => row.outcome === outcome).length
    const name = outcome === null ? words.undecided : texts.words.outcomes[outcome][lang]
    return count === 0 ? [] : [[name, String(count)]]
  })
  if (lines.length === 0) return []
  return [
    heading(words.byOutcome),
    table(
      [
        [words.outcome, 6],
        [words.count, 2, 'right'],
      ],
      lines,
    ),
  ]
}

function lateness(rows: readonly JournalRow[], { texts, lang }: PeriodSetting): DocumentBlock[] {
  const words = texts.period[lang]
  const late = rows.filter((row) => row.late)
  if (late.length === 0) return [heading(words.lateness), paragraph(words.noneLate)]
  const lines = late.map(({ number, dueOn, latenessReason }) => [
    number,
    day(dueOn, lang),
    printable(latenessReason).replaceAll('\n', ' ') || words.noReason,
  ])
  return [
    heading(words.lateness),
    table(
      [
        [words.number, 3],
        [words.due, 3],
        [words.reason, 8],
      ],
      lines,
    ),
  ]
}

/** Calendar days from receipt to the delivery of the answer, with one decimal; «–» where nothing is answered yet. */
function averageDays(rows: readonly JournalRow[]): string {
  const days = rows.flatMap(({ receivedOn, answer }) => (answer ? [daysBetween(receivedOn, answer.on)] : []))
  if (days.length === 0) return '–'
  const mean = days.reduce((sum, each) => sum + each, 0) / days.length
  return mean.toFixed(1).replace('.', ',')
}
