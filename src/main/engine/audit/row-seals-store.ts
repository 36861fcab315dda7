import { createHmac, hash } from 'node:crypto'
import type Database from 'better-sqlite3-multiple-ciphers'
import { z } from 'zod'
import type { RowKind } from '../../../shared/model/audit.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { Random } from '../ports.ts'
import { readSetting, writeSetting } from '../settings/store.ts'
import { sealedTables, unsealedSettings, type SealedTable } from './sealed-tables.ts'

const byTable = new Map(sealedTables.map((one) => [one.table, one]))
const rowsOf = ({ rows = 'true' }: SealedTable): string => rows
const itemOf = ({ key }: SealedTable, row = ''): string =>
  key.map((column) => row + column).join(" || '/' || ")

/** One row: its table and what names it there. */
export type SealedRow = { table: string; item: string }
type Seal = readonly [table: string, item: string, digest: string | null]

/**
 * Notes from now on which rows a connection changes, of this connection alone: what another program writes is not sealed
 * for it. `touched` lives in memory and is rolled back with the deed.
 */
export function noteTouchedRows(connection: Database.Database): void {
  connection.exec(`
    CREATE TEMP TABLE touched (of TEXT, item TEXT, PRIMARY KEY (of, item)) WITHOUT ROWID;
    ${sealedTables.flatMap((one) => ['INSERT', 'UPDATE', 'DELETE'].map((event) => triggerOf(one, event))).join('\n')}
  `)
}

function triggerOf(one: SealedTable, event: string): string {
  const row = event === 'DELETE' ? 'OLD.' : 'NEW.'
  const when = one.table === 'setting' ? `WHEN ${row}name NOT IN ${unsealedSettings}` : ''
  return `CREATE TEMP TRIGGER touched_by_${event}_of_${one.table} AFTER ${event} ON ${one.table} ${when} BEGIN
    INSERT OR IGNORE INTO touched VALUES ('${one.table}', ${itemOf(one, row)});
  END;`
}

/** As if every row had been changed: in a new register, and in one of an older program. */
function touchAll(db: WritableDb): void {
  for (const one of sealedTables)
    db.run(
      `INSERT OR IGNORE INTO touched SELECT '${one.table}', ${itemOf(one)} FROM ${one.table} WHERE ${rowsOf(one)}`,
    )
}

function isAnySealed(db: ReadableDb): boolean {
  return db.get('SELECT 1 FROM audit WHERE sealed IS NOT NULL LIMIT 1') !== undefined
}

export function isAnyTouched(db: ReadableDb): boolean {
  return db.get('SELECT 1 FROM touched LIMIT 1') !== undefined
}

/** Seals what a deed touched, for its last link; null where that is nothing. The first deed seals all that is there. */
export function sealTouched(db: WritableDb, random: Random): string | null {
  if (!isAnySealed(db)) touchAll(db)
  if (!isAnyTouched(db)) return null
  const key = readSealKey(db) ?? makeSealKey(db, random)
  const rows = db.all<SealedRow>('SELECT of AS "table", item FROM touched ORDER BY of, item')
  const seals = rows.map((row): Seal => [row.table, row.item, digestOfRow(db, key, row)])
  db.run('DELETE FROM touched')
  return JSON.stringify(seals)
}

const keyBytes = 32

/** Seals are made with a secret, so that a record that was handed out tells nothing of a password or a name. */
function readSealKey(db: ReadableDb): Uint8Array | null {
  const text = readSetting(db, 'sealKey', z.string())
  return text === null ? null : Buffer.from(text, 'base64')
}

function makeSealKey(db: WritableDb, random: Random): Uint8Array {
  const key = random.bytes(keyBytes)
  writeSetting(db, 'sealKey', Buffer.from(key).toString('base64'))
  return key
}

/** HMAC-SHA-256 of a row as it stands; null where there is none. */
function digestOfRow(db: ReadableDb, key: Uint8Array, { table, item }: SealedRow): string | null {
  const one = byTable.get(table)
  const row = one && db.get<{ state: string }>(stateSql(one), item)
  return row ? createHmac('sha256', key).update(`${table} ${item} ${row.state}`).digest('hex') : null
}

function stateSql(one: SealedTable): string {
  return `SELECT json_array(${one.state}) AS state FROM ${one.table} WHERE ${itemOf(one)} = ? AND ${rowsOf(one)}`
}

/** What a row is by its last seal, and the entry that has it; `digest` null: it was removed. */
export type Recorded = SealedRow & { seq: number; digest: string | null }

/** Reads on from an entry into what is known of each row; gives the last entry read, or null where none is left. */
export function readSeals(
  db: ReadableDb,
  known: Map<string, Recorded>,
  after: number,
  limit: number,
): number | null {
  const links = db.all<{ seq: number; sealed: string }>(
    'SELECT seq, sealed FROM audit WHERE sealed IS NOT NULL AND seq > ? ORDER BY seq LIMIT ?',
    after,
    limit,
  )
  for (const { seq, sealed } of links)
    for (const [table, item, digest] of sealsIn(sealed)) {
      const row = known.get(`${table} ${item}`)
      if (row) Object.assign(row, { seq, digest })
      else known.set(`${table} ${item}`, { table, item, seq, digest })
    }
  return links.at(-1)?.seq ?? null
}

/** A text that was spoilt breaks the chain, which tells where. */
function sealsIn(sealed: string): Seal[] {
  try {
    return JSON.parse(sealed) as Seal[]
  } catch {
    return []
  }
}

/** A row that is not as it was sealed, was not sealed, or whose file is not the one it names. */
export type RowFault = { kind: RowKind; caseId: null; name: string; seq: number | null }

export function unlikeTheirSeal(db: ReadableDb, rows: readonly Recorded[]): RowFault[] {
  const key = readSealKey(db) ?? new Uint8Array()
  return rows
    .filter((row) => digestOfRow(db, key, row) !== row.digest)
    .flatMap(({ table, item, seq }) => {
      const one = byTable.get(table)
      return one ? [{ kind: one.kind, caseId: null, name: nameOf(db, one, item), seq }] : []
    })
}

function nameOf(db: ReadableDb, one: SealedTable, item: string): string {
  const sql = `SELECT CAST(${one.name} AS TEXT) AS name FROM ${one.table} WHERE ${itemOf(one)} = ?`
  return db.get<{ name: string | null }>(sql, item)?.name ?? ''
}

type Item = string | number
type Found = { item: Item; name: string; sha256: string | null; bytes: Uint8Array | null }

/** Goes through a table: rows that nothing sealed, and files that are not those their rows name. */
export function unsealedRows(
  db: ReadableDb,
  table: string,
  known: ReadonlyMap<string, Recorded>,
  { after, limit }: { after: Item | null; limit: number },
): { faults: RowFault[]; last: Item | null } {
  const one = byTable.get(table)
  if (!one) return { faults: [], last: null }
  const item = itemOf(one)
  const rows = db.all<Found>(
    `SELECT ${item} AS item, CAST(${one.name} AS TEXT) AS name, ${one.file ? `sha256, ${one.file}` : 'NULL AS sha256, NULL'} AS bytes
     FROM ${table} WHERE ${rowsOf(one)} ${after === null ? '' : `AND ${item} > ?`} ORDER BY ${item} LIMIT ?`,
    ...(after === null ? [] : [after]),
    limit,
  )
  const faults = rows.flatMap(({ item: found, name, sha256, bytes }): RowFault[] => {
    const recorded = known.get(`${table} ${found}`)
    const isGenuine = recorded !== undefined && (bytes === null || hash('sha256', bytes) === sha256)
    return isGenuine ? [] : [{ kind: one.kind, caseId: null, name, seq: recorded?.seq ?? null }]
  })
  return { faults, last: rows.length < limit ? null : (rows.at(-1)?.item ?? null) }
}
