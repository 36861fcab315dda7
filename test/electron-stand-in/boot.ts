import { existsSync, readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { Chromium } from './chromium.ts'
import { findChromium } from './find-chromium.ts'
import { setChromium } from './host.ts'
import { watchDownloads } from './session.ts'

type Manifest = { main?: string; name?: string; productName?: string; version?: string }

const require = createRequire(import.meta.url)
const { required, entry } = readArguments(process.argv.slice(2))

process.argv = [app.getPath('exe'), ...process.argv.slice(2)]
resembleElectron()
for (const module of required) require(resolve(module))
await loadProgram(entry)
// As in Electron, the program's first lines still have a say in how Chromium starts.
startChromium()
app.becomeReady()

/** Electron's own reading: `-r module` any number of times, switches, then the program's folder or file. */
function readArguments(words: string[]): { required: string[]; entry: string } {
  const required: string[] = []
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? ''
    if (word === '-r' || word === '--require') required.push(words[++place] ?? '')
    else if (!word.startsWith('-')) return { required, entry: resolve(word) }
  }
  throw new Error('electron-stand-in: name the folder of the program: electron [-r module] [--switch] folder')
}

function resembleElectron(): void {
  const url = new URL('electron.ts', import.meta.url).href
  registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' || name === 'electron/main'
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(name, context),
  })
  const { version } = readManifest(dirname(require.resolve('../../node_modules/electron/package.json')))
  Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: version } })
  Object.defineProperty(process, 'type', { value: 'browser' })
  Object.defineProperty(process, 'defaultApp', { value: true })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

/** Windows are shown where there is a display; tests ask for none by a debugging port or by ZHAUAP_HEADLESS. */
function startChromium(): void {
  const { commandLine } = app
  const tested = commandLine.hasSwitch('remote-debugging-port') || commandLine.hasSwitch('inspect')
  const headless = tested || process.env['ZHAUAP_HEADLESS'] === '1'
  if (!headless && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    fail('there is no display (DISPLAY, WAYLAND_DISPLAY). Set ZHAUAP_HEADLESS=1 to run without windows.')
  }
  const path =
    findChromium({ headless }) ??
    fail(`no ${headless ? 'headless shell' : 'browser'} of Chromium found; see find-chromium.ts.`)
  const debuggingPort = commandLine.hasSwitch('remote-debugging-port')
    ? commandLine.getSwitchValue('remote-debugging-port')
    : undefined
  const chromium = new Chromium({ path, headless, debuggingPort, switches: commandLine.forChromium() })
  chromium.exited.then(() => app.exit(1), fail)
  watchDownloads(chromium.root)
  setChromium(chromium)
}

async function loadProgram(entry: string): Promise<void> {
  const manifest = existsSync(join(entry, 'package.json')) ? readManifest(entry) : undefined
  const { main = 'index.js', productName, name = 'Electron', version = '0.0.0' } = manifest ?? {}
  app.describe(manifest ? entry : dirname(entry), productName ?? name, version)
  try {
    await import(pathToFileURL(manifest ? join(entry, main) : entry).href)
  } catch (error) {
    console.error('App threw an error during load')
    throw error
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function fail(message: string): never {
  console.error(`electron-stand-in: ${message}`)
  process.exit(1)
}
