import type { AuditDetails, AuditEntry } from '../../shared/model/audit.ts'
import { Instant } from '../../shared/model/ids.ts'
import type { Bilingual, Lang } from '../../shared/model/lang.ts'
import { LocalDate } from '../../shared/model/local-date.ts'
import type { ReportWords } from '../../shared/model/report.ts'
import { changedParts } from '../audit/changed-parts.ts'
import { almatyTime } from '../calendar/almaty.ts'

type Detail = AuditDetails[string]
type Scalar = string | number | null
type Titles = Readonly<Record<string, Bilingual>>

export type EntryWords = { words: ReportWords; titles: Titles; lang: Lang }

/** What was done, in a word of the office. */
export function deedOf({ action }: Pick<AuditEntry, 'action'>, { words, lang }: EntryWords): string {
  return words.deeds[action]?.[lang] ?? action
}

/** What an entry tells, a line each: «исход: Отказано», «телефон: … → …». Ids of rows tell a reader nothing. */
export function linesOf(entry: Pick<AuditEntry, 'details' | 'erased'>, setting: EntryWords): string[] {
  if (entry.erased) return [setting.words.record.erased[setting.lang]]
  return Object.entries(withStatus(entry.details)).flatMap(([key, value]) =>
    isTelling(key, value) ? [`${nameOf(key, setting)}: ${told(key, value, setting)}`] : [],
  )
}

/** A step says where it led from and to: that is how the status changed. */
function withStatus({ from, to, ...rest }: AuditDetails): AuditDetails {
  if (typeof from !== 'string' || typeof to !== 'string')
    return { ...rest, ...(from ? { from } : {}), ...(to ? { to } : {}) }
  return { ...rest, state: { before: from, now: to } }
}

function isTelling(key: string, value: Detail): value is NonNullable<Detail> {
  return value !== null && value !== '' && key !== 'id' && !key.endsWith('Id')
}

/** The name of a detail; of one of many with its number: `block.ru.3`. */
function nameOf(key: string, { words: { details }, lang }: EntryWords): string {
  const [, many, place] = /^(.+)\.(\d+)$/.exec(key) ?? []
  return many && details[many] ? `${details[many][lang]} ${place}` : (details[key]?.[lang] ?? key)
}

function told(key: string, value: Detail, setting: EntryWords): string {
  if (typeof value !== 'object' || value === null) return toldValue(key, value, setting)
  const { before, now } = changedParts({
    before: toldValue(key, value.before, setting),
    now: toldValue(key, value.now, setting),
  })
  return `${before || '–'} → ${now || '–'}`
}

function toldValue(key: string, value: Scalar, setting: EntryWords): string {
  const text = String(value ?? '')
  if (LocalDate.safeParse(text).success) return dayOf(text)
  if (Instant.safeParse(text).success) return momentOf(text)
  return wordOf(key, text, setting) ?? listed(key, text, setting) ?? versioned(key, text, setting)
}

function dayOf(date: string): string {
  return date.split('-').toReversed().join('.')
}

function momentOf(instant: string): string {
  const [date = '', time = ''] = almatyTime(Date.parse(instant)).split(' ')
  return `${dayOf(date)}, ${time}`
}

/** `access; claim`: codes by their words, where all of them have one. */
function listed(key: string, text: string, setting: EntryWords): string | undefined {
  const told = text.split('; ').map((part) => wordOf(key, part, setting))
  return told.every((word) => word !== undefined) ? told.join('; ') : undefined
}

/** `answer v1 → 2026-11-26; block → 2026-11-26; …`: rules by their titles. */
function versioned(key: string, text: string, setting: EntryWords): string {
  return text
    .split('; ')
    .map((part) => {
      const found = /^([a-z][\w-]*)(?: v\d+)?(?: → (\d{4}-\d{2}-\d{2}))?$/i.exec(part)
      const title = found?.[1] ? wordOf(key, found[1], setting) : undefined
      if (!title) return part
      return found?.[2] ? `${title}: ${dayOf(found[2])}` : title
    })
    .join('; ')
}

/** The word for a code: the detail's own, as `deed.blocked`, before what all of them share. */
function wordOf(key: string, code: string, { words, titles, lang }: EntryWords): string | undefined {
  const { kinds, statuses, channels, outcomes, deliveries, values } = words
  const own = `${key}.${code}`
  if (Object.hasOwn(values, own)) return values[own]?.[lang]
  const tables: readonly Titles[] = [kinds, statuses, channels, outcomes, deliveries, values, titles]
  return tables.find((table) => Object.hasOwn(table, code))?.[code]?.[lang]
}
