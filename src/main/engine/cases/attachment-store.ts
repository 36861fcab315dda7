import { createHash } from 'node:crypto'
import { AppFailure } from '../../../shared/errors.ts'
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

/** Where a file belongs, and what it is by name and hash. */
export function findAttachmentPlace(
  db: ReadableDb,
  id: AttachmentId,
): { caseId: CaseId; file: string; sha256: string } {
  const sql = 'SELECT case_id AS caseId, name AS file, sha256 FROM attachment WHERE id = ?'
  const found = db.get<{ caseId: CaseId; file: string; sha256: string }>(sql, id)
  if (!found) throw new AppFailure('attachmentNotFound', {})
  return found
}

export function findAttachment(
  db: ReadableDb,
  id: AttachmentId,
): { caseId: CaseId; name: string; mime: string; bytes: Uint8Array } | undefined {
  return db.get('SELECT case_id AS caseId, name, mime, bytes FROM attachment WHERE id = ?', id)
}

const beginning = 65_536

/** The beginning of the e-mail that a case came with, as text; empty where it came another way. */
export function beginningOfEmail(db: ReadableDb, caseId: CaseId): string {
  const sql = `SELECT substr(bytes, 1, ${beginning}) AS bytes FROM attachment
    WHERE case_id = ? AND role = 'email' AND mime = 'message/rfc822' ORDER BY id LIMIT 1`
  const bytes = db.get<{ bytes: Uint8Array }>(sql, caseId)?.bytes
  return bytes ? Buffer.from(bytes).toString('latin1') : ''
}
