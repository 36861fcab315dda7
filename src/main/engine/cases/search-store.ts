import type { CaseId } from '../../../shared/model/ids.ts'
import type { WritableDb } from '../db/db.ts'
import type { NewCaseRow } from './store.ts'
import type { Applicant } from '../../../shared/model/case.ts'

/** Makes a case findable by its number, person, contacts and words. */
export function indexCase(db: WritableDb, id: CaseId, row: NewCaseRow, person: Applicant): void {
  db.run(
    'INSERT INTO case_search (rowid, number, person, contact, body) VALUES (?, ?, ?, ?, ?)',
    id,
    fold(row.number),
    fold(`${person.organisation} ${person.familyName} ${person.givenName} ${person.patronymic}`),
    fold(`${person.iin} ${person.email} ${person.phone}`),
    fold(`${row.subject} ${row.text}`),
  )
}

/**
 * What the officer typed as a query of FTS5: every word must be there, each as the beginning of a word.
 * Null where nothing to search for was typed.
 */
export function matchQuery(typed: string): string | null {
  const words = fold(typed)
    .split(/\s+/)
    .map((word) => word.replace(/["\p{Cc}]/gu, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.length > 0 ? words.map((word) => `"${word}"*`).join(' ') : null
}

/** One form for what people write in several ways: composed letters, and е for ё. Case is folded by FTS5 itself. */
function fold(text: string): string {
  return text.normalize('NFC').replace(/ё/g, 'е').replace(/Ё/g, 'Е')
}
