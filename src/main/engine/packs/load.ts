import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { buildCalendar, calendarFaults, type Calendar } from '../../../core/calendar/calendar.ts'
import { ruleFaults } from '../../../core/deadlines/rules.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { CalendarYear } from '../../../shared/model/calendar.ts'
import {
  Catalog,
  RefusalGrounds,
  type CatalogEntry,
  type RefusalGround,
} from '../../../shared/model/catalog.ts'
import { EvidenceTexts } from '../../../shared/model/evidence.ts'
import { IntakeRules } from '../../../shared/model/intake.ts'
import { LetterMeta, LetterText, type LetterTemplate } from '../../../shared/model/letter.ts'
import {
  CaseCardTexts,
  JournalTexts,
  PeriodTexts,
  ReportWords,
  type ReportTexts,
} from '../../../shared/model/report.ts'
import { RetentionPack } from '../../../shared/model/retention.ts'
import { ClockRule } from '../../../shared/model/rule.ts'
import { MailProviders, ProtectedMail, RetryPolicy, type MailProvider } from '../../../shared/model/mail.ts'
import { DativeWords, type DativeWord } from '../../../shared/model/names.ts'
import { Organisation } from '../../../shared/model/settings.ts'

/** The law, the calendars and the texts of a country: data with sources. */
export type Packs = {
  calendar: Calendar
  years: readonly CalendarYear[]
  rules: readonly ClockRule[]
  catalogs: Readonly<Record<Catalog['id'], readonly CatalogEntry[]>>
  refusalGrounds: readonly RefusalGround[]
  letters: readonly LetterTemplate[]
  intake: IntakeRules
  /** Names that the rules of Russian endings get wrong. */
  dativeWords: readonly DativeWord[]
  reports: ReportTexts
  evidence: EvidenceTexts
  retention: RetentionPack
  mailRetry: RetryPolicy
  protectedMail: ProtectedMail
  mailProviders: MailProvider[]
  /** What the settings of a new register propose. */
  operator: Organisation
}

/** Reads and checks all packs of Kazakhstan. Fails with `packInvalid`, naming the file. */
export function loadPacks(resources: string): Packs {
  const root = join(resources, 'packs', 'kz')
  const years = loadYears(root)
  return {
    calendar: buildCalendar(years),
    years,
    rules: loadRules(root),
    catalogs: loadCatalogs(root),
    refusalGrounds: readPack(join(root, 'catalog', 'refusal-grounds.json'), RefusalGrounds).grounds,
    letters: list(join(root, 'letters')).map((id) => loadLetter(join(root, 'letters', id))),
    intake: readPack(join(root, 'intake', 'rules.json'), IntakeRules),
    dativeWords: readPack(join(root, 'names', 'dative.json'), DativeWords).words,
    reports: loadReports(join(root, 'reports')),
    mailProviders: readPack(join(root, 'mail', 'providers.json'), MailProviders).providers,
    retention: readPack(join(root, 'retention', 'term.json'), RetentionPack),
    evidence: readPack(join(root, 'evidence', 'papers.json'), EvidenceTexts),
    protectedMail: readPack(join(root, 'mail', 'protected.json'), ProtectedMail),
    mailRetry: readPack(join(root, 'mail', 'retry.json'), RetryPolicy),
    operator: readPack(join(root, 'operator.json'), Organisation),
  }
}

function loadYears(root: string): CalendarYear[] {
  const folder = join(root, 'calendar')
  return list(folder).map((name) => {
    const file = join(folder, name)
    const year = readPack(file, CalendarYear)
    refuseFaults(file, calendarFaults(year))
    return year
  })
}

function loadRules(root: string): ClockRule[] {
  const folder = join(root, 'rules')
  const rules = list(folder).map((name) => readPack(join(folder, name), ClockRule))
  refuseFaults(folder, ruleFaults(rules))
  return rules
}

function loadCatalogs(root: string): Packs['catalogs'] {
  const entries = (id: Catalog['id']): readonly CatalogEntry[] =>
    readPack(join(root, 'catalog', `${id}.json`), Catalog).entries
  return {
    categories: entries('categories'),
    purposes: entries('purposes'),
    systems: entries('systems'),
    sites: entries('sites'),
  }
}

function loadReports(folder: string): ReportTexts {
  return {
    words: readPack(join(folder, 'words.json'), ReportWords),
    caseCard: readPack(join(folder, 'case-card.json'), CaseCardTexts),
    journal: readPack(join(folder, 'journal.json'), JournalTexts),
    period: readPack(join(folder, 'period-report.json'), PeriodTexts),
  }
}

function loadLetter(folder: string): LetterTemplate {
  return {
    meta: readPack(join(folder, 'meta.json'), LetterMeta),
    texts: {
      ru: readPack(join(folder, 'ru.json'), LetterText),
      kk: readPack(join(folder, 'kk.json'), LetterText),
    },
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    throw new AppFailure('packInvalid', { file: folder })
  }
}

/** Fails with `packInvalid`, naming the file. */
export function readPack<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new AppFailure('packInvalid', { file })
  }
}

function refuseFaults(file: string, faults: readonly object[]): void {
  if (faults.length > 0) throw new AppFailure('packInvalid', { file: `${file}: ${JSON.stringify(faults)}` })
}
