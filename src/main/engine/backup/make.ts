import { copyFile, mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { AppFailure } from '../../../shared/errors.ts'
import { schemaVersion } from '../db/migrate.ts'
import { asFailure } from '../faults.ts'
import type { HelperTask } from '../helper.ts'
import { runHelper } from '../run-helper.ts'
import type { Session } from '../session.ts'
import { readRegisterId } from '../settings/store.ts'
import { vaultPaths, writeKeyFile } from '../vault/files.ts'
import type { Opened } from '../vault/opened.ts'
import { keyFileOf } from '../vault/keys.ts'
import { keyMark, keysMark, newDraft, placeDraft, registerMark, remove, type Manifest } from './folder.ts'
import { addRun, lastSeq, readBackupSettings } from './store.ts'

type Made = { name: string; bytes: number }

/**
 * Copies the open register and its keys, and puts the copy among the backups once the key opens it; `checkBackup` reads it
 * from end to end. How it ended is recorded, whichever way. Fails with `backupFolderUnset`, `backupDamaged` or a fault of
 * the disk.
 */
export async function makeBackup(
  { session, key, keys }: Pick<Opened, 'session' | 'key' | 'keys'>,
  vault: string,
): Promise<Made> {
  const { folder } = session.query(readBackupSettings)
  if (folder === null) throw new AppFailure('backupFolderUnset', {})
  const start = performance.now()
  try {
    const made = await build({ session, key, keys }, vault, folder)
    await onRecord(() => note(session, { ...made, fault: null }, start), join(folder, made.name))
    return { name: made.name, bytes: made.bytes }
  } catch (error) {
    const { code, details } = asFailure(error, 'backups.make', folder).error
    note(session, { name: '', bytes: 0, seq: 0, fault: code }, start)
    throw new AppFailure(code, details)
  }
}

/** A copy that the register can't tell of, damaged as it may be itself, would be read and removed by nobody. */
async function onRecord(record: () => void, path: string): Promise<void> {
  try {
    record()
  } catch (error) {
    await remove(path)
    throw error
  }
}

async function build(
  { session, key, keys }: Pick<Opened, 'session' | 'key' | 'keys'>,
  vault: string,
  folder: string,
): Promise<Made & { seq: number }> {
  await mkdir(folder, { recursive: true })
  const now = session.ports.clock.now()
  const mark = keyMark(key)
  const draft = await newDraft(folder, now)
  try {
    const { register: path } = vaultPaths(draft)
    const seq = await copyRegister(session, vaultPaths(vault).register, path)
    writeKeyFile(vaultPaths(draft).keys, keyFileOf(keys.slots))
    const { schema } = await workOnCopy(session, { kind: 'settle', path, key: Uint8Array.from(key) })
    const { size: bytes } = await stat(path)
    const register = registerMark(session.query(readRegisterId))
    const madeAt = new Date(now).toISOString()
    const manifest: Manifest = {
      format: 'zhauap-backup',
      version: 1,
      register,
      key: mark,
      keys: keysMark(vaultPaths(draft).keys),
      madeAt,
      schema,
      bytes,
    }
    return { name: placeDraft(draft, folder, manifest), bytes, seq }
  } finally {
    await remove(draft)
  }
}

/** The file stands still while it is copied, and work goes on beside it. Gives the last entry that the copy holds. */
async function copyRegister(session: Session, from: string, to: string): Promise<number> {
  const seq = await session.holdStill(async () => {
    const last = session.query(lastSeq)
    await copyFile(from, to)
    return last
  })
  await sync(to)
  return seq
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

/** What is wrong with a copy speaks of the backup, not of the vault. */
export async function workOnCopy(session: Session, task: HelperTask): Promise<{ schema: number }> {
  try {
    const found = await runHelper(session.ports, task)
    if (found.schema !== schemaVersion) throw new AppFailure('backupDamaged', {})
    return found
  } catch (error) {
    const isDamaged = error instanceof AppFailure && error.code === 'vaultDamaged'
    throw isDamaged ? new AppFailure('backupDamaged', {}) : error
  }
}

function note(
  session: Session,
  { name, bytes, seq, fault }: Made & { seq: number; fault: string | null },
  start: number,
): void {
  const ms = Math.round(performance.now() - start)
  session.command(({ db, at, record, changed }) => {
    addRun(db, { kind: 'backup', at, name, fault, bytes, ms, seq })
    if (fault === null) record('backupMade', null, { name, bytes })
    else record('backupFailed', null, { failure: fault })
    changed('backups')
  })
}
