import Database from 'better-sqlite3-multiple-ciphers'
import { AppFailure } from '../../../shared/errors.ts'
import { applicationId, rawKey, useKey } from './cipher.ts'

/** What a whole register holds. */
export type Inspection = { schema: number; cases: number; entries: number }

/**
 * `quick_check` leaves out whether each row stands in each index: a copy, page by page authentic, has that from its
 * original. It goes table by table, and can be stopped between them.
 */
export type Check = 'integrity_check' | 'quick_check'

/**
 * Reads every page of a closed register and checks it: each page carries its own authentication code, and SQLite knows
 * what the pages must say of one another. Changes nothing. Fails with `vaultDamaged`, and with
 * `taskCancelled` where it was stopped.
 */
export function inspectRegister(
  path: string,
  key: Uint8Array,
  check: Check = 'integrity_check',
  isStopped = (): boolean => false,
): Inspection {
  const db = new Database(path, { fileMustExist: true })
  try {
    useKey(db, key)
    const isOurs = db.pragma('application_id', { simple: true }) === applicationId
    // Indexes are looked up in no order: without room each page would be decrypted many times.
    db.pragma('cache_size = -262144')
    if (!isOurs) throw new AppFailure('vaultDamaged', {})
    for (const scope of check === 'quick_check' ? tablesOf(db) : ['1']) {
      if (isStopped()) throw new AppFailure('taskCancelled', {})
      if (db.pragma(`${check}(${scope})`, { simple: true }) !== 'ok') throw new AppFailure('vaultDamaged', {})
    }
    const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    const schema = Number(db.pragma('user_version', { simple: true }))
    return { schema, cases: count('cases'), entries: count('audit') }
  } finally {
    db.close()
  }
}

/** All that a check goes through, as names in quotes. */
function tablesOf(db: Database.Database): string[] {
  const sql = `SELECT '"' || name || '"' FROM pragma_table_list WHERE schema = 'main' AND type <> 'view'`
  return db.prepare(sql).pluck().all() as string[]
}

/** Makes of a copy that was taken beside its WAL one file that can be read where nothing can be written. */
export function settleCopy(path: string, key: Uint8Array): { schema: number } {
  const db = new Database(path, { fileMustExist: true })
  try {
    useKey(db, key)
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      throw new AppFailure('vaultDamaged', {})
    db.pragma('journal_mode = DELETE')
    return { schema: Number(db.pragma('user_version', { simple: true })) }
  } finally {
    db.close()
  }
}

/** Encrypts a closed register anew, in place: run it on a copy alone. Its rollback journal is encrypted, too. */
export function rekeyRegister(path: string, key: Uint8Array, nextKey: Uint8Array): void {
  const db = new Database(path, { fileMustExist: true })
  try {
    useKey(db, key)
    db.pragma('journal_mode = DELETE')
    const raw = rawKey(nextKey)
    db.pragma("cipher = 'sqlcipher'")
    db.pragma('legacy = 4')
    db.rekey(raw)
    raw.fill(0)
  } finally {
    db.close()
  }
}
