import type { Output } from '../../../shared/contract/index.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

type Officer = Output<'officers.list'>['officers'][number]

export function listOfficers(db: ReadableDb): Officer[] {
  return db
    .all<Omit<Officer, 'active' | 'hasKey'> & { active: number; hasKey: number }>(
      `SELECT o.id, o.name, o.active, EXISTS (SELECT 1 FROM key_slot k WHERE k.officer_id = o.id) AS hasKey,
         (SELECT count(*) FROM cases c WHERE c.assignee_id = o.id AND c.status <> 'closed') AS openCases
       FROM officer o ORDER BY o.id`,
    )
    .map(({ active, hasKey, ...row }) => ({ ...row, active: active === 1, hasKey: hasKey === 1 }))
}

export function findOfficer(db: ReadableDb, id: number): { id: number; name: string } | undefined {
  return db.get('SELECT id, name FROM officer WHERE id = ?', id)
}

/** The id of an officer by name; null where there is none. */
export function officerIdOf(db: ReadableDb, name: string): number | null {
  return db.get<{ id: number }>('SELECT id FROM officer WHERE name = ?', name)?.id ?? null
}

export function writeOfficer(
  db: WritableDb,
  { id, name, active }: { id: number | null; name: string; active: boolean },
): void {
  if (id === null) db.run('INSERT INTO officer (name, active) VALUES (?, ?)', name, active ? 1 : 0)
  else db.run('UPDATE officer SET name = ?, active = ? WHERE id = ?', name, active ? 1 : 0, id)
}
