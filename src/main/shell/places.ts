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
  const root = app.isPackaged ? process.resourcesPath : app.getAppPath()
  return { vault, resources: join(root, 'resources') }
}
