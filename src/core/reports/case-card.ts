import type { CaseCard, IssuedLetter } from '../../shared/contract/cases.ts'
import type { Clock } from '../../shared/model/clock.ts'
import type { AuditEntry, SavedHead } from '../../shared/model/audit.ts'
import type { Bilingual, Lang } from '../../shared/model/lang.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ReportTexts } from '../../shared/model/report.ts'
import { almatyTime } from '../calendar/almaty.ts'
import { fullName } from '../letters/address.ts'
import { formatDate } from '../letters/dates.ts'
import type { DocumentBlock } from '../letters/document.ts'
import { printable } from '../letters/text.ts'
import { facts, heading, recordHead, table, type ReportDocument } from './document.ts'
import { deedOf, linesOf } from './entry.ts'

type Setting = {
  texts: ReportTexts
  /** Of what the record names by an id. */
  titles: Readonly<Record<string, Bilingual>>
  lang: Lang
  today: LocalDate
  operator: string
  head: SavedHead | null
}

/** What the paper tells of a case. */
export type ToldCase = Pick<
  CaseCard,
  | 'number'
  | 'kind'
  | 'channel'
  | 'receivedOn'
  | 'registeredAt'
  | 'status'
  | 'site'
  | 'subject'
  | 'applicant'
  | 'outcome'
  | 'reason'
  | 'latenessReason'
> & {
  representative: { name: string } | null
  clocks: readonly Pick<Clock, 'title' | 'startedOn' | 'dueOn' | 'adjusted' | 'endedOn' | 'basis'>[]
  letters: readonly Pick<IssuedLetter, 'title' | 'number' | 'issuedOn' | 'delivery' | 'sha256'>[]
  history: readonly ToldEntry[]
}
type ToldEntry = Pick<AuditEntry, 'at' | 'actor' | 'action' | 'details' | 'erased'>

/** The card of a case with its whole history, for the paper file. */
export function caseCardDocument(card: ToldCase, setting: Setting): ReportDocument {
  const { texts, lang, today, operator } = setting
  const words = texts.caseCard[lang]
  return {
    lang,
    date: today,
    orientation: 'portrait',
    operator,
    title: words.title,
    subtitle: [`${words.number} ${card.number}`, `${words.made}: ${formatDate(today, lang)}`],
    blocks: [
      heading(words.request),
      ...requestFacts(card, setting),
      heading(words.applicant),
      ...applicantFacts(card, setting),
      ...clocks(card, setting),
      ...decision(card, setting),
      ...letters(card, setting),
      ...history(card.history, setting),
      ...recordHead(setting.head, texts.words, lang),
    ],
  }
}

function requestFacts(card: ToldCase, { texts, lang }: Setting): DocumentBlock[] {
  const words = texts.caseCard[lang]
  return facts([
    [words.kind, texts.words.kinds[card.kind][lang]],
    [words.channel, texts.words.channels[card.channel][lang]],
    [words.received, day(card.receivedOn, lang)],
    [words.registered, moment(card.registeredAt, lang)],
    [words.status, texts.words.statuses[card.status][lang]],
    [words.site, printable(card.site)],
    [words.subject, printable(card.subject)],
  ])
}

function applicantFacts({ applicant, representative }: ToldCase, { texts, lang }: Setting): DocumentBlock[] {
  const words = texts.caseCard[lang]
  return facts([
    [words.name, printable(fullName(applicant))],
    [words.organisation, printable(applicant.organisation)],
    [words.representative, printable(representative?.name ?? '')],
    [words.address, printable(applicant.address)],
    [words.contacts, printable([applicant.email, applicant.phone].filter(Boolean).join(', '))],
  ])
}

function clocks(card: ToldCase, { texts, lang }: Setting): DocumentBlock[] {
  const words = texts.caseCard[lang]
  if (card.clocks.length === 0) return []
  const rows = card.clocks.map((clock) => [
    clock.title[lang],
    day(clock.startedOn, lang),
    day(clock.dueOn, lang),
    day(clock.adjusted?.dueOn ?? clock.dueOn, lang),
    day(clock.endedOn, lang),
    clock.basis[lang],
  ])
  return [
    heading(words.clocks),
    table(
      [
        [words.clock, 5],
        [words.started, 3],
        [words.due, 3],
        [words.holds, 3],
        [words.ended, 3],
        [words.basis, 5],
      ],
      rows,
    ),
  ]
}

function decision(card: ToldCase, { texts, lang }: Setting): DocumentBlock[] {
  const words = texts.caseCard[lang]
  if (card.outcome === null) return []
  const told = facts([
    [words.outcome, texts.words.outcomes[card.outcome][lang]],
    [words.reason, printable(card.reason).replaceAll('\n', ' ')],
    [words.lateness, printable(card.latenessReason ?? '').replaceAll('\n', ' ')],
  ])
  return [heading(words.decision), ...told]
}

function letters(card: ToldCase, { texts, lang }: Setting): DocumentBlock[] {
  const words = texts.caseCard[lang]
  if (card.letters.length === 0) return []
  const rows = card.letters.map(({ title, number, issuedOn, delivery, sha256 }) => [
    title[lang],
    `${number}, ${day(issuedOn, lang)}`,
    delivery
      ? [texts.words.deliveries[delivery.method][lang], day(delivery.on, lang), printable(delivery.note)]
          .filter(Boolean)
          .join(', ')
      : '',
    sha256,
  ])
  return [
    heading(words.letters),
    table(
      [
        [words.letter, 4],
        [words.issued, 3],
        [words.handed, 4],
        [words.hash, 5],
      ],
      rows,
    ),
  ]
}

function history(entries: readonly ToldEntry[], { texts, titles, lang }: Setting): DocumentBlock[] {
  const words = texts.caseCard[lang]
  const setting = { words: texts.words, titles, lang }
  const rows = entries.map((entry) => [
    moment(entry.at, lang),
    printable(entry.actor),
    deedOf(entry, setting),
    briefly(linesOf(entry, setting).join('; ')),
  ])
  return [
    heading(words.history),
    table(
      [
        [words.when, 3],
        [words.who, 3],
        [words.deed, 4],
        [words.details, 7],
      ],
      rows,
    ),
  ]
}

/** On one line, and of a hash its beginning. The fonts have no arrow. */
function briefly(told: string): string {
  return printable(told)
    .replaceAll('\n', ' ')
    .replaceAll('→', '–')
    .replace(/[0-9a-f]{64}/g, (hash) => `${hash.slice(0, 12)}…`)
}

function day(date: LocalDate | null, lang: Lang): string {
  return date === null ? '' : formatDate(date, lang, 'numeric')
}

function moment(instant: string, lang: Lang): string {
  const [date = '', time = ''] = almatyTime(Date.parse(instant)).split(' ')
  return `${formatDate(date as LocalDate, lang, 'numeric')}, ${time}`
}
