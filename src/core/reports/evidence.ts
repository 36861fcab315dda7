import type { CaseCard } from '../../shared/contract/cases.ts'
import type { Clock } from '../../shared/model/clock.ts'
import type { SavedHead } from '../../shared/model/audit.ts'
import type { TraceDay } from '../../shared/model/calendar.ts'
import type { EvidenceManifest, EvidenceOf, EvidenceTexts } from '../../shared/model/evidence.ts'
import type { Bilingual, Lang } from '../../shared/model/lang.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ReportTexts } from '../../shared/model/report.ts'
import { formatDate } from '../letters/dates.ts'
import type { DocumentBlock } from '../letters/document.ts'
import { printable } from '../letters/text.ts'
import { facts, heading, paragraph, recordHead, table, type ReportDocument } from './document.ts'
import { day } from './journal.ts'

export type EvidenceSetting = {
  texts: ReportTexts
  words: EvidenceTexts
  /** Of what the record names by an id. */
  titles: Readonly<Record<string, Bilingual>>
  lang: Lang
  today: LocalDate
  operator: string
  head: SavedHead | null
}

type File = EvidenceManifest['files'][number]

/** The index of a pack: its cases, and every file with its hash. */
export function evidenceIndex(
  pack: { of: EvidenceOf; cases: readonly CaseCard[]; files: readonly File[]; madeBy: string },
  setting: EvidenceSetting,
): ReportDocument {
  const { words, lang, today, operator, head, texts } = setting
  const said = words[lang]
  const made = `${said.made}: ${formatDate(today, lang)}`
  return {
    lang,
    date: today,
    orientation: 'portrait',
    operator,
    title: said.title,
    subtitle: [subjectOf(pack.of, setting), made],
    blocks: [
      ...facts([[said.by, printable(pack.madeBy)]]),
      ...recordHead(head, texts.words, lang),
      paragraph(said.how),
      heading(said.cases),
      casesTable(pack.cases, setting),
      heading(said.files),
      filesTable(pack.files, setting),
    ],
  }
}

function subjectOf(of: EvidenceOf, { words, lang }: EvidenceSetting): string {
  const said = words[lang]
  if ('caseNumber' in of) return `${said.ofCase} ${of.caseNumber}`
  const span = `${day(of.from, lang)} – ${day(of.to, lang)}`
  return lang === 'ru' ? `${said.ofPeriod} ${span}` : `${span} ${said.ofPeriod}`
}

function casesTable(cases: readonly CaseCard[], { words, texts, lang }: EvidenceSetting): DocumentBlock {
  const said = words[lang]
  const rows = cases.map(({ number, kind, receivedOn, status, outcome }) => [
    number,
    texts.words.kinds[kind][lang],
    day(receivedOn, lang),
    texts.words.statuses[status][lang],
    outcome === null ? '' : texts.words.outcomes[outcome][lang],
  ])
  const columns = [
    [said.number, 4],
    [said.kind, 6],
    [said.received, 3],
    [said.status, 4],
    [said.outcome, 5],
  ] as const
  return table(columns, rows)
}

function filesTable(files: readonly File[], { words, lang }: EvidenceSetting): DocumentBlock {
  const said = words[lang]
  const rows = files.map(({ path, bytes, sha256 }) => [printable(path), String(bytes), sha256])
  return table(
    [
      [said.file, 6],
      [said.size, 2, 'right'],
      [said.hash, 7],
    ],
    rows,
  )
}

/** How every date of a case was counted, day by day. */
export function datesDocument(card: CaseCard, setting: EvidenceSetting): ReportDocument {
  const { words, lang, today, operator, head, texts } = setting
  const said = words[lang]
  return {
    lang,
    date: today,
    orientation: 'portrait',
    operator,
    title: said.dates,
    subtitle: [`${said.dateOf} ${card.number}`, `${said.made}: ${formatDate(today, lang)}`],
    blocks: [
      ...(card.clocks.length === 0 ? [paragraph(said.noClocks)] : []),
      ...card.clocks.flatMap((clock) => clockBlocks(clock, setting)),
      ...recordHead(head, texts.words, lang),
    ],
  }
}

function clockBlocks(clock: Clock, { words, lang }: EvidenceSetting): DocumentBlock[] {
  const said = words[lang]
  const { dueOn, trace } = clock.adjusted ?? clock
  return [
    heading(clock.title[lang]),
    ...facts([
      [said.basis, clock.basis[lang]],
      [said.started, day(clock.startedOn, lang)],
      [said.due, day(clock.dueOn, lang)],
      [said.holds, day(dueOn, lang)],
      [said.ended, day(clock.endedOn, lang)],
    ]),
    table(
      [
        [said.day, 3],
        [said.count, 2, 'right'],
        [said.why, 9],
      ],
      trace.map((step) => [day(step.date, lang), String(step.count ?? '–'), whyOf(step, said, lang)]),
    ),
  ]
}

function whyOf({ reason }: TraceDay, said: EvidenceTexts[Lang], lang: Lang): string {
  return 'name' in reason ? `${said[reason.kind]}: ${reason.name[lang]}` : said[reason.kind]
}
