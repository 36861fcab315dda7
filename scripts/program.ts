import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const standIn = join(root, 'test/electron-stand-in')

/** Whether windows can be shown here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

/** Builds the program into `out/`. */
export function buildProgram(): void {
  execFileSync('electron-vite', ['build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    ...throughShell(),
  })
}

/** Opens the program's window in Electron, or in the stand-in where Electron's binary can't be had. Resolves when it is closed. */
export function runProgram(args: readonly string[]): Promise<number> {
  const electron = findElectron() ?? useStandIn()
  const child = spawn(electron, [root, ...args], { stdio: 'inherit' })
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}

function findElectron(): string | undefined {
  const installed = electronBinary()
  if (installed) return installed
  console.log('Electron’s binary is not installed; trying to download it…')
  spawnSync('install-electron', [], { cwd: root, stdio: 'ignore', timeout: 300_000, ...throughShell() })
  return electronBinary()
}

function electronBinary(): string | undefined {
  const require = createRequire(import.meta.url)
  if (!existsSync(join(dirname(require.resolve('electron/package.json')), 'dist'))) return undefined
  return String(require('electron'))
}

function useStandIn(): string {
  console.log(
    'Electron’s binary can’t be had here: the stand-in shows the same windows in Chromium (test/electron-stand-in).',
  )
  return join(standIn, 'electron')
}

/** On Windows the commands of node_modules/.bin are scripts of the shell. */
function throughShell(): { shell: boolean } {
  return { shell: process.platform === 'win32' }
}
