import type Database from 'better-sqlite3-multiple-ciphers'

/** «ZHAU»: marks the file as ours; an empty or foreign file has another. */
export const applicationId = 0x5a484155

/** The cipher comes first, then the key. */
export function useKey(db: Database.Database, key: Uint8Array): void {
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  const raw = rawKey(key)
  db.key(raw)
  raw.fill(0)
  // Sorts and temporary tables would otherwise be written to disk in plaintext.
  db.pragma('temp_store = MEMORY')
}

/** 32 bytes as they are; without the mark they would be taken for a passphrase. The caller wipes it. */
export function rawKey(key: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('raw:'), key])
}
