import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { Licence } from '../../src/shared/model/licence.ts'

const parts = ['main', 'preload', 'renderer']

/** Packages that the code of a build came from, by its own source maps: another witness than the one that wrote the list. */
function packagesInMaps(folder: string): string[] {
  const maps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.map'),
  )
  const sources = maps.flatMap((name) => {
    const { sources: paths } = z
      .object({ sources: z.array(z.string()) })
      .parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    return paths.map((path) => join(folder, dirname(name), path))
  })
  const names = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [])
  return [...new Set(names)].sort()
}

test('every package in the program is listed with the text of its licence, and so are its fonts', () => {
  const out = resolve('node_modules/.cache/zhauap-licences', String(process.pid))
  mkdirSync(out, { recursive: true })
  try {
    execFileSync('electron-vite', ['build', '--sourcemap', '--outDir', out, '--logLevel', 'error'])
    const listed = parts.flatMap((part) =>
      z.array(Licence).parse(JSON.parse(readFileSync(join(out, part, 'licences.json'), 'utf8'))),
    )
    const names = listed.map(({ name }) => name)
    const bundled = parts.flatMap((part) => packagesInMaps(join(out, part)))
    expect(bundled).toEqual(expect.arrayContaining(['zod', 'react', 'pdfkit', 'nodemailer', '@mantine/core']))
    expect(bundled.filter((name) => !names.includes(name))).toEqual([])
    expect(names).toEqual(
      expect.arrayContaining([
        'electron',
        'better-sqlite3-multiple-ciphers',
        '@fontsource-variable/golos-text',
        'Noto Serif',
      ]),
    )
    // What obliges to give away the source, or says nothing, is found out here and not by a lawyer later.
    // A licence that leaves the choice of MIT prints the others beside it.
    const bad = listed.filter(
      ({ licence, text }) =>
        text.length < 200 || (!/\bMIT\b/.test(licence) && /GNU (AFFERO|GENERAL)/i.test(text)),
    )
    expect(bad.map(({ name }) => name)).toEqual([])
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
