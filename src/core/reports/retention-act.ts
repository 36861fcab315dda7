import type { DueCase } from '../../shared/contract/retention.ts'
import type { Lang } from '../../shared/model/lang.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ReportWords } from '../../shared/model/report.ts'
import type { RetentionMethod, RetentionPack, RetentionTerm } from '../../shared/model/retention.ts'
import { formatDate } from '../letters/dates.ts'
import { printable } from '../letters/text.ts'
import { facts, paragraph, table, type ReportDocument } from './document.ts'
import { day } from './journal.ts'

type ToldCase = Pick<DueCase, 'number' | 'kind' | 'receivedOn' | 'closedOn'>
export type ActSetting = {
  pack: RetentionPack
  words: ReportWords
  lang: Lang
  today: LocalDate
  operator: string
  officer: string
}

/** The act by which cases are destroyed or anonymised: what, by whom, when, why. It names nobody but the officer. */
export function retentionAct(
  act: { number: string; method: RetentionMethod; term: RetentionTerm; cases: readonly ToldCase[] },
  { pack, words, lang, today, operator, officer }: ActSetting,
): ReportDocument {
  const said = pack.act[lang]
  const rows = act.cases.map(({ number, kind, receivedOn, closedOn }, index) => [
    String(index + 1),
    number,
    words.kinds[kind][lang],
    day(receivedOn, lang),
    day(closedOn, lang),
  ])
  const columns = [
    [said.place, 2, 'right'],
    [said.case, 4],
    [said.kind, 6],
    [said.received, 3],
    [said.closed, 3],
  ] as const
  return {
    lang,
    date: today,
    orientation: 'portrait',
    operator,
    title: said[act.method],
    subtitle: [`${said.number} ${act.number}`, `${said.made}: ${formatDate(today, lang)}`],
    blocks: [
      ...facts([
        [said.by, printable(officer)],
        [said.term, String(act.term.years)],
        [said.basis, printable(act.term.basis[lang]).replaceAll('\n', ' ')],
      ]),
      paragraph(act.method === 'destroy' ? said.destroyed : said.anonymised),
      paragraph(said.left),
      paragraph(said.method),
      table(columns, rows),
      ...facts([[said.sign, `____________________ ${printable(officer)}`]]),
    ],
  }
}
