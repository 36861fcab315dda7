import { wrapDatabase } from '../db/db.ts'
import { createRegister } from '../db/open.ts'
import { writeKeyFile, type VaultPaths } from './files.ts'
import { keyFileOf, type KeySlot } from './keys.ts'
import { addHolder, addSlot } from './store.ts'

type First = { key: Uint8Array; slot: KeySlot; officer: string; madeAt: string }

/** Makes the files of a new vault: an empty register with its first officer, and the slot that opens it. */
export function buildVault(draft: VaultPaths, { key, slot, officer, madeAt }: First): void {
  const connection = createRegister(draft.register, key)
  try {
    const db = wrapDatabase(connection)
    const officerId = addHolder(db, { name: officer, role: 'officer' })
    addSlot(db, { slotId: slot.id, officerId, madeAt })
  } finally {
    connection.close()
  }
  writeKeyFile(draft.keys, keyFileOf([slot]))
}
