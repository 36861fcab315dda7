import { z } from 'zod'
import type { Output } from '../../../shared/contract/index.ts'
import type { DraftName } from '../../../shared/model/draft.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

type Listed = Output<'drafts.list'>['drafts'][number]
export type Draft = Listed & { value: string }

/** As many as an officer may leave; the oldest go. */
const most = 50

/** The column holds what the draft is of and when it was saved beside the form's own value. */
const Stored = z.object({ about: z.string(), savedAt: z.string(), value: z.string() })

/** Of an officer, newest first. */
export function draftsOf(db: ReadableDb, officerId: number): Draft[] {
  return db
    .all<{ name: DraftName; value: string }>('SELECT name, value FROM draft WHERE officer_id = ?', officerId)
    .map(({ name, value }) => ({ name, ...Stored.parse(JSON.parse(value)) }))
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
}

export function findDraft(db: ReadableDb, officerId: number, name: DraftName): Draft | null {
  const row = db.get<{ value: string }>(
    'SELECT value FROM draft WHERE officer_id = ? AND name = ?',
    officerId,
    name,
  )
  return row ? { name, ...Stored.parse(JSON.parse(row.value)) } : null
}

export function writeDraft(db: WritableDb, officerId: number, { name, ...stored }: Draft): void {
  db.run(
    `INSERT INTO draft (officer_id, name, value) VALUES (?, ?, ?)
     ON CONFLICT (officer_id, name) DO UPDATE SET value = excluded.value`,
    officerId,
    name,
    JSON.stringify(stored),
  )
}

/** After a new one. */
export function makeRoom(db: WritableDb, officerId: number): void {
  for (const old of draftsOf(db, officerId).slice(most)) deleteDraft(db, officerId, old.name)
}

export function deleteDraft(db: WritableDb, officerId: number, name: DraftName): void {
  db.run('DELETE FROM draft WHERE officer_id = ? AND name = ?', officerId, name)
}
