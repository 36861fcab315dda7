import { phoneKey } from '../../../core/identity/contact-key.ts'
import { alikeWords, foldText, typedWords, wordsOf } from '../../../core/identity/search-words.ts'
import { sortKey } from '../../../core/identity/sort-key.ts'
import type { Applicant } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

type Indexed = {
  number: string
  subject: string
  text: string
  demand: string
  reason: string
  executionNote: string
  /** Letters, notes and names of files, as one text. */
  more: string
} & Applicant

const sources = `SELECT c.number, c.subject, c.text, c.demand, c.reason, c.execution_note AS executionNote,
  p.organisation, p.family_name AS familyName, p.given_name AS givenName, p.patronymic, p.iin, p.email, p.phone,
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
    'INSERT INTO case_search (rowid, number, person, contact, body, alike) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    ...columns.map((words) => words.join(' ')),
  )
  const known = [...new Set(columns.flat().filter(isSpelled))]
  db.run('INSERT OR IGNORE INTO case_word (word) SELECT value FROM json_each(?)', JSON.stringify(known))
  db.run('UPDATE cases SET sort_name = ? WHERE id = ?', sortKey(person), id)
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

const staleName = 'searchStale'

/** Indexes every case anew where an older program left the index behind. */
export function refreshIndex(db: WritableDb): void {
  if (!db.get('SELECT 1 FROM setting WHERE name = ?', staleName)) return
  for (const { id } of db.all<{ id: CaseId }>('SELECT id FROM cases')) indexCase(db, id)
  db.run('DELETE FROM setting WHERE name = ?', staleName)
}

/**
 * What the officer typed as queries of FTS5: every word must be there, each as the beginning of a word. `exact`: as it
 * was typed. `alike`: only found if Kazakh letters are taken for the Russian ones they look like. Null: nothing typed.
 */
export function matchQueries(db: ReadableDb, typed: string): { exact: string; alike: string } | null {
  const words = typedWords(typed)
  if (words.length === 0) return null
  const all = words.map((each) => beginning(db, each)).join(' AND ')
  const exact = `{number person contact body} : (${all})`
  return { exact, alike: `(${all}) NOT (${exact})` }
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
