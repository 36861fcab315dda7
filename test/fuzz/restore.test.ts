import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { passphrase } from '../engine/register.ts'
import { damagedBy, damages } from './damage.ts'
import { damaged, jsonText } from './inputs.ts'
import { ask, expectAnswer, fewRuns, makeVault, seed, startApp } from './register.ts'

/** Backups whose files were damaged, looked at and restored as the wizard does. */

const scratch = mkdtempSync(join(tmpdir(), 'zhauap-fuzz-restore-'))
const whole = join(scratch, 'whole')

beforeAll(async () => {
  const vault = join(scratch, 'prepared')
  await makeVault(vault)
  const app = startApp(vault)
  await ask(app, 'vault.unlock', { passphrase })
  const { settings } = await ask(app, 'backups.state', {})
  await ask(app, 'backups.saveSettings', { ...settings, folder: join(scratch, 'made'), automatic: false })
  const { name } = await ask(app, 'backups.make', {})
  await app.close()
  cpSync(join(scratch, 'made', name), join(whole, name), { recursive: true })
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

it(
  'a damaged backup is restored whole or refused in words, and leaves nothing behind',
  async () => {
    const complaints = vi.spyOn(console, 'error')
    onTestFinished(() => complaints.mockRestore())
    const [name = ''] = readdirSync(whole)
    const folder = join(scratch, 'backups')
    const place = join(scratch, 'place')
    const ofBytes = fc.record({
      file: fc.constantFrom('keys.json', 'backup.json', 'register.db'),
      damage: damages,
    })
    const ofValues = fc.constantFrom('keys.json', 'backup.json').chain((file) => {
      const value: unknown = JSON.parse(readFileSync(join(whole, name, file), 'utf8'))
      const put = damaged(fc.constant(value)).map((changed) => Buffer.from(jsonText(changed)))
      return fc.record({ file: fc.constant(file), damage: fc.record({ put }) })
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof(ofBytes, ofValues), async ({ file, damage }) => {
        for (const used of [folder, place]) rmSync(used, { recursive: true, force: true })
        cpSync(whole, folder, { recursive: true })
        const path = join(folder, name)
        writeFileSync(join(path, file), damagedBy(readFileSync(join(path, file)), damage))
        const vault = join(place, 'vault')
        const app = startApp(vault)
        expectAnswer(await app.dispatch('vault.backupsIn', { folder }))
        expectAnswer(await app.dispatch('vault.backupsIn', { folder: path }))
        const secret = { kind: 'passphrase', typed: passphrase } as const
        const restored = await app.dispatch('vault.restore', { path, secret })
        expectAnswer(restored)
        expect(existsSync(vault)).toBe(restored.ok)
        const found = restored.ok ? await ask(app, 'audit.verify', {}) : { brokenAt: null, faults: [] }
        expect(found).toMatchObject({ brokenAt: null, faults: [] })
        await app.close()
        const left = existsSync(place) ? readdirSync(place) : []
        expect(left.filter((each) => !['vault', 'vault.attempts.json'].includes(each))).toEqual([])
        expect(complaints).not.toHaveBeenCalled()
      }),
      { numRuns: fewRuns, seed, endOnFailure: true },
    )
  },
  60_000 + fewRuns * 2_000,
)
