import { dirname, resolve } from 'node:path'
import type { Output } from '../../shared/contract/index.ts'
import type { EngineClient } from './engine-client.ts'

/** Calls of the engine that name a folder, and where in their input. */
export const namingFolder = {
  'backups.saveSettings': 'folder',
  'vault.backupsIn': 'folder',
  'vault.restore': 'path',
} as const

/** Folders that the officer picked in the system's dialog since the program started. */
const picked = new Set<string>()

export function notePicked(folder: string): void {
  picked.add(resolve(folder))
}

/**
 * Whether a call names no folder but one that the officer picked, a backup in it, or where backups go already. A page that
 * was taken over must not send the register, or the engine, to a place of its own: that may be another computer
 * (`\\server\share`).
 */
export async function namesPickedFolder(
  engine: Pick<EngineClient, 'call'>,
  name: string,
  input: unknown,
): Promise<boolean> {
  const folder = folderIn(name, input)
  if (folder === null) return true
  const places = name === 'vault.restore' ? [folder, dirname(folder)] : [folder]
  if (places.some((place) => picked.has(place))) return true
  return name === 'backups.saveSettings' && folder === (await folderInUse(engine))
}

/** Null where none is named; what is no text the engine refuses by itself. */
function folderIn(name: string, input: unknown): string | null {
  if (!Object.hasOwn(namingFolder, name) || typeof input !== 'object' || input === null) return null
  const named: unknown = Reflect.get(input, namingFolder[name as keyof typeof namingFolder])
  return typeof named === 'string' ? resolve(named) : null
}

async function folderInUse(engine: Pick<EngineClient, 'call'>): Promise<string | null> {
  const state = await engine.call('backups.state', {})
  const folder = state.ok ? (state.value as Output<'backups.state'>).settings.folder : null
  return folder && resolve(folder)
}
