import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRawHeader, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { embeddedIntegrity, makeFakeElectron } from './fake-electron.ts'

/** The program as it is packed, but for Electron's own binary: what is in it, what is not, and which fuses are blown. */

const version = String(createRequire(import.meta.url)('electron/package.json').version)
const systems = [
  { option: '--linux', folder: 'linux-unpacked', binary: 'zhauap', native: 'linux-x64' },
  { option: '--win', folder: 'win-unpacked', binary: 'zhauap.exe', native: 'win32-x64' },
]

for (const { option, folder, binary, native } of systems) {
  test(`packed by ${option}: the program and nothing else, with its fuses`, async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'zhauap-package-'))
    try {
      const electron = join(scratch, 'electron')
      const output = join(scratch, 'dist')
      makeFakeElectron(electron, version)
      execFileSync(
        'electron-builder',
        [
          '--config=electron-builder.config.mjs',
          option,
          'dir',
          '--x64',
          `-c.electronDist=${electron}`,
          `-c.directories.output=${output}`,
        ],
        { stdio: 'pipe' },
      )
      const app = join(output, folder)
      const archive = join(app, 'resources', 'app.asar')
      expectContents(listPackage(archive, { isPack: false }), native)
      expect(unpacked(app)).toEqual([`node_modules/better-sqlite3-multiple-ciphers/prebuilds/${native}.node`])
      expect(readdirSync(join(app, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
      expect(readdirSync(join(app, 'locales')).sort()).toEqual(
        option === '--linux' ? languages : expect.any(Array),
      )
      expect(readFileSync(join(app, 'docs', 'recovery.md'))).toEqual(readFileSync('docs/recovery.md'))
      // Electron's and Chromium's own licences lie beside the program.
      expect(readdirSync(app)).toEqual(
        expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
      )
      expect(statSync(archive).size).toBeLessThan(20 * 2 ** 20)
      await expectFuses(join(app, binary))
      if (option === '--win') {
        const value = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
        expect(embeddedIntegrity(readFileSync(join(app, binary)))).toEqual([
          { file: String.raw`resources\app.asar`, alg: 'SHA256', value },
        ])
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  })
}

const languages = ['en-US.pak', 'kk.pak', 'ru.pak']

function expectContents(entries: readonly string[], native: string): void {
  const names = entries.map((name) => name.replaceAll('\\', '/').slice(1))
  const tops = new Set(names.map((name) => name.split('/')[0]))
  expect(tops).toEqual(new Set(['node_modules', 'out', 'package.json', 'resources']))
  expect(names).toEqual(
    expect.arrayContaining([
      'out/main/index.js',
      'out/main/engine.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'out/main/licences.json',
      'resources/fonts/OFL.txt',
      'resources/packs/kz/operator.json',
    ]),
  )
  const packages = names.filter((name) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(name))
  expect(packages).toEqual(['node_modules/better-sqlite3-multiple-ciphers'])
  expect(names.filter((name) => name.endsWith('.node'))).toEqual([
    `node_modules/better-sqlite3-multiple-ciphers/prebuilds/${native}.node`,
  ])
  // No source, no test, no map, no demonstration, no invented person.
  expect(names.filter((name) => /\.(tsx?|map|eml|spec\.|test\.)|^resources\/demo/.test(name))).toEqual([])
}

function unpacked(app: string): string[] {
  const folder = join(app, 'resources', 'app.asar.unpacked')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}

async function expectFuses(binary: string): Promise<void> {
  const wire = await getCurrentFuseWire(binary)
  const state = (fuse: FuseV1Options): string => FuseState[wire[fuse] ?? -1] ?? 'unknown'
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: 'DISABLE',
    nodeOptions: 'DISABLE',
    inspect: 'DISABLE',
    integrity: 'ENABLE',
    onlyAsar: 'ENABLE',
    fileProtocol: 'DISABLE',
  })
}
