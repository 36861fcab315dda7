import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { openRegister } from '../../src/main/engine/db/open.ts'
import { vaultPaths } from '../../src/main/engine/vault/files.ts'
import { keyFileOf, sealSlot } from '../../src/main/engine/vault/keys.ts'
import { addHolder, addSlot } from '../../src/main/engine/vault/store.ts'

/** A vault around a register and its key. */
export async function makeVault(
  folder: string,
  { register, key, passphrase }: { register: string; key: Uint8Array; passphrase: string },
): Promise<void> {
  const random = { bytes: (size: number) => randomBytes(size) }
  const paths = vaultPaths(folder)
  mkdirSync(folder)
  renameSync(register, paths.register)
  const cost = { memoryKiB: 65_536, passes: 3, lanes: 1 }
  const slot = await sealSlot(key, { id: 'bench', kind: 'passphrase', secret: passphrase }, { random }, cost)
  writeFileSync(paths.keys, JSON.stringify(keyFileOf([slot])))
  const file = openRegister(paths.register, key)
  const db = wrapDatabase(file)
  const officerId = addHolder(db, { name: 'Д. Сериков', role: 'officer' })
  addSlot(db, { slotId: slot.id, officerId, madeAt: new Date().toISOString() })
  file.close()
}
