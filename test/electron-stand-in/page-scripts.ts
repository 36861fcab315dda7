import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'
import { bridgeEnd } from './bridge.ts'
import { makeCodec } from './clone.ts'
import { loud } from './loud.ts'
import { type PreloadProcess, prepareMainWorld, runPreload } from './page-worlds.ts'

/** Characters of one protocol message at most: Chromium refuses messages of 100 MB, and is slower with long ones. */
export const chunkLength = 1024 * 1024

/** The sources to run in the two worlds of each document of a window. Throws when the preload has a syntax error. */
export function pageScripts(preloadPath: string | undefined, environment: PreloadProcess) {
  const secret = JSON.stringify(randomUUID())
  const bridgeIn = (world: string): string =>
    `(heard) => (${String(bridgeEnd)})(${secret}, '${world}', heard)`
  const main = call(prepareMainWorld, bridgeIn('page'))
  const isolated = call(
    runPreload,
    bridgeIn('preload'),
    call(makeCodec, '(bytes) => bytes.toBase64()', '(text) => Uint8Array.fromBase64(text)'),
    String(loud),
    JSON.stringify(environment),
    String(chunkLength),
    asFunction(preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8')),
  )
  compileFunction(isolated, [], { filename: preloadPath ?? 'preload' })
  return { main, isolated }
}

function call(callable: (...args: never[]) => unknown, ...args: string[]): string {
  return `(${String(callable)})(${args.join(', ')})`
}

function asFunction(commonJs: string): string {
  return `function (require, exports, module, process) {\n${commonJs}\n}`
}
