import { sortKey } from '../../../core/identity/sort-key.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

type Officer = Output<'officers.list'>['officers'][number]

export function listOfficers(db: ReadableDb): Officer[] {
  return db
    .all<Omit<Officer, 'active' | 'hasKey'> & { active: number; hasKey: number }>(
      `SELECT o.id, o.name, o.active, o.role, EXISTS (SELECT 1 FROM key_slot k WHERE k.officer_id = o.id) AS hasKey,
         coalesce((SELECT sum(n) FROM case_facet WHERE assignee_id = o.id AND status <> 'closed'), 0) AS openCases
       FROM officer o ORDER BY o.id`,
    )
    .map(({ active, hasKey, ...row }) => ({ ...row, active: active === 1, hasKey: hasKey === 1 }))
}

export function findOfficer(db: ReadableDb, id: number): Pick<Officer, 'id' | 'name' | 'active'> | undefined {
  const row = db.get<{ name: string; active: number }>('SELECT name, active FROM officer WHERE id = ?', id)
  return row && { id, name: row.name, active: row.active === 1 }
}

/** The id of an officer by name; null where there is none. */
export function officerIdOf(db: ReadableDb, name: string): number | null {
  return db.get<{ id: number }>('SELECT id FROM officer WHERE name = ?', name)?.id ?? null
}

/** Adds an officer, or changes one; the order of the cases of a renamed one follows the name. */
export function writeOfficer(
  db: WritableDb,
  { id, name, active }: { id: number | null; name: string; active: boolean },
): void {
  const order = sortKey(name)
  if (id === null) {
    db.run('INSERT INTO officer (name, sort_name, active) VALUES (?, ?, ?)', name, order, active ? 1 : 0)
    return
  }
  db.run(
    'UPDATE officer SET name = ?, sort_name = ?, active = ? WHERE id = ?',
    name,
    order,
    active ? 1 : 0,
    id,
  )
  db.run(
    'UPDATE cases SET assignee_order = ? WHERE assignee_id = ? AND assignee_order <> ?',
    order,
    id,
    order,
  )
}
