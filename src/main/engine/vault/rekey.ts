import { mkdtempSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { noteTouchedRows, sealTouched } from '../audit/row-seals-store.ts'
import { appendEntries } from '../audit/store.ts'
import { remove } from '../backup/folder.ts'
import { wrapDatabase } from '../db/db.ts'
import { openRegister } from '../db/open.ts'
import type { Ports } from '../ports.ts'
import { runHelper } from '../run-helper.ts'
import { lockVault, swapVault, vaultPaths, writeKeyFile, type VaultPaths } from './files.ts'
import { keyFileOf, type KeySlot } from './keys.ts'
import { heldSlots, removeSlot } from './store.ts'

const lookMs = 200

type Rekey = {
  paths: VaultPaths
  key: Uint8Array
  nextKey: Uint8Array
  slot: KeySlot
  /** Whose deed it is, by name. */
  officer: string
  onProgress: (done: number, total: number) => void
}

/** Puts a vault encrypted anew in the place of a closed one, which no other program may open meanwhile. */
export async function swapRekeyed(ports: Ports, rekey: Rekey): Promise<void> {
  const release = lockVault(rekey.paths)
  let draft: VaultPaths
  try {
    draft = await draftRekeyed(ports, rekey)
  } finally {
    release()
  }
  swapVault(rekey.paths, draft, ports.clock.now(), 'rekeyed')
}

/**
 * Builds the vault anew beside its place, encrypted by another data key that one slot opens. The vault itself is only
 * read: wherever this is cut off, it stands as it was. What fails leaves nothing behind.
 */
async function draftRekeyed(ports: Ports, rekey: Rekey): Promise<VaultPaths> {
  const { paths, nextKey, slot, onProgress } = rekey
  const draft = vaultPaths(mkdtempSync(`${paths.folder}.new-`))
  const total = 2 * statSync(paths.register).size
  let furthest = 0
  // The journal of the work grows as far as the file is long; at the end it goes, and nothing was undone by that.
  const look = (): void => {
    furthest = Math.max(furthest, sizeOf(draft.register) + sizeOf(`${draft.register}-journal`))
    onProgress(Math.min(total, furthest), total)
  }
  const looking = setInterval(look, lookMs)
  onProgress(0, total)
  try {
    await copyFile(paths.register, draft.register)
    const keys = { key: Uint8Array.from(rekey.key), nextKey: Uint8Array.from(nextKey) }
    await runHelper(ports, { kind: 'rekey', path: draft.register, ...keys })
    recordRekeyed(ports, draft, rekey)
    writeKeyFile(draft.keys, keyFileOf([slot]))
    onProgress(total, total)
    return draft
  } catch (error) {
    await remove(draft.folder)
    throw error
  } finally {
    clearInterval(looking)
  }
}

/** The draft takes the place of the vault with its deed on record, and without the slots that hold another key. */
function recordRekeyed(
  { clock, random }: Ports,
  draft: VaultPaths,
  { nextKey, slot, officer }: Pick<Rekey, 'nextKey' | 'slot' | 'officer'>,
): void {
  const connection = openRegister(draft.register, nextKey)
  try {
    noteTouchedRows(connection)
    const db = wrapDatabase(connection)
    const at = new Date(clock.now()).toISOString()
    connection.transaction(() => {
      for (const { slotId } of heldSlots(db)) if (slotId !== slot.id) removeSlot(db, slotId)
      const entry = { at, actor: officer, action: 'rekeyed', caseId: null, details: {} } as const
      appendEntries(db, random, [entry], sealTouched(db, random))
    })()
  } finally {
    connection.close()
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
