import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import type { App } from '../../src/main/engine/app.ts'
import { newCase, passphrase } from '../engine/register.ts'
import { damagedBy, damages, wounded, wounds } from './damage.ts'
import { damaged, jsonText } from './inputs.ts'
import { ask, expectAnswer, makeVault, notice, resources, runs, seed, startApp } from './register.ts'

/** Files that come from outside, whole and damaged: e-mails, packs, and the files of a vault that was restored. */

const scratch = mkdtempSync(join(tmpdir(), 'zhauap-fuzz-files-'))
const prepared = join(scratch, 'prepared')
const timeout = 60_000 + runs * 1_000
const settings = { numRuns: runs, seed, endOnFailure: true }

beforeAll(() => makeVault(prepared))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const readBytes = (file: string): Uint8Array => new Uint8Array(readFileSync(file))

/** No bug is logged while the test runs; that a page of the register can't be read may be. */
function listenForBugs(): () => void {
  const complaints = vi.spyOn(console, 'error')
  onTestFinished(() => complaints.mockRestore())
  return () => {
    const bugs = complaints.mock.calls.filter(
      ([text]) => !/^\w+: SqliteError SQLITE_CORRUPT/.test(String(text)),
    )
    expect(bugs).toEqual([])
  }
}

async function openCopy(name: string, packs = resources): Promise<App> {
  const vault = join(scratch, name)
  cpSync(prepared, vault, { recursive: true })
  const app = startApp(vault, packs)
  onTestFinished(() => app.close())
  await ask(app, 'vault.unlock', { passphrase })
  return app
}

const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))

it('damaged e-mails are read and registered, or refused in words', { timeout }, async () => {
  const expectNoBug = listenForBugs()
  const app = await openCopy('emails')
  const files = filesOf(join(resources, 'demo'), '.eml')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), wounds, async (file, damage) => {
      const bytes = wounded(readBytes(file), damage)
      const read = await app.dispatch('intake.read', { bytes })
      expectAnswer(read)
      if (read.ok) {
        const { emailId } = read.value as { emailId: number }
        expectAnswer(await app.dispatch('cases.register', newCase({ emailId })))
      }
      expectNoBug()
    }),
    settings,
  )
})

it('a damaged pack is refused by the name of its file, or worked with', { timeout }, async () => {
  const expectNoBug = listenForBugs()
  const copy = join(scratch, 'resources')
  cpSync(resources, copy, { recursive: true })
  const app = await openCopy('packs', copy)
  const changes = fc.constantFrom(...filesOf(join(copy, 'packs'), '.json')).chain((file) => {
    const whole = readBytes(file)
    const json: unknown = JSON.parse(Buffer.from(whole).toString())
    const put = fc.oneof(
      damaged(fc.constant(json)).map(jsonText),
      wounds.map((damage) => wounded(whole, damage)),
    )
    return fc.record({ file: fc.constant(file), put })
  })
  await fc.assert(
    fc.asyncProperty(changes, async ({ file, put }) => {
      const whole = readBytes(file)
      await app.dispatch('vault.lock', {})
      writeFileSync(file, put)
      try {
        const unlocked = await app.dispatch('vault.unlock', { passphrase })
        expectAnswer(unlocked)
        if (unlocked.ok) await workOn(app)
      } finally {
        writeFileSync(file, whole)
      }
      expectNoBug()
    }),
    settings,
  )
})

/** What most packs have a part in. */
async function workOn(app: App): Promise<void> {
  expectAnswer(
    await app.dispatch('cases.register', newCase({ kind: 'rectification', documentsEnclosed: true })),
  )
  expectAnswer(await app.dispatch('cases.card', { id: 1 }))
  expectAnswer(await app.dispatch('letters.available', { caseId: 1 }))
  expectAnswer(await app.dispatch('letters.preview', notice(1)))
  expectAnswer(await app.dispatch('day.sheet', {}))
  expectAnswer(await app.dispatch('deadlines.pendingMoves', {}))
  expectAnswer(await app.dispatch('settings.read', {}))
}

it('a vault with damaged files opens, or says that it is damaged', { timeout }, async () => {
  const expectNoBug = listenForBugs()
  const vault = join(scratch, 'restored')
  const app = startApp(vault)
  onTestFinished(() => app.close())
  const change = fc.record({
    name: fc.constantFrom('keys.json', 'register.db'),
    damage: damages,
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ name, damage }) => {
      await app.dispatch('vault.lock', {})
      rmSync(vault, { recursive: true, force: true })
      cpSync(prepared, vault, { recursive: true })
      const whole = readBytes(join(prepared, name))
      writeFileSync(join(vault, name), damagedBy(whole, damage))
      const unlocked = await app.dispatch('vault.unlock', { passphrase })
      expectAnswer(unlocked)
      if (unlocked.ok) await workOn(app)
      expectNoBug()
    }),
    settings,
  )
})
