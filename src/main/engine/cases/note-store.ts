import type { CaseNote } from '../../../shared/contract/cases.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export function insertNote(db: WritableDb, caseId: CaseId, note: CaseNote): void {
  db.run(
    'INSERT INTO case_note (case_id, text, officer, at) VALUES (?, ?, ?, ?)',
    caseId,
    note.text,
    note.officer,
    note.at,
  )
}

export function notesOfCase(db: ReadableDb, caseId: CaseId): CaseNote[] {
  return db.all<CaseNote>('SELECT text, officer, at FROM case_note WHERE case_id = ? ORDER BY id', caseId)
}
