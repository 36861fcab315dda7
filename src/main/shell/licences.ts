import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { Licence } from '../../shared/model/licence.ts'

/** What the build found in each part of the program, once each and by name. */
export async function readLicences(): Promise<Licence[]> {
  const parts = await Promise.all(
    ['main', 'preload', 'renderer'].map(async (part) => {
      const file = join(app.getAppPath(), 'out', part, 'licences.json')
      return z.array(Licence).parse(JSON.parse(await readFile(file, 'utf8')))
    }),
  )
  const byName = new Map(parts.flat().map((one) => [`${one.name} ${one.version}`, one]))
  return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
