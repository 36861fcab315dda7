import Database from 'better-sqlite3-multiple-ciphers'
import { AppFailure } from '../../../shared/errors.ts'
import { applicationId, useKey } from './cipher.ts'
import { migrate, schemaVersion } from './migrate.ts'

/**
 * Opens the encrypted register and brings it to the program's schema. `key` is the raw 32-byte data key.
 * SQLCipher 4 on disk, so that other tools can read it. Fails with `vaultDamaged` or `vaultNewer`.
 * `beforeUpgrade` is called with the schema of a file of an older program.
 */
export function openRegister(
  path: string,
  key: Uint8Array,
  beforeUpgrade?: (db: Database.Database, found: number) => void,
): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: 5000 })
  try {
    unlockFile(db, key)
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      throw new AppFailure('vaultDamaged', {})
    const found = Number(db.pragma('user_version', { simple: true }))
    if (found < schemaVersion) beforeUpgrade?.(db, found)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Makes a new encrypted register at a path where no file is. */
export function createRegister(path: string, key: Uint8Array, version = schemaVersion): Database.Database {
  const db = new Database(path)
  unlockFile(db, key)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, version)
  return db
}

function unlockFile(db: Database.Database, key: Uint8Array): void {
  useKey(db, key)
  configure(db)
}

/** How the program works with its file, encrypted or (in measurements) not. */
export function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  // Sorts and temporary tables would otherwise be written to disk in plaintext.
  db.pragma('temp_store = MEMORY')
  db.pragma('mmap_size = 0')
  db.pragma('cache_size = -262144')
  db.pragma('secure_delete = ON')
  db.pragma('trusted_schema = OFF')
}
