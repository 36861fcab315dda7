import { _electron, type ElectronApplication } from '@playwright/test'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)

/** Whether Electron's own binary is installed; where it is not, the stand-in runs the program. */
export const realElectron = existsSync(join(dirname(require.resolve('electron/package.json')), 'dist'))
if (!realElectron) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/electron-stand-in')

/** The command that starts Electron, for a test that starts a process itself. */
export const electronCommand = (): string => require('electron/index.js') as string

export type Launch = {
  /** The program's folder; this repository if not given. */
  program?: string
  args?: string[]
  env?: Record<string, string>
  /** A folder that the test keeps; a fresh one, removed when the program ends, if not given. */
  userData?: string
}

/** Starts the program for a test. Close it with `app.close()`. */
export async function launchApp({
  program = root,
  args = [],
  env = {},
  userData,
}: Launch = {}): Promise<ElectronApplication> {
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'zhauap-test-'))
  const tidy = (): void => {
    if (userData === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const app = await _electron.launch({
      args: [program, `--user-data-dir=${folder}`, ...args],
      env: { ...inheritedEnv(), ...env },
      // The program chooses its theme itself; Playwright would force the light one.
      colorScheme: null,
    })
    app.process().once('exit', tidy)
    return app
  } catch (error) {
    tidy()
    throw error
  }
}

function inheritedEnv(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _dropped, ...env } = process.env
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
