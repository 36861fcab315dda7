import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect } from 'vitest'
import { useKey } from '../../src/main/engine/db/cipher.ts'
import { KeyFile, openSlot } from '../../src/main/engine/vault/keys.ts'
import { passphrase, scratchFolder } from './register.ts'

/** The whole file as plaintext, free pages and shadow tables of the index among it: a copy, rekeyed to no key. */
export async function plaintextOf(folder: string): Promise<Buffer> {
  const { slots } = KeyFile.parse(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')))
  const [slot] = slots
  if (!slot || slot.kind === 'keychain') throw new Error('no typed slot')
  const key = await openSlot(slot, passphrase)
  if (!key) throw new Error('wrong passphrase')
  const copy = join(scratchFolder(), 'copy.db')
  for (const ending of ['', '-wal'])
    if (existsSync(join(folder, `register.db${ending}`)))
      copyFileSync(join(folder, `register.db${ending}`), `${copy}${ending}`)
  const db = new Database(copy)
  useKey(db, key)
  db.pragma('journal_mode = DELETE')
  db.rekey(Buffer.alloc(0))
  db.close()
  const bytes = readFileSync(copy)
  expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3')
  return bytes
}
