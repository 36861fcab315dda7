import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'
import { bridgeEnd } from './bridge.ts'
import { makeCodec } from './clone.ts'
import { loud } from './loud.ts'
import { type PreloadProcess, prepareMainWorld, runPreload } from './page-worlds.ts'

/** Characters of one protocol message at most: Chromium refuses messages of 100 MB, and is slower with long ones. */
export const chunkLength = 1024 * 1024

const pageCodec = `(${makeCodec})((bytes) => bytes.toBase64(), (text) => Uint8Array.fromBase64(text))`

/** The sources to run in the two worlds of each document of a window. Throws when the preload has a syntax error. */
export function pageScripts(preloadPath: string | undefined, environment: PreloadProcess) {
  const secret = JSON.stringify(randomUUID())
  const makeBridge = (here: string) => `(heard) => (${bridgeEnd})(${secret}, '${here}', heard)`
  const preload = preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8')
  const isolated = [
    `(${runPreload})(${makeBridge('preload')}, ${pageCodec}, ${loud}, ${JSON.stringify(environment)},`,
    `${chunkLength}, function (require, exports, module, process) {\n${preload}\n})`,
  ].join(' ')
  compileFunction(isolated, [], { filename: preloadPath ?? 'preload' })
  return { main: `(${prepareMainWorld})(${makeBridge('page')})`, isolated }
}
