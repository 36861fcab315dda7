import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3-multiple-ciphers'
import { AppFailure } from '../../../shared/errors.ts'
import { describeFault } from '../faults.ts'
import { KeyFile, type KeySlot } from './keys.ts'

/** What lies in the folder of a vault. */
export type VaultPaths = { folder: string; register: string; keys: string; lock: string; attempts: string }

export function vaultPaths(folder: string): VaultPaths {
  return {
    folder,
    register: join(folder, 'register.db'),
    keys: join(folder, 'keys.json'),
    lock: join(folder, 'lock'),
    attempts: join(folder, 'attempts.json'),
  }
}

/** Either file shows that a vault is, or was, here: nothing is ever created over it. */
export function vaultExists(paths: VaultPaths): boolean {
  return existsSync(paths.keys) || existsSync(paths.register)
}

/**
 * Builds a vault beside its place and moves it there in one step, so that a half-made vault never stands.
 * Fails with `vaultExists` or `folderUnwritable`.
 */
export function placeVault(paths: VaultPaths, build: (draft: VaultPaths) => void): void {
  if (vaultExists(paths)) throw new AppFailure('vaultExists', {})
  mkdirSync(dirname(paths.folder), { recursive: true })
  const draft = vaultPaths(mkdtempSync(`${paths.folder}.new-`))
  try {
    build(draft)
    syncFolder(draft.folder)
    if (existsSync(paths.folder)) rmdirSync(paths.folder)
    renameSync(draft.folder, paths.folder)
    syncFolder(dirname(paths.folder))
  } catch (error) {
    rmSync(draft.folder, { recursive: true, force: true })
    throw error
  }
}

/** Why a vault takes the place of another; the one before is kept as `*.replaced-…`, or lies there as `*.rekeyed-…`. */
type Swap = 'replaced' | 'rekeyed'

/**
 * Puts a finished vault in the place of another, which lies beside it from then on. Wherever this is cut off,
 * `finishSwap` goes on at the next start.
 */
export function swapVault(paths: VaultPaths, draft: VaultPaths, now: number, swap: Swap = 'replaced'): void {
  for (const path of [draft.register, draft.keys]) syncFile(path)
  syncFolder(draft.folder)
  renameSync(draft.folder, nextOf(paths, swap))
  syncFolder(dirname(paths.folder))
  finishSwap(paths, now)
}

/** Ends a swap that was cut off; else does nothing. */
export function finishSwap(paths: VaultPaths, now: number): void {
  const swap = (['replaced', 'rekeyed'] as const).find((one) => existsSync(nextOf(paths, one)))
  if (!swap) return
  if (existsSync(paths.folder)) renameSync(paths.folder, `${paths.folder}.${swap}-${stampOf(now)}`)
  renameSync(nextOf(paths, swap), paths.folder)
  syncFolder(dirname(paths.folder))
}

/** Removes what a program that was cut off was building beside the vault. Run it where no other program can be at work. */
export function clearDrafts(paths: VaultPaths): void {
  for (const draft of beside(paths, /^\.(new|drill)-[A-Za-z0-9]{6}$/))
    clear('what was begun beside the vault', () => remove(draft))
}

/** Removes the register of before a new data key. Run it once the new one is open. */
export function clearRekeyed(paths: VaultPaths): void {
  for (const aside of beside(paths, /^\.rekeyed-\d{8}T\d{6}Z$/))
    clear('the register of before a new data key', () => {
      keepOthers(aside, paths)
      remove(aside)
    })
}

/**
 * Clears away what nobody needs any more; false: it stays. What can't be removed now, as another program has it open, is no
 * reason to keep the vault shut, and goes the next time.
 */
export function clear(what: string, removeIt: () => void): boolean {
  try {
    removeIt()
    return true
  } catch (error) {
    console.error(`${what} stays: ${describeFault(error)}`)
    return false
  }
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

function beside(paths: VaultPaths, what: RegExp): string[] {
  const parent = dirname(paths.folder)
  const own = basename(paths.folder)
  return readdirSync(parent)
    .filter((name) => name.startsWith(own) && what.test(name.slice(own.length)))
    .map((name) => join(parent, name))
}

/** What the program itself puts into the folder of a vault. */
const ours =
  /^((register\.db|lock)(-wal|-shm|-journal)?|keys\.json(\.new|\.found-.+)?|attempts\.json(\.new)?|before-upgrade-\d+|draft-\w{6})$/

/** Takes over what else lies in a folder that goes: it is not the program's to remove. */
function keepOthers(from: string, { folder }: VaultPaths): void {
  for (const name of readdirSync(from))
    if (!ours.test(name) && !existsSync(join(folder, name))) renameSync(join(from, name), join(folder, name))
}

function nextOf(paths: VaultPaths, swap: Swap): string {
  return `${paths.folder}.${swap === 'replaced' ? 'next' : 'next-rekeyed'}`
}

export function writeKeyFile(path: string, keyFile: KeyFile): void {
  placeFile(draftKeyFile(path, keyFile), path)
}

/** Writes a key file beside its place; gives where. */
export function draftKeyFile(path: string, keyFile: KeyFile): string {
  return draftFile(path, `${JSON.stringify(keyFile, null, 2)}\n`)
}

/** Puts a small file in the place of another in one durable step. */
export function replaceFile(path: string, text: string): void {
  placeFile(draftFile(path, text), path)
}

function draftFile(path: string, text: string): string {
  const draft = `${path}.new`
  writeFileSync(draft, text, { mode: 0o600, flush: true })
  return draft
}

export function placeFile(draft: string, path: string): void {
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/** A moment as part of a file's name, to the second. `now`: milliseconds since 1970. */
export function stampOf(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
}

/**
 * Fails with `vaultAbsent` where no vault is, `vaultDamaged` where its register is gone, `keyFileDamaged` where its key file
 * is, or can't be read: that of a backup opens the register as well.
 */
export function readKeyFile(paths: VaultPaths): KeyFile {
  if (!vaultExists(paths)) throw new AppFailure('vaultAbsent', {})
  if (!existsSync(paths.register)) throw new AppFailure('vaultDamaged', {})
  try {
    return parseKeyFile(readFileSync(paths.keys, 'utf8'))
  } catch {
    throw new AppFailure('keyFileDamaged', {})
  }
}

function parseKeyFile(text: string): KeyFile {
  return KeyFile.parse(JSON.parse(text))
}

/** Whether a text is that of a key file with these slots and no others. */
export function holdsSlots(text: string, slots: readonly KeySlot[]): boolean {
  try {
    return isDeepStrictEqual(parseKeyFile(text).slots, slots)
  } catch {
    return false
  }
}

/**
 * Keeps other processes off the vault until the returned function is called or this process ends, however it ends.
 * SQLite's own file lock does it on every system. Fails with `vaultInUse`.
 */
export function lockVault(paths: VaultPaths): () => void {
  const holder = new Database(paths.lock, { timeout: 0 })
  try {
    holder.pragma('locking_mode = EXCLUSIVE')
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    const isBusy = error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY'
    throw isBusy ? new AppFailure('vaultInUse', {}) : error
  }
  return () => holder.close()
}

/** What was copied is durable only after this. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** A new name in a folder is durable only when the folder is. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
