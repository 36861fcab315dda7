import type { AuditAction, AuditDetails, AuditEntry } from '../../../shared/model/audit.ts'
import { AuditDetails as AuditDetailsSchema } from '../../../shared/model/audit.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { genesis, linkHash, type Link } from './chain.ts'

type AuditRow = Link & { hash: string }

const columns = 'seq, at, actor, action, case_id AS caseId, details, hash'

export type NewEntry = {
  at: string
  actor: string
  action: AuditAction
  caseId: CaseId | null
  details: AuditDetails
}

/** Appends one entry to the chain; runs in the transaction of the deed it records. */
export function appendEntry(db: WritableDb, entry: NewEntry): void {
  const last = db.get<{ seq: number; hash: string }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
  const link: Link = { ...entry, seq: (last?.seq ?? 0) + 1, details: JSON.stringify(entry.details) }
  db.run(
    'INSERT INTO audit (seq, at, actor, action, case_id, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    link.seq,
    link.at,
    link.actor,
    link.action,
    link.caseId,
    link.details,
    linkHash(last?.hash ?? genesis, link),
  )
}

/** The history of a case, oldest first. */
export function entriesOfCase(db: ReadableDb, caseId: CaseId): AuditEntry[] {
  return db
    .all<AuditRow>(`SELECT ${columns} FROM audit WHERE case_id = ? ORDER BY seq`, caseId)
    .map((row) => ({
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      action: row.action as AuditAction,
      caseId: row.caseId as CaseId | null,
      details: AuditDetailsSchema.parse(JSON.parse(row.details)),
    }))
}

/** Links after a place in the chain, oldest first. */
export function linksAfter(db: ReadableDb, seq: number, limit: number): AuditRow[] {
  return db.all<AuditRow>(`SELECT ${columns} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit)
}
