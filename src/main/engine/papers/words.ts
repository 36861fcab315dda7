import type { Bilingual } from '../../../shared/model/lang.ts'
import { PaperId, PaperTexts } from '../../../shared/model/paper.ts'
import { CaseCardTexts, JournalTexts, PeriodTexts } from '../../../shared/model/report.ts'
import { ActTexts } from '../../../shared/model/retention.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'
import { lastVersion, type StoredVersion } from '../templates/store.ts'

/** The packs that papers are made of. */
export type PaperPacks = Pick<Packs, 'reports' | 'retention'>

/** The packs with the operator's own words where it has some. */
export function paperPacks(db: ReadableDb, packs: PaperPacks): PaperPacks {
  return PaperId.options.reduce<PaperPacks>((known, id) => {
    const own = lastVersion(db, id)
    return own ? withWords(known, id, wordsOf(packs, id, own)) : known
  }, packs)
}

export function originalWords({ reports, retention }: PaperPacks, id: PaperId): PaperTexts {
  switch (id) {
    case 'case-card':
      return reports.caseCard
    case 'journal':
      return reports.journal
    case 'period-report':
      return reports.period
    case 'retention-act':
      return retention.act
  }
}

export function withWords({ reports, retention }: PaperPacks, id: PaperId, texts: PaperTexts): PaperPacks {
  switch (id) {
    case 'case-card':
      return { retention, reports: { ...reports, caseCard: CaseCardTexts.parse(texts) } }
    case 'journal':
      return { retention, reports: { ...reports, journal: JournalTexts.parse(texts) } }
    case 'period-report':
      return { retention, reports: { ...reports, period: PeriodTexts.parse(texts) } }
    case 'retention-act':
      return { reports, retention: { ...retention, act: ActTexts.parse(texts) } }
  }
}

/** The words of a version. A line that the pack has got since is the pack's. */
export function wordsOf(packs: PaperPacks, id: PaperId, { texts }: StoredVersion): PaperTexts {
  const original = originalWords(packs, id)
  if (texts === null) return original
  const own = PaperTexts.parse(JSON.parse(texts))
  const side = (lang: 'ru' | 'kk') =>
    Object.fromEntries(Object.entries(original[lang]).map(([line, said]) => [line, own[lang][line] ?? said]))
  return { ru: side('ru'), kk: side('kk') }
}

/** Whether every line of the pack is there, and no other. */
export function haveSameLines(one: PaperTexts, other: PaperTexts): boolean {
  const linesOf = ({ ru, kk }: PaperTexts) =>
    JSON.stringify([ru, kk].map((side) => Object.keys(side).toSorted()))
  return linesOf(one) === linesOf(other)
}

export function paperTitle(packs: PaperPacks, id: PaperId): Bilingual {
  const { ru, kk } = originalWords(packs, id)
  const title = id === 'retention-act' ? 'destroy' : 'title'
  return { ru: ru[title] ?? '', kk: kk[title] ?? '' }
}
