import { LetterDraft } from '../../../shared/contract/letters.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

/** The letter under way in a case; null where there is none, or where this program can no longer read it. */
export function readDraft(db: ReadableDb, caseId: CaseId): LetterDraft | null {
  const row = db.get<{ draft: string }>('SELECT draft FROM letter_draft WHERE case_id = ?', caseId)
  const draft = row && LetterDraft.safeParse(JSON.parse(row.draft))
  return draft?.success ? draft.data : null
}

export function writeDraft(db: WritableDb, draft: LetterDraft, at: string): void {
  db.run(
    `INSERT INTO letter_draft (case_id, draft, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET draft = excluded.draft, saved_at = excluded.saved_at`,
    draft.caseId,
    JSON.stringify(draft),
    at,
  )
}

/** The person as the officer had put it is another now: it is proposed anew. */
export function forgetAddressee(db: WritableDb, caseId: CaseId): void {
  db.run("UPDATE letter_draft SET draft = json_remove(draft, '$.addressee') WHERE case_id = ?", caseId)
}

export function deleteDraft(db: WritableDb, caseId: CaseId): void {
  db.run('DELETE FROM letter_draft WHERE case_id = ?', caseId)
}
