import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { getRawHeader, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { embeddedIntegrity, iconSides, makeFakeElectron } from './fake-electron.ts'

/** The program as it is packed, but for Electron's own binary: what is in it, what is not, and which fuses are blown. */

const require = createRequire(import.meta.url)
const version = String(require('electron/package.json').version)
const ownVersion = String(require('../../package.json').version)
/** Where Debian's own packer is, a .deb is made, too. */
const makesDeb = existsSync('/usr/bin/dpkg-deb')
const systems = [
  {
    option: '--linux',
    target: makesDeb ? 'deb' : 'dir',
    folder: 'linux-unpacked',
    binary: 'zhauap',
    native: 'linux-x64',
  },
  { option: '--win', target: 'dir', folder: 'win-unpacked', binary: 'zhauap.exe', native: 'win32-x64' },
]

for (const { option, target, folder, binary, native } of systems) {
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
          target,
          '--x64',
          `-c.electronDist=${electron}`,
          `-c.directories.output=${output}`,
        ],
        { stdio: 'pipe', env: { ...process.env, CUSTOM_FPM_PATH: resolve('test/package/fpm') } },
      )
      const app = join(output, folder)
      const archive = join(app, 'resources', 'app.asar')
      expectContents(listPackage(archive, { isPack: false }), native)
      expect(unpacked(app)).toEqual([`node_modules/better-sqlite3-multiple-ciphers/prebuilds/${native}.node`])
      expect(readdirSync(join(app, 'resources')).sort()).toEqual(
        target === 'deb'
          ? ['app.asar', 'app.asar.unpacked', 'apparmor-profile']
          : ['app.asar', 'app.asar.unpacked'],
      )
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
      if (target === 'deb') expectDeb(join(output, `zhauap-${ownVersion}-linux-amd64.deb`))
      if (option === '--win') {
        const value = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
        expect(iconSides(readFileSync(join(app, binary)))).toContain(256)
        expect(embeddedIntegrity(readFileSync(join(app, binary)))).toEqual([
          { file: String.raw`resources\app.asar`, alg: 'SHA256', value },
        ])
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  })
}

test('an installer is made for each system: for one person or for all, with the icon of the program', async () => {
  const { default: config } = (await import(resolve('electron-builder.config.mjs'))) as {
    default: Installers
  }
  const { win, nsis, linux, mac, appImage } = config
  expect([win.target, linux.target, mac.target]).toEqual(['nsis', ['AppImage', 'deb'], 'dmg'])
  // Asked by the installer: for me alone without an administrator, or for all with one.
  expect(nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: true })
  expect(nsis.deleteAppDataOnUninstall).toBe(false)
  expect(appImage.executableArgs).toEqual([])
  expect(mac.files).toContain('!**/better-sqlite3-multiple-ciphers/prebuilds/!(darwin-${arch}.node)')
  for (const icon of [win.icon, mac.icon, ...sides.map((side) => join(linux.icon, `${side}.png`))])
    expect(existsSync(icon), icon).toBe(true)
})

type Installers = {
  win: { target: string; icon: string }
  nsis: { deleteAppDataOnUninstall: boolean }
  linux: { target: string[]; icon: string }
  mac: { target: string; icon: string; files: string[] }
  appImage: { executableArgs: string[] }
}

const sides = ['32x32', '64x64', '128x128', '256x256', '512x512']

/** Where the program lies on Debian, who starts it, what it needs; its scripts are electron-builder's own. */
function expectDeb(path: string): void {
  // Whatever language the machine speaks, its tar writes letters as they are.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const told = (...args: string[]): string => execFileSync('dpkg-deb', args, { encoding: 'utf8', env })
  const field = (name: string): string => told('--field', path, name).trim()
  expect([field('Package'), field('Version'), field('Architecture')]).toEqual(['zhauap', ownVersion, 'amd64'])
  expect(field('Depends')).toContain('libsecret-1-0')
  const entries = told('--contents', path)
    .split('\n')
    .map((line) => line.split(' ./').at(-1) ?? '')
  expect(entries).toEqual(
    expect.arrayContaining([
      'opt/Жауап/zhauap',
      'opt/Жауап/resources/app.asar',
      'opt/Жауап/LICENSE.electron.txt',
      'opt/Жауап/docs/recovery.md',
      'usr/share/applications/zhauap.desktop',
      ...sides.map((side) => `usr/share/icons/hicolor/${side}/apps/zhauap.png`),
    ]),
  )
  const entry = execFileSync(
    'sh',
    ['-c', 'dpkg-deb --fsys-tarfile "$1" | tar -xO ./usr/share/applications/zhauap.desktop', 'sh', path],
    {
      encoding: 'utf8',
    },
  )
  expect(entry).toContain('Name=Жауап')
  expect(entry).toMatch(/^Exec="?\/opt\/Жауап\/zhauap"? %U$/m)
  expect(entry).not.toContain('--no-sandbox')
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
