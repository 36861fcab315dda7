import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import type { App } from '../../src/main/engine/app.ts'
import { openRegister as openFile } from '../../src/main/engine/db/open.ts'
import { readKeyFile, vaultPaths } from '../../src/main/engine/vault/files.ts'
import { openSlot } from '../../src/main/engine/vault/keys.ts'
import { everything } from '../../src/shared/model/list.ts'
import { newCase, organisation, passphrase } from '../engine/register.ts'
import { damaged, jsonText } from './inputs.ts'
import { ask, expectAnswer, fewRuns, makeVault, notice, seed, startApp } from './register.ts'

/** The settings as they lie in the register, made into something that no program wrote. */

const scratch = mkdtempSync(join(tmpdir(), 'zhauap-fuzz-settings-'))
const vault = join(scratch, 'vault')

beforeAll(() => makeVault(vault))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

async function saveAll(app: App): Promise<void> {
  const server = {
    host: '127.0.0.1',
    port: 9,
    security: 'none',
    user: 'a',
    caPem: '',
    password: 'п',
  } as const
  const from = { fromName: 'Оператор', fromAddress: 'privacy@operator.example' }
  await ask(app, 'settings.saveSmtp', { ...server, ...from })
  const mailbox = { login: 'password', mailbox: 'INBOX', since: '2026-11-01', after: 'nothing', moveTo: '' }
  await ask(app, 'mailbox.save', { ...server, ...mailbox } as never)
  await ask(app, 'protection.save', await ask(app, 'protection.read', {}))
  await ask(app, 'backups.saveSettings', (await ask(app, 'backups.state', {})).settings)
  await ask(app, 'retention.saveTerm', { years: 3, basis: { ru: 'Приказ № 1', kk: '№ 1 бұйрық' } })
}

/** Another connection to the open register, in the test's own hands. */
async function tap(): Promise<Database.Database> {
  const paths = vaultPaths(vault)
  const [slot] = readKeyFile(paths).slots
  const key = slot?.kind === 'passphrase' ? await openSlot(slot, passphrase) : null
  if (!key) throw new Error('the passphrase does not open the vault')
  const connection = openFile(paths.register, key)
  onTestFinished(() => void connection.close())
  return connection
}

/** What reads settings, and the ways to set them anew. */
async function work(app: App): Promise<void> {
  const list = { search: 'а', filter: 'all', narrow: everything, sort: null, after: null, limit: 5 } as const
  for (const [name, input] of [
    ['settings.read', {}],
    ['protection.read', {}],
    ['backups.state', {}],
    ['mailbox.read', {}],
    ['retention.overview', {}],
    ['suppression.find', { contact: 'gulnar@example.com' }],
    ['reminders.counts', {}],
    ['day.sheet', {}],
    ['cases.list', list],
    ['letters.preview', notice(1)],
    ['mail.compose', { letterId: 1 }],
    ['audit.sendHead', { lang: 'ru' }],
    ['backups.make', {}],
    ['cases.register', newCase()],
  ] as const)
    expectAnswer(await app.dispatch(name, input))
}

it(
  'whatever stands in the settings, the register works, and they are set anew',
  async () => {
    const complaints = vi.spyOn(console, 'error')
    onTestFinished(() => complaints.mockRestore())
    const app = startApp(vault)
    onTestFinished(() => app.close())
    await ask(app, 'vault.unlock', { passphrase })
    await saveAll(app)
    const connection = await tap()
    const rows = connection.prepare('SELECT name, value FROM setting').all() as {
      name: string
      value: string
    }[]
    expect(rows.length).toBeGreaterThan(8)
    const set = connection.prepare('UPDATE setting SET value = ? WHERE name = ?')
    const change = fc.constantFrom(...rows).chain(({ name, value }) => {
      const json = name === 'suppressionKey' ? value : (JSON.parse(value) as unknown)
      const text = fc.oneof(damaged(fc.constant(json)).map(jsonText), fc.string({ unit: 'binary' }))
      return fc.record({ name: fc.constant(name), text })
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ name, text }) => {
        set.run(text, name)
        await work(app)
        await ask(app, 'settings.saveOrganisation', organisation)
        await saveAll(app)
        for (const { name: each, value } of rows) set.run(value, each)
        expect(complaints).not.toHaveBeenCalled()
      }),
      { numRuns: fewRuns, seed, endOnFailure: true },
    )
    expect(await ask(app, 'audit.verify', {})).toMatchObject({ brokenAt: null })
  },
  60_000 + fewRuns * 1_000,
)
