import { phoneKey } from '../../../core/identity/contact-key.ts'
import { alikeWords, foldText, typedWords } from '../../../core/identity/search-words.ts'
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
  db.run('DELETE FROM case_search WHERE rowid = ?', id)
  db.run(
    'INSERT INTO case_search (rowid, number, person, contact, body, alike) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    foldText(row.number),
    foldText(person),
    foldText(`${row.iin} ${row.email} ${row.phone} ${phoneKey(row.phone) ?? ''}`),
    foldText(body),
    alikeWords(`${person} ${body}`),
  )
  db.run('UPDATE cases SET sort_name = ? WHERE id = ?', sortKey(person), id)
}

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
export function matchQueries(typed: string): { exact: string; alike: string } | null {
  const words = typedWords(typed)
  if (words.length === 0) return null
  const all = words.map((each) => `"${each}"*`).join(' ')
  const exact = `{number person contact body} : (${all})`
  return { exact, alike: `(${all}) NOT (${exact})` }
}

/** How many cases are indexed; for tests and measurements. */
export function indexedCases(db: ReadableDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM case_search')?.n ?? 0
}
