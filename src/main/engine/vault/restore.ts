import { copyFileSync, existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readRecoveryCode } from '../../../core/vault/recovery-code.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { Role, SlotKind } from '../../../shared/model/key.ts'
import { listBackups, remove } from '../backup/folder.ts'
import { wrapDatabase } from '../db/db.ts'
import { schemaVersion } from '../db/migrate.ts'
import { openRegister } from '../db/open.ts'
import type { Ports } from '../ports.ts'
import { runHelper } from '../run-helper.ts'
import { readKeyFile, vaultExists, vaultPaths, type VaultPaths } from './files.ts'
import type { KeySlot } from './keys.ts'
import { holderOfSlot } from './store.ts'
import { trySlots } from './try-slots.ts'

type Secret = Input<'vault.restore'>['secret']
type Restorable = Output<'vault.backupsIn'>['backups'][number]

/**
 * The backups in a folder, newest first; where the folder is itself a backup, or a vault that was copied, that one. Fails
 * with `backupAbsent` where there is none.
 */
export function restorableIn(folder: string, now: number): Restorable[] {
  if (!existsSync(folder)) throw new AppFailure('backupAbsent', {})
  const beside = listBackups(dirname(folder), now).filter(({ path }) => path === folder)
  const found = beside.length > 0 ? beside : listBackups(folder, now)
  if (found.length === 0 && vaultExists(vaultPaths(folder))) return [describe(folder, null, 0)]
  if (found.length === 0) throw new AppFailure('backupAbsent', {})
  return found.map(({ path, madeAt, schema }) => describe(path, new Date(madeAt).toISOString(), schema))
}

function describe(path: string, madeAt: string | null, schema: number): Restorable {
  const paths = vaultPaths(path)
  const bytes = existsSync(paths.register) ? statSync(paths.register).size : 0
  return { path, name: basename(path), madeAt, bytes, newer: schema > schemaVersion, hasCode: hasCode(paths) }
}

function hasCode(paths: VaultPaths): boolean {
  try {
    return readKeyFile(paths).slots.some(({ kind }) => kind === 'recovery')
  } catch {
    return false
  }
}

export type Restored = {
  key: Uint8Array
  slotId: string
  slots: readonly KeySlot[]
  kind: SlotKind
  draft: VaultPaths
}

/**
 * Makes a vault of a backup beside the place of the vault: the key is found, the register read from end to end and brought
 * to this program's schema. Nothing else is touched; what fails leaves nothing behind, but wrong tries are counted as those
 * to open the vault are.
 */
export async function draftFromBackup(
  ports: Ports,
  vault: string,
  { path, secret }: Input<'vault.restore'>,
): Promise<Restored> {
  const from = vaultPaths(path)
  const { key, slotId } = await keyOf(ports, from, secret, vaultPaths(vault))
  mkdirSync(dirname(vault), { recursive: true })
  const draft = vaultPaths(mkdtempSync(`${vault}.new-`))
  try {
    copyBackup(from, draft)
    await asBackup(() =>
      runHelper(ports, {
        kind: 'inspect',
        check: 'integrity_check',
        path: draft.register,
        key: Uint8Array.from(key),
      }),
    )
    const role = await asBackup(() => Promise.resolve(upgrade(draft.register, key, slotId)))
    // An auditor may look into a backup on an empty machine, and puts none in the place of the officers' register.
    if (role === 'auditor' && vaultExists(vaultPaths(vault))) throw new AppFailure('auditorReadsOnly', {})
    return { key, slotId, slots: readKeyFile(draft).slots, kind: secret.kind, draft }
  } catch (error) {
    key.fill(0)
    await remove(draft.folder)
    throw error
  }
}

/** Brings a register to this program's schema; gives the role of whose slot opened it. */
function upgrade(path: string, key: Uint8Array, slotId: string): Role {
  const register = openRegister(path, key)
  try {
    return holderOfSlot(wrapDatabase(register), slotId)?.role ?? 'auditor'
  } finally {
    register.close()
  }
}

async function keyOf(
  ports: Ports,
  from: VaultPaths,
  { kind, typed }: Secret,
  vault: VaultPaths,
): Promise<{ key: Uint8Array; slotId: string }> {
  const secret = kind === 'recovery' ? codeOf(typed) : typed
  const tried = await asBackup(async () =>
    trySlots(readKeyFile(from).slots, ports, { kind, secret, fits: () => true }, vault),
  )
  return { key: tried.key, slotId: tried.slot.id }
}

function codeOf(typed: string): string {
  const read = readRecoveryCode(typed)
  if (!read.ok) throw new AppFailure('recoveryCodeMistyped', { group: read.group })
  return read.code
}

/** A vault that was copied by hand may have left its last changes in the WAL; a backup of ours has none. */
function copyBackup(from: VaultPaths, to: VaultPaths): void {
  for (const name of ['register.db', 'register.db-wal', 'keys.json']) {
    const source = join(from.folder, name)
    if (name !== 'register.db-wal' || existsSync(source)) copyFileSync(source, join(to.folder, name))
  }
}

/** What is wrong speaks of the backup: the vault may well be whole. */
async function asBackup<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppFailure)) throw isSqlite(error) ? new AppFailure('backupDamaged', {}) : error
    if (error.code === 'vaultDamaged' || error.code === 'keyFileDamaged')
      throw new AppFailure('backupDamaged', {})
    if (error.code === 'vaultAbsent') throw new AppFailure('backupAbsent', {})
    if (error.code === 'vaultNewer')
      throw new AppFailure('backupNewer', error.details as { found: number; supported: number })
    throw error
  }
}

function isSqlite(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
}
