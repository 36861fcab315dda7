import { mkdtempSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { AppFailure } from '../../../shared/errors.ts'
import { asFailure } from '../faults.ts'
import { readKeyFile, vaultPaths, type VaultPaths } from '../vault/files.ts'
import type { KeySlot } from '../vault/keys.ts'
import type { Opened } from '../vault/opened.ts'
import { readRegisterId } from '../settings/store.ts'
import { keysMark, listBackups, registerMark, remove, type Backup } from './folder.ts'
import { isOfOtherKey } from './key.ts'
import { workOnCopy } from './make.ts'
import { addRun, readBackupSettings } from './store.ts'

type Drilled = Pick<Opened, 'session' | 'key' | 'slotId'>

/**
 * Does with the newest backup what one would do after a disaster, in a folder of its own beside the vault: copies it, finds
 * in it the key that opened the vault today, among keys that are as they were left, and reads the register from end to end.
 * Fails as a backup does, and with `backupOtherKey` where the backup is older than the key.
 */
export async function drillRestore(opened: Drilled, vault: string): Promise<{ name: string }> {
  const { session } = opened
  const { folder } = session.query(readBackupSettings)
  if (folder === null) throw new AppFailure('backupFolderUnset', {})
  const start = performance.now()
  let name = ''
  try {
    const newest = newestBackup(opened, folder)
    name = newest.name
    await readAsRestored(opened, newest, vault)
    note(opened, { name, fault: null }, start)
    return { name }
  } catch (error) {
    const { code, details } = asFailure(error, 'backups.drill', folder).error
    note(opened, { name, fault: code }, start)
    throw new AppFailure(code, details)
  }
}

/** Those of a data key before this one are passed over. Fails with `backupAbsent`, or `backupOtherKey` where only those are. */
function newestBackup(opened: Drilled, folder: string): Backup {
  const mark = registerMark(opened.session.query(readRegisterId))
  const { clock } = opened.session.ports
  const own = listBackups(folder, clock.now()).filter(({ register }) => register === mark)
  const newest = own.find((backup) => !isOfOtherKey(opened, backup))
  if (!newest) throw new AppFailure(own.length > 0 ? 'backupOtherKey' : 'backupAbsent', {})
  return newest
}

async function readAsRestored(
  { session, key, slotId }: Drilled,
  { path, keys }: Backup,
  vault: string,
): Promise<void> {
  const scratch = vaultPaths(mkdtempSync(`${vault}.drill-`))
  try {
    const from = vaultPaths(path)
    await copyFile(from.keys, scratch.keys)
    await copyFile(from.register, scratch.register)
    const slots = slotsIn(scratch)
    const isAsLeft = keys !== undefined && keys === keysMark(scratch.keys)
    if (keys !== undefined && !isAsLeft) throw new AppFailure('backupDamaged', {})
    if (!slots.some(({ id }) => id === slotId))
      throw new AppFailure(isAsLeft ? 'backupOtherKey' : 'backupDamaged', {})
    await workOnCopy(session, {
      kind: 'inspect',
      check: 'integrity_check',
      path: scratch.register,
      key: Uint8Array.from(key),
    })
  } finally {
    await remove(scratch.folder)
  }
}

/** Without its keys no backup is of any use. */
function slotsIn(paths: VaultPaths): readonly KeySlot[] {
  try {
    return readKeyFile(paths).slots
  } catch {
    throw new AppFailure('backupDamaged', {})
  }
}

function note(
  { session }: Drilled,
  { name, fault }: { name: string; fault: string | null },
  start: number,
): void {
  const ms = Math.round(performance.now() - start)
  session.command(({ db, at, record, changed }) => {
    addRun(db, { kind: 'drill', at, name, fault, bytes: 0, ms, seq: 0 })
    record('backupDrilled', null, { name, failure: fault })
    changed('backups')
  })
}
