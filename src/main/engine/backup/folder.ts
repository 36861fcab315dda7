import { createHash, createHmac } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { keptBackups } from '../../../core/backup/rotation.ts'
import type { BackupSettings } from '../../../shared/model/backup.ts'
import { replaceFile, syncFolder, vaultPaths } from '../vault/files.ts'

/** `backup.json`, beside the register and its keys. It tells nothing of what the register holds. */
const Manifest = z.object({
  format: z.literal('zhauap-backup'),
  version: z.literal(1),
  /** Tells the backups of one register from those of another in the same folder. */
  register: z.string(),
  /** Tells backups of this data key from those of another, which it does not open. Older programs wrote none. */
  key: z.string().optional(),
  /** SHA-256 of `keys.json`, without which the register stays shut. Older programs wrote none. */
  keys: z.string().optional(),
  madeAt: z.iso.datetime(),
  schema: z.number().int(),
  bytes: z.number().int(),
})
export type Manifest = z.infer<typeof Manifest>
export type Backup = Omit<Manifest, 'madeAt'> & { name: string; path: string; madeAt: number }

const manifestFile = 'backup.json'
const draftPrefix = '.zhauap-draft-'
const staleDraftMs = 86_400_000

export function registerMark(registerId: string): string {
  return createHash('sha256').update(registerId).digest('hex').slice(0, 16)
}

/** Nothing of a random key of 32 bytes can be told from it. */
export function keyMark(key: Uint8Array): string {
  return createHmac('sha256', key).update('zhauap-backup').digest('hex').slice(0, 16)
}

/** A folder beside the backups, in which one is built. Those that a cut-off program left there a day ago are removed. */
export async function newDraft(folder: string, now: number): Promise<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.startsWith(draftPrefix) && now - statSync(path).mtimeMs > staleDraftMs) await remove(path)
  }
  return mkdtempSync(join(folder, draftPrefix))
}

/** What `backup.json` says of `keys.json`. */
export function keysMark(keyFile: string): string {
  return createHash('sha256').update(readFileSync(keyFile)).digest('hex')
}

/** Puts a finished draft among the backups, in one step: half a backup never stands there. Gives its name. */
export function placeDraft(draft: string, folder: string, manifest: Manifest): string {
  replaceFile(join(draft, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`)
  const stamp = manifest.madeAt.replace(/[-:]|\.\d+/g, '')
  let name = `zhauap-${stamp}`
  for (let more = 2; existsSync(join(folder, name)); more += 1) name = `zhauap-${stamp}-${more}`
  renameSync(draft, join(folder, name))
  syncFolder(folder)
  return name
}

/**
 * The backups in a folder, newest first, after them those that a clock made which was ahead of `now`. What is no backup of
 * ours is passed over.
 */
export function listBackups(folder: string, now: number): Backup[] {
  const isAhead = ({ madeAt }: Backup): number => Number(madeAt > now)
  return readdirSync(folder)
    .flatMap((name) => readBackup(join(folder, name), name))
    .toSorted((a, b) => isAhead(a) - isAhead(b) || b.madeAt - a.madeAt)
}

function readBackup(path: string, name: string): Backup[] {
  try {
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(path, manifestFile), 'utf8')))
    if (!existsSync(vaultPaths(path).register)) return []
    return [{ ...manifest, madeAt: Date.parse(manifest.madeAt), name, path }]
  } catch {
    return []
  }
}

/** The backup that stands in a folder by this name, if there is one. */
export function backupNamed(folder: string, name: string): Backup | undefined {
  return readBackup(join(folder, name), name)[0]
}

/** Removes what the rules let go of the backups of a register, if it may go, and names it. */
export async function rotate(
  folder: string,
  register: string,
  { keep, mayGo, now }: { keep: BackupSettings['keep']; mayGo: (backup: Backup) => boolean; now: number },
): Promise<string[]> {
  const own = listBackups(folder, now).filter((backup) => backup.register === register)
  const kept = keptBackups(own, keep, now)
  const gone = own.filter((backup) => !kept.has(backup) && mayGo(backup))
  for (const { path } of gone) await remove(path)
  return gone.map((backup) => backup.name)
}

/** A large file takes the disk half a second, in which the engine goes on. */
export function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 })
}
