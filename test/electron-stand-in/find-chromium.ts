import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const headlessShells = ['chromium-headless-shell', 'chrome-headless-shell', 'headless_shell']
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a Chromium, or undefined; `ZHAUAP_CHROMIUM` wins. Without windows only the headless shell will do: the
 * full browser starts twice as slowly, and lets a test see a page before it is prepared.
 */
export function findChromium({ headless }: { headless: boolean }): string | undefined {
  const names = headless ? headlessShells : browsers
  return process.env['ZHAUAP_CHROMIUM'] || names.map(inPath).find((path) => path !== undefined)
}

/** A Chromium for tests, installed from Debian when there is none and we may. Throws what to install. */
export function ensureChromium(): string {
  const found = findChromium({ headless: true })
  if (found) return found
  if (process.getuid?.() !== 0 || !inPath('apt-get')) {
    throw new Error(
      'No headless Chromium found. Install it (Debian: sudo apt-get install chromium-headless-shell), ' +
        "or put chrome-headless-shell in PATH, or name the headless shell's path in ZHAUAP_CHROMIUM.",
    )
  }
  apt('update')
  if (!install('chromium-headless-shell'))
    throw new Error('apt-get could not install chromium-headless-shell.')
  if (!hasCyrillicFont() && !install('fonts-dejavu-core') && !install('fonts-noto-core')) {
    throw new Error(
      'apt-get could install no font with Cyrillic letters (fonts-dejavu-core, fonts-noto-core).',
    )
  }
  const installed = findChromium({ headless: true })
  if (!installed) throw new Error('apt-get installed chromium-headless-shell, but it is not in PATH.')
  return installed
}

function inPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function install(name: string): boolean {
  return apt('install', '-y', '--no-install-recommends', name)
}

function apt(...words: string[]): boolean {
  console.log(`apt-get ${words.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', words, { stdio: 'inherit', env }).status === 0
}

function hasCyrillicFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=kk'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

if (import.meta.main) console.log(ensureChromium())
