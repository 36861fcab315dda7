import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3-multiple-ciphers'
import { noteRemoved } from '../backup/removed.ts'
import type { Session } from '../session.ts'
import { clear, remove, syncFile, syncFolder, vaultPaths, type VaultPaths } from './files.ts'

const prefix = 'before-upgrade-'
const keptMs = 30 * 86_400_000

/**
 * Copies a vault of an older program, before its register is migrated, into a folder of its own inside it: a vault as it
 * was, which the older program opens. Nobody else has the vault open. `found`: the schema of the register.
 */
export function keepBeforeUpgrade(register: Database.Database, paths: VaultPaths, found: number): void {
  // What is still in the log comes into the file that is copied. A torn change must not stand behind migrations, either.
  register.pragma('wal_checkpoint(TRUNCATE)')
  const folder = join(paths.folder, `${prefix}${found}`)
  if (existsSync(folder)) return
  // What a program left that was cut off here.
  for (const name of readdirSync(paths.folder))
    if (/^draft-\w{6}$/.test(name)) rmSync(join(paths.folder, name), { recursive: true })
  const draft = vaultPaths(mkdtempSync(join(paths.folder, 'draft-')))
  try {
    copyFileSync(paths.register, draft.register)
    copyFileSync(paths.keys, draft.keys)
    for (const path of [draft.register, draft.keys]) syncFile(path)
    syncFolder(draft.folder)
    renameSync(draft.folder, folder)
    syncFolder(paths.folder)
  } catch (error) {
    rmSync(draft.folder, { recursive: true, force: true })
    throw error
  }
}

/** After a month the copies go, which is recorded: what is destroyed in the register must not live on in them. */
export function forgetUpgrades(session: Session, { folder }: VaultPaths): void {
  const now = session.ports.clock.now()
  const isOld = (name: string): boolean =>
    name.startsWith(prefix) && now - statSync(join(folder, name)).mtimeMs > keptMs
  const isCleared = (name: string): boolean =>
    clear('the register of before an upgrade', () => remove(join(folder, name)))
  noteRemoved(session, readdirSync(folder).filter(isOld).filter(isCleared))
}
