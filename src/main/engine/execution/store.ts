import type { RecordedNote } from '../../../shared/contract/execution.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CatalogEntry } from '../../../shared/model/catalog.ts'
import type { OperatorSystem, SystemNote } from '../../../shared/model/execution.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'

type Round = { id: CaseId; round: number }
type Row = Omit<RecordedNote, 'categories'>

/** What was found and done in this round of a case. */
export function notesOf(db: ReadableDb, { id, round }: Round): RecordedNote[] {
  const categories = db.all<{ systemId: string; categoryId: string }>(
    `SELECT system_id AS systemId, category_id AS categoryId FROM case_system_category
     WHERE case_id = ? AND round = ?`,
    id,
    round,
  )
  return db
    .all<Row>(
      `SELECT system_id AS systemId, found, data, deed, deed_on AS deedOn, deed_method AS deedMethod,
         deed_by AS deedBy, proof,
         officer, at
       FROM case_system WHERE case_id = ? AND round = ?`,
      id,
      round,
    )
    .map((row) => ({
      ...row,
      categories: categories
        .filter(({ systemId }) => systemId === row.systemId)
        .map(({ categoryId }) => categoryId),
    }))
}

export function writeNote(
  db: WritableDb,
  { id, round }: Round,
  note: SystemNote,
  by: { officer: string; at: string },
): void {
  db.run(
    'DELETE FROM case_system_category WHERE case_id = ? AND round = ? AND system_id = ?',
    id,
    round,
    note.systemId,
  )
  db.run(
    `INSERT OR REPLACE INTO case_system
       (case_id, round, system_id, found, data, deed, deed_on, deed_method, deed_by, proof, officer, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    round,
    note.systemId,
    note.found,
    note.data,
    note.deed,
    note.deedOn,
    note.deedMethod,
    note.deedBy,
    note.proof,
    by.officer,
    by.at,
  )
  for (const category of new Set(note.categories)) {
    db.run('INSERT INTO case_system_category VALUES (?, ?, ?, ?)', id, round, note.systemId, category)
  }
}

/** The systems of the pack as the officer changed them, then the operator's own. */
export function readSystems(db: ReadableDb, ofPack: readonly CatalogEntry[]): OperatorSystem[] {
  const own = db
    .all<{ id: string; ru: string; kk: string; active: number }>(
      'SELECT id, title_ru AS ru, title_kk AS kk, active FROM system_entry ORDER BY id',
    )
    .map(({ id, ru, kk, active }) => ({ id, title: { ru, kk }, active: active === 1 }))
  const changed = new Map(own.map((system) => [system.id, system]))
  const packed = ofPack.map(({ id, title }) => changed.get(id) ?? { id, title, active: true })
  return [...packed, ...own.filter(({ id }) => !ofPack.some((entry) => entry.id === id))]
}

/** Fails with `systemUnknown`. */
export function refuseUnknownSystems(db: ReadableDb, packs: Packs, ids: readonly string[]): void {
  const known = new Set(readSystems(db, packs.catalogs.systems).map(({ id }) => id))
  if (!ids.every((id) => known.has(id))) throw new AppFailure('systemUnknown', {})
}

/** The systems as a catalog to tick entries of. */
export function systemCatalog(db: ReadableDb, packs: Packs): CatalogEntry[] {
  return readSystems(db, packs.catalogs.systems).map(({ id, title }) => ({ id, title, basis: '' }))
}

export function writeSystem(db: WritableDb, { id, title, active }: OperatorSystem): void {
  db.run(
    'INSERT OR REPLACE INTO system_entry (id, title_ru, title_kk, active) VALUES (?, ?, ?, ?)',
    id,
    title.ru,
    title.kk,
    active ? 1 : 0,
  )
}
