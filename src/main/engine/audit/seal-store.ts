import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { digestOfCase, firstDigestOfCase } from './content-store.ts'
import { recordedDigest } from './store.ts'

/** What stands in `setting` while cases may be sealed as an older program knew them, or not at all. */
const staleName = 'sealStale'

export function hasStaleSeals(db: ReadableDb): boolean {
  return db.get('SELECT 1 FROM setting WHERE name = ?', staleName) !== undefined
}

export function forgetStaleSeals(db: WritableDb): void {
  db.run('DELETE FROM setting WHERE name = ?', staleName)
}

/** Some cases after one, those among them that are to be sealed anew: never one that is not as it was recorded. */
export function staleCases(
  db: ReadableDb,
  after: number,
  limit: number,
): { last: number | null; stale: CaseId[] } {
  const rows = db.all<{ id: CaseId }>('SELECT id FROM cases WHERE id > ? ORDER BY id LIMIT ?', after, limit)
  return {
    last: rows.at(-1)?.id ?? null,
    stale: rows.map(({ id }) => id).filter((id) => isStale(db, id)),
  }
}

function isStale(db: ReadableDb, id: CaseId): boolean {
  const recorded = recordedDigest(db, id)
  if (!recorded) return true
  return recorded.digest !== digestOfCase(db, id) && recorded.digest === firstDigestOfCase(db, id)
}

/** Whether a case stands as it was recorded, by this program or by an older one whose seals still count. */
export function isAsRecorded(db: ReadableDb, id: CaseId, digest: string): boolean {
  return digest === digestOfCase(db, id) || (hasStaleSeals(db) && digest === firstDigestOfCase(db, id))
}
