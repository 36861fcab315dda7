import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { z } from 'zod'
import type { Licence } from '../src/shared/model/licence.ts'

/** The folder of a package within the path of one of its modules. */
const packageFolder = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/@]+(?=\/)/

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default(''),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
})

/**
 * Writes `licences.json` beside a bundle: every package that a module or a font of it came from, and what comes along
 * besides, with the whole text of its licence. A package without any stops the build.
 */
export function licences(besides: readonly Licence[] = []): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const folders = new Set<string>()
      for (const id of this.getModuleIds()) {
        const folder = packageFolder.exec(id.replaceAll('\\', '/'))?.[0]
        if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder)
      }
      const found = [...besides, ...[...folders].sort().map(licenceOf)]
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(found) })
    },
  }
}

/** What a package says of itself. Some name the MIT licence and leave its text out. */
export function licenceOf(folder: string): Licence {
  const { name, version, license, author } = Manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  )
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  if (file) return { name, version, licence: license, text: readFileSync(join(folder, file), 'utf8').trim() }
  if (license !== 'MIT' || !author) throw new Error(`${name}: no text of its licence`)
  return { name, version, licence: license, text: mit(typeof author === 'string' ? author : author.name) }
}

/** What lies in the program and is no module of the bundle. */
export function besides(): Licence[] {
  const fonts = readFileSync('resources/fonts/OFL.txt', 'utf8').trim()
  return [
    licenceOf('node_modules/electron'),
    licenceOf('node_modules/better-sqlite3-multiple-ciphers'),
    { name: 'SQLite3 Multiple Ciphers', version: '', licence: 'MIT', text: mit('Ulrich Telle') },
    { name: 'Noto Serif', version: '', licence: 'OFL-1.1', text: fonts },
  ]
}

function mit(holder: string): string {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
