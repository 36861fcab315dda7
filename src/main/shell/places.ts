import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app } from 'electron'

/** Where things lie: the vault by `--vault=DIR` or in the user's data, the packs beside the program. */
export function findPlaces(): { vault: string; resources: string } {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { vault: { type: 'string' } },
    strict: false,
  })
  if (values.vault === true || values.vault === '') throw new Error('--vault needs a folder: --vault=DIR')
  const vault =
    typeof values.vault === 'string' ? resolve(values.vault) : join(app.getPath('userData'), 'vault')
  return { vault, resources: resourcesFolder() }
}

/** Packs, fonts and icons: part of the program, so that the check of its integrity covers them. */
export function resourcesFolder(): string {
  return join(app.getAppPath(), 'resources')
}
