import { createHash } from 'node:crypto'
import type { Attachment } from '../../../shared/model/attachment.ts'
import type { AttachmentId, CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

export type NewAttachment = { role: Attachment['role']; name: string; mime: string; bytes: Uint8Array }

/** Stores a file and gives its SHA-256. */
export function insertAttachment(db: WritableDb, caseId: CaseId, attachment: NewAttachment): string {
  const sha256 = createHash('sha256').update(attachment.bytes).digest('hex')
  db.run(
    'INSERT INTO attachment (case_id, role, name, mime, size, sha256, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    caseId,
    attachment.role,
    attachment.name,
    attachment.mime,
    attachment.bytes.length,
    sha256,
    attachment.bytes,
  )
  return sha256
}

export function attachmentsOfCase(db: ReadableDb, caseId: CaseId): Attachment[] {
  return db.all<Attachment>(
    'SELECT id, name, mime, size, sha256, role FROM attachment WHERE case_id = ? ORDER BY id',
    caseId,
  )
}

export function findAttachment(
  db: ReadableDb,
  id: AttachmentId,
): { name: string; mime: string; bytes: Uint8Array } | undefined {
  return db.get('SELECT name, mime, bytes FROM attachment WHERE id = ?', id)
}
