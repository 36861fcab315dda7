import type { EvidenceOf } from '../../../shared/model/evidence.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb } from '../db/db.ts'

export type EvidenceCase = { id: CaseId; number: string }

/** The cases that evidence is asked of, in the order of registration. */
export function casesOf(db: ReadableDb, of: EvidenceOf): EvidenceCase[] {
  if ('caseNumber' in of)
    return db.all('SELECT id, number FROM cases WHERE number = ?', of.caseNumber.toUpperCase())
  return db.all('SELECT id, number FROM cases WHERE received_on BETWEEN ? AND ? ORDER BY id', of.from, of.to)
}

/** The case, unless it was destroyed: of its files nothing but their hashes is left. */
const kept = '(SELECT id FROM cases WHERE id = ? AND destroyed = 0)'

/** How many files of a case there are besides the papers, and their bytes. */
export function sizeOf(db: ReadableDb, id: CaseId): { files: number; bytes: number } {
  const sql = `SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM (
    SELECT length(pdf) AS size FROM letter WHERE case_id = ${kept}
    UNION ALL SELECT length(message) FROM mail WHERE case_id = ? AND message IS NOT NULL
    UNION ALL SELECT size FROM attachment WHERE case_id = ${kept})`
  return db.get<{ files: number; bytes: number }>(sql, id, id, id) ?? { files: 0, bytes: 0 }
}

type Kept = { id: number; name: string; bytes: Uint8Array }

export const lettersIn = (db: ReadableDb, id: CaseId): Kept[] =>
  db.all(`SELECT id, number AS name, pdf AS bytes FROM letter WHERE case_id = ${kept} ORDER BY id`, id)

/** Messages as they were handed to the server. */
export const mailsIn = (db: ReadableDb, id: CaseId): Kept[] =>
  db.all(
    `SELECT id, subject AS name, message AS bytes FROM mail WHERE case_id = ? AND message IS NOT NULL ORDER BY id`,
    id,
  )

/** Files that came with the request, the e-mail itself among them. */
export const attachmentsIn = (db: ReadableDb, id: CaseId): Kept[] =>
  db.all(`SELECT id, name, bytes FROM attachment WHERE case_id = ${kept} ORDER BY id`, id)
