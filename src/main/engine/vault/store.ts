import { sortKey } from '../../../core/identity/sort-key.ts'
import type { Role } from '../../../shared/model/key.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

/** Whose a key is. */
export type Holder = { id: number; name: string; role: Role }
export type HeldSlot = {
  slotId: string
  officerId: number
  officer: string
  role: Role
  madeAt: string | null
}

export function addHolder(db: WritableDb, { name, role }: Omit<Holder, 'id'>): number {
  return db.run('INSERT INTO officer (name, sort_name, role) VALUES (?, ?, ?)', name, sortKey(name), role)
}

export function roleOf(db: ReadableDb, id: number): Role | null {
  return db.get<{ role: Role }>('SELECT role FROM officer WHERE id = ?', id)?.role ?? null
}

export function setRole(db: WritableDb, id: number, role: Role): void {
  db.run('UPDATE officer SET role = ? WHERE id = ?', role, id)
}

export function addSlot(
  db: WritableDb,
  { slotId, officerId, madeAt }: Pick<HeldSlot, 'slotId' | 'officerId'> & { madeAt: string },
): void {
  db.run('INSERT INTO key_slot (slot_id, officer_id, made_at) VALUES (?, ?, ?)', slotId, officerId, madeAt)
}

export function removeSlot(db: WritableDb, slotId: string): void {
  db.run('DELETE FROM key_slot WHERE slot_id = ?', slotId)
}

/** Who works when this slot opened the vault. */
export function holderOfSlot(db: ReadableDb, slotId: string): Holder | undefined {
  return db.get(
    'SELECT o.id, o.name, o.role FROM key_slot k JOIN officer o ON o.id = k.officer_id WHERE k.slot_id = ?',
    slotId,
  )
}

/** Whose the slots are that the register knows; a slot of keys.json that it does not know is nobody's. */
export function heldSlots(db: ReadableDb): HeldSlot[] {
  return db.all(
    `SELECT k.slot_id AS slotId, o.id AS officerId, o.name AS officer, o.role, k.made_at AS madeAt
     FROM key_slot k JOIN officer o ON o.id = k.officer_id ORDER BY o.id, k.made_at`,
  )
}
