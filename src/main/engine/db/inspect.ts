import Database from 'better-sqlite3-multiple-ciphers'
import { AppFailure } from '../../../shared/errors.ts'
import { applicationId, rawKey, useKey } from './open.ts'

/** What a whole register holds. */
export type Inspection = { schema: number; cases: number; entries: number }

/** `quick_check` leaves out whether each row stands in each index: a copy, page by page authentic, has that from its original. */
export type Check = 'integrity_check' | 'quick_check'

/**
 * Reads every page of a closed register and checks it: each page carries its own authentication code, and SQLite knows
 * what the pages must say of one another. Changes nothing. Fails with `vaultDamaged`.
 */
export function inspectRegister(path: string, key: Uint8Array, check: Check = 'integrity_check'): Inspection {
  const db = new Database(path, { fileMustExist: true })
  try {
    useKey(db, key)
    const isOurs = db.pragma('application_id', { simple: true }) === applicationId
    // Indexes are looked up in no order: without room each page would be decrypted many times.
    db.pragma('cache_size = -262144')
    const findings = db.pragma(`${check}(1)`, { simple: true })
    if (!isOurs || findings !== 'ok') throw new AppFailure('vaultDamaged', {})
    const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    const schema = Number(db.pragma('user_version', { simple: true }))
    return { schema, cases: count('cases'), entries: count('audit') }
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
