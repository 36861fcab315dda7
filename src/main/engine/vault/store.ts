import type { ReadableDb, WritableDb } from '../db/db.ts'

export function addOfficer(db: WritableDb, officer: { name: string; slotId: string }): void {
  db.run('INSERT INTO officer (name, slot_id) VALUES (?, ?)', officer.name, officer.slotId)
}

/** The name of the officer whose slot opened the vault. */
export function officerOfSlot(db: ReadableDb, slotId: string): string {
  return db.get<{ name: string }>('SELECT name FROM officer WHERE slot_id = ?', slotId)?.name ?? ''
}
