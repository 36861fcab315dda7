import { addDays } from '../../../core/calendar/days.ts'
import { phoneKey } from '../../../core/identity/contact-key.ts'
import {
  alikeWords,
  foldText,
  mayStandForKazakh,
  typedWords,
  wordsOf,
} from '../../../core/identity/search-words.ts'
import { sortKeyOf } from '../../../core/identity/sort-key.ts'
import type { Applicant } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { Narrow } from '../../../shared/model/list.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

type Indexed = {
  number: string
  subject: string
  text: string
  demand: string
  reason: string
  executionNote: string
  kind: string
  channel: string
  site: string
  caseLang: string
  receivedOn: LocalDate
  /** The representative, letters, notes and names of files, as one text. */
  more: string
} & Applicant

const sources = `SELECT c.number, c.subject, c.text, c.demand, c.reason, c.execution_note AS executionNote,
  c.kind, c.channel, c.site, c.lang AS caseLang, c.received_on AS receivedOn,
  p.organisation, p.family_name AS familyName, p.given_name AS givenName, p.patronymic, p.iin, p.email, p.phone,
  coalesce((SELECT name FROM representative WHERE case_id = c.id), '') || ' ' ||
  coalesce((SELECT group_concat(number || ' ' || body, ' ') FROM letter WHERE case_id = c.id), '') || ' ' ||
  coalesce((SELECT group_concat(text, ' ') FROM case_note WHERE case_id = c.id), '') || ' ' ||
  coalesce((SELECT group_concat(name, ' ') FROM attachment WHERE case_id = c.id), '') AS more
  FROM cases c JOIN person p ON p.id = c.person_id WHERE c.id = ?`

/** Makes a case findable by all that is written in it, and sortable by its name. Call it after what changes its words. */
export function indexCase(db: WritableDb, id: CaseId): void {
  const row = db.get<Indexed>(sources, id)
  if (!row) return
  const person = [row.organisation, row.familyName, row.givenName, row.patronymic].filter(Boolean).join(' ')
  const body = [row.subject, row.text, row.demand, row.reason, row.executionNote, row.more].join(' ')
  const columns = [
    row.number,
    person,
    `${row.iin} ${row.email} ${row.phone} ${phoneKey(row.phone) ?? ''}`,
    body,
    alikeWords(`${person} ${body}`),
  ].map((text) => wordsOf(foldText(text)))
  db.run('DELETE FROM case_search WHERE rowid = ?', id)
  db.run(
    'INSERT INTO case_search (rowid, number, person, contact, body, alike, facet) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    ...columns.map((words) => words.join(' ')),
    facetsOf(row).join(' '),
  )
  const known = [...new Set(columns.flat().filter(isSpelled))]
  db.run('INSERT OR IGNORE INTO case_word (word) SELECT value FROM json_each(?)', JSON.stringify(known))
  const name = sortKeyOf(row)
  db.run('UPDATE cases SET sort_name = ? WHERE id = ? AND sort_name <> ?', name, id, name)
}

/** Takes the words of cases that are no longer indexed out of the list of words. It reads the whole list. */
export function forgetWords(db: WritableDb): void {
  db.run(
    `DELETE FROM case_word WHERE NOT EXISTS (SELECT 1 FROM case_search WHERE case_search MATCH '"' || word || '"')`,
  )
}

/** Words of letters that are long enough; what else begins a word FTS5 finds fast enough itself. */
function isSpelled(word: string): boolean {
  return word.length > longestPrefix && /^\p{L}+$/u.test(word)
}

/** The longest beginning of a word that the index holds as such. */
const longestPrefix = 3

/** What a case is filtered by and keeps for good, each as one word of the index. */
function facetsOf({ kind, channel, site, caseLang, receivedOn }: Indexed): string[] {
  return [
    facet('kind', kind),
    facet('channel', channel),
    facet('lang', caseLang),
    facet('site', site),
    facet('month', monthOf(receivedOn)),
  ]
}

/** Small letters and digits alone: what parts words must not part this one. */
function facet(of: 'kind' | 'channel' | 'lang' | 'site' | 'month', value: string): string {
  return of + value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

const monthOf = (date: LocalDate): string => date.slice(0, 7)

const staleName = 'searchStale'

/** Indexes anew the cases whose words an older program left behind: those with a representative, or every one. */
export function refreshIndex(db: WritableDb): void {
  const stale = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', staleName)
  if (!stale) return
  const sql =
    stale.value === '"represented"' ? 'SELECT case_id AS id FROM representative' : 'SELECT id FROM cases'
  for (const { id } of db.all<{ id: CaseId }>(sql)) indexCase(db, id)
  db.run('DELETE FROM setting WHERE name = ?', staleName)
}

/**
 * What the officer typed as queries of FTS5: every word must be there, each as the beginning of a word. `exact`: as it
 * was typed. `alike`: only found if Kazakh letters are taken for the Russian ones they look like; null where nothing typed
 * is such a letter. Null: nothing typed.
 * Filters that the index knows narrow both; the others are the caller's.
 */
export function matchQueries(
  db: ReadableDb,
  typed: string,
  narrow: Narrow,
): { exact: string; alike: string | null } | null {
  const words = typedWords(typed)
  if (words.length === 0) return null
  const all = words.map((each) => beginning(db, each)).join(' AND ')
  const exact = `{number person contact body} : (${all})`
  const facets = facetsAsked(narrow)
  const narrowed = (query: string): string => (facets === '' ? query : `(${query}) AND ${facets}`)
  const alike = `({number person contact body alike} : (${all})) NOT (${exact})`
  return { exact: narrowed(exact), alike: mayStandForKazakh(words.join(' ')) ? narrowed(alike) : null }
}

function facetsAsked({ kinds, channels, langs, sites, receivedFrom, receivedTo }: Narrow): string {
  const asked = [
    kinds.map((kind) => facet('kind', kind)),
    channels.map((channel) => facet('channel', channel)),
    langs.map((lang) => facet('lang', lang)),
    sites.map((site) => facet('site', site)),
    monthsBetween(receivedFrom, receivedTo).map((month) => facet('month', month)),
  ].filter((some) => some.length > 0)
  if (asked.length === 0) return ''
  const oneOf = (some: readonly string[]): string => `(${some.map((word) => `"${word}"`).join(' OR ')})`
  return `({facet} : (${asked.map(oneOf).join(' AND ')}))`
}

/** So many months are worth naming; a longer period holds most cases anyway. */
const mostMonths = 24

function monthsBetween(from: LocalDate | null, to: LocalDate | null): string[] {
  if (from === null || to === null || to < from) return []
  const months: string[] = []
  for (let day = from; monthOf(day) <= monthOf(to); day = nextMonth(day)) {
    months.push(monthOf(day))
    if (months.length > mostMonths) return []
  }
  return months
}

/** The first day of the month after that of a date. */
function nextMonth(date: LocalDate): LocalDate {
  const day = addDays(date, 32 - Number(date.slice(8)))
  return addDays(day, 1 - Number(day.slice(8)))
}

/** So many whole words are looked for faster than the beginning they share. */
const mostWords = 40

/** What was typed between two spaces, as one or several words after each other, of which the last may go on. */
function beginning(db: ReadableDb, typed: string): string {
  const words = wordsOf(typed)
  const last = words.pop() ?? ''
  const phrase = (ending: string): string => `"${[...words, ending].join(' ')}"`
  const endings = isSpelled(last) ? wordsFrom(db, last) : null
  if (endings === null || endings.length === 0 || endings.length > mostWords) return `${phrase(last)} *`
  return `(${endings.map(phrase).join(' OR ')})`
}

function wordsFrom(db: ReadableDb, prefix: string): string[] {
  const sql = 'SELECT word FROM case_word WHERE word >= ? AND word < ? LIMIT ?'
  return db.all<{ word: string }>(sql, prefix, `${prefix}\u{10ffff}`, mostWords + 1).map(({ word }) => word)
}

/** How many cases are indexed; for tests and measurements. */
export function indexedCases(db: ReadableDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM case_search')?.n ?? 0
}
