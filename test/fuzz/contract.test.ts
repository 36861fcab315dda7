import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { App } from '../../src/main/engine/app.ts'
import type { Call } from '../../src/shared/contract/call.ts'
import { engineContract } from '../../src/shared/contract/index.ts'
import { passphrase } from '../engine/register.ts'
import { inputsOf } from './inputs.ts'
import { ask, expectAnswer, makeVault, notice, resources, runs, seed, startApp } from './register.ts'

/** Every call of the contract, asked with what its schema allows and with what it does not. */

const home = process.cwd()
const scratch = mkdtempSync(join(tmpdir(), 'zhauap-fuzz-'))
const prepared = join(scratch, 'prepared')

const calls = Object.entries(engineContract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, call]): [string, Call] => [`${noun}.${verb}`, call]),
)

beforeAll(async () => {
  // A call that takes a folder must not find the repository in it.
  process.chdir(scratch)
  await makeVault(prepared)
})

afterAll(() => {
  process.chdir(home)
  rmSync(scratch, { recursive: true, force: true })
})

/** A message that waits, and what only memory holds: a letter that was previewed, by the words that name it. */
async function hold(app: App): Promise<string[]> {
  const bytes = new Uint8Array(readFileSync(join(resources, 'demo/access-ru.eml')))
  await ask(app, 'intake.read', { bytes })
  const { sha256 } = await ask(app, 'letters.preview', notice(2))
  return [sha256]
}

/** No server is asked: names and ports of servers become those of a port of this machine that is closed. */
function withoutServers(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  return {
    ...input,
    ...('host' in input && typeof input.host === 'string' ? { host: '127.0.0.1' } : {}),
    ...('port' in input && typeof input.port === 'number' ? { port: 9 } : {}),
  }
}

/** A copy of the prepared vault, open; opened again, or made anew, where a call has locked it or changed its keys. */
async function openCopy(vault: string): Promise<{ app: () => App; reopen: () => Promise<void> }> {
  const copy = async (): Promise<App> => {
    rmSync(vault, { recursive: true, force: true })
    cpSync(prepared, vault, { recursive: true })
    const fresh = startApp(vault)
    await ask(fresh, 'vault.unlock', { passphrase })
    return fresh
  }
  let app = await copy()
  onTestFinished(() => app.close())
  return {
    app: () => app,
    reopen: async () => {
      if ((await ask(app, 'vault.status', {})).state === 'open') return
      if ((await app.dispatch('vault.unlock', { passphrase })).ok) return
      await app.close()
      app = await copy()
    },
  }
}

describe(`each call with ${runs} inputs`, () => {
  it.for(calls)('%s', { timeout: 60_000 + runs * 200 }, async ([name, call]) => {
    const complaints = vi.spyOn(console, 'error')
    onTestFinished(() => complaints.mockRestore())
    const { app, reopen } = await openCopy(join(scratch, name))
    const known = await hold(app())
    await fc.assert(
      fc.asyncProperty(inputsOf(call.input, known), async (input) => {
        await reopen()
        expectAnswer(await app().dispatch(name, withoutServers(input)))
        expect(complaints).not.toHaveBeenCalled()
      }),
      { numRuns: runs, seed, endOnFailure: true },
    )
    await reopen()
    expect(await ask(app(), 'audit.verify', {})).toMatchObject({ brokenAt: null })
  })
})
