import type { AuditDetails, AuditEntry } from '../../shared/model/audit.ts'
import type { Bilingual, Lang } from '../../shared/model/lang.ts'
import type { ReportWords } from '../../shared/model/report.ts'

type Detail = AuditDetails[string]
type Titles = Readonly<Record<string, Bilingual>>

export type EntryWords = { words: ReportWords; titles: Titles; lang: Lang }

/** What was done, in a word of the office. */
export function deedOf({ action }: Pick<AuditEntry, 'action'>, { words, lang }: EntryWords): string {
  return words.deeds[action]?.[lang] ?? action
}

/** What an entry tells, a line each: «исход: Отказано», «телефон: … → …». Ids of rows tell a reader nothing. */
export function linesOf(entry: Pick<AuditEntry, 'details' | 'erased'>, setting: EntryWords): string[] {
  const { words, lang } = setting
  if (entry.erased) return [words.record.erased[lang]]
  return Object.entries(entry.details).flatMap(([key, value]) =>
    isTelling(key, value) ? [`${words.details[key]?.[lang] ?? key}: ${told(value, setting)}`] : [],
  )
}

function isTelling(key: string, value: Detail): value is NonNullable<Detail> {
  return value !== null && value !== '' && key !== 'id' && !key.endsWith('Id')
}

function told(value: Detail, setting: EntryWords): string {
  if (value === null) return ''
  if (typeof value === 'object')
    return `${told(value.before, setting) || '–'} → ${told(value.now, setting) || '–'}`
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.split('-').toReversed().join('.')
  return wordOf(text, setting) ?? versioned(text, setting)
}

/** `answer v1 → 2026-11-26; …`: rules by their titles. */
function versioned(text: string, setting: EntryWords): string {
  return text
    .split('; ')
    .map((part) => {
      const found = /^([a-z][\w-]*) v\d+(?: → (\d{4}-\d{2}-\d{2}))?$/i.exec(part)
      const title = found?.[1] ? wordOf(found[1], setting) : undefined
      if (!title) return part
      return found?.[2] ? `${title}: ${found[2].split('-').toReversed().join('.')}` : title
    })
    .join('; ')
}

function wordOf(code: string, { words, titles, lang }: EntryWords): string | undefined {
  const { kinds, statuses, channels, outcomes, deliveries, values } = words
  const tables: readonly Titles[] = [kinds, statuses, channels, outcomes, deliveries, values, titles]
  return tables.find((table) => Object.hasOwn(table, code))?.[code]?.[lang]
}
