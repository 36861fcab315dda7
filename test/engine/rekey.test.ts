import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { createInterface } from 'node:readline'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { EngineEvent } from '../../src/shared/contract/index.ts'
import { randomFrom } from '../random.ts'
import { told } from './keys.ts'
import { newCase, openRegister, passphrase, startRegister } from './register.ts'

/** Moments of a kill besides those below, in the long run. */
const drawn = Number(process.env['ZHAUAP_REKEY_KILLS'] ?? 0)
const random = randomFrom(Number(process.env['ZHAUAP_SEED'] ?? 1))

describe('a new data key', () => {
  it('encrypts the whole register anew; only who asked for it still has a key', async () => {
    const { ask, fail, folder, events } = await openRegister()
    await ask('cases.register', newCase())
    const { code } = await ask('keys.makeRecoveryCode', { passphrase })
    const second = { name: 'Б. Ермеков', role: 'officer', passphrase: 'берег лодка весло туман' } as const
    await ask('keys.add', { ...second, current: passphrase })
    await ask('vault.lock', {})
    const before = readFileSync(join(folder, 'register.db'))
    await ask('vault.unlock', { passphrase })
    expect((await fail('keys.rekey', { passphrase: 'не та' })).code).toBe('passphraseWrong')
    events.length = 0
    await ask('keys.rekey', { passphrase })
    expectProgress(events)
    expect((await ask('vault.status', {})).ways).toEqual({ recovery: false, keychain: false })
    expect((await ask('keys.list', {})).slots).toMatchObject([{ officer: 'Ә. Қалиева', current: true }])
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
    expect(events.some((event) => 'changed' in event && event.changed.includes('cases'))).toBe(true)
    await ask('vault.lock', {})
    const after = readFileSync(join(folder, 'register.db'))
    for (let page = 0; page * 4096 < before.length; page += 1) {
      const bytes = before.subarray(page * 4096, (page + 1) * 4096)
      expect(after.subarray(page * 4096, (page + 1) * 4096).equals(bytes), `page ${page}`).toBe(false)
    }
    expect(readdirSync(dirname(folder))).toEqual(['vault'])
    expect((await fail('vault.unlockByCode', { code })).code).toBe('recoveryCodeWrong')
    await ask('vault.unlock', { passphrase })
    await ask('cases.register', newCase())
  })

  it('that can not be brought about leaves the vault open as it was', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { ask, fail, folder, app } = await openRegister()
    const { id } = await ask('cases.register', newCase())
    await app.close()
    const broken = startRegister({ folder, helper: new URL('file:///nowhere/helper.js') })
    await broken.ask('vault.unlock', { passphrase })
    expect((await broken.fail('keys.rekey', { passphrase })).code).toBe('internal')
    expect((await broken.ask('cases.card', { id })).number).toBe('ДС-2026-0001')
    expect(readdirSync(dirname(folder))).toEqual(['vault'])
    expect((await fail('cases.card', { id })).code).toBe('vaultLocked')
    // What can only be a fault of the program goes to the log, by its name and places.
    expect(complaints).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^keys\.rekey: Error MODULE_NOT_FOUND\n +at /),
    )
  })

  it.each(['vault.next-rekeyed', 'vault.rekeyed-20261123T060000Z'])(
    'leaves no register of the key before behind where it was cut off at %s',
    async (name) => {
      const { ask, folder, app } = await openRegister()
      await ask('cases.register', newCase())
      await app.close()
      cpSync(folder, join(dirname(folder), name), { recursive: true })
      writeFileSync(join(dirname(folder), name, 'заметки.txt'), 'Не наше')
      const after = startRegister({ folder })
      await after.ask('vault.unlock', { passphrase })
      expect((await after.ask('cases.card', { id: 1 })).number).toBe('ДС-2026-0001')
      expect(readdirSync(dirname(folder))).toEqual(['vault'])
      expect(readFileSync(join(folder, 'заметки.txt'), 'utf8')).toBe('Не наше')
    },
  )

  it('leaves alone what else lies in the folder of the vault', async () => {
    const { ask, folder } = await openRegister()
    const other = join(folder, 'копии')
    mkdirSync(other)
    writeFileSync(join(other, 'a'), 'Не наше')
    await ask('keys.rekey', { passphrase })
    expect(readFileSync(join(other, 'a'), 'utf8')).toBe('Не наше')
    expect(readdirSync(dirname(folder))).toEqual(['vault'])
  })

  it('keeps the vault open, and opens it, where the old files can not go yet', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { ask, folder, events } = await openRegister()
    mkdirSync(join(folder, 'lock-письма'))
    const inTheWay = join(folder, 'lock-письма')
    // As soon as the new register is open, and before the old files go.
    events.push = () => {
      const isSwapped = readdirSync(dirname(folder)).some((name) => name.startsWith('vault.rekeyed-'))
      if (isSwapped && !readdirSync(folder).includes('lock-письма')) symlinkSync('нигде', inTheWay)
      return 0
    }
    await ask('keys.rekey', { passphrase })
    const { code } = await ask('keys.makeRecoveryCode', { passphrase })
    await ask('vault.lock', {})
    await ask('vault.unlockByCode', { code })
    expect(complaints).toHaveBeenCalledTimes(2)
    expect(readdirSync(dirname(folder))).toHaveLength(2)
    await ask('vault.lock', {})
    rmSync(inTheWay)
    await ask('vault.unlock', { passphrase })
    expect(readdirSync(dirname(folder))).toEqual(['vault'])
    expect(readdirSync(folder)).toContain('lock-письма')
  })

  it('is safe against a kill at any moment', { timeout: 180_000 + drawn * 10_000 }, async () => {
    const { ask, folder, app } = await openRegister()
    for (let count = 0; count < 20; count += 1) {
      const attachments = [{ name: 'a', mime: '', bytes: new Uint8Array(200_000).fill(count) }]
      await ask('cases.register', newCase({ attachments }))
    }
    await ask('keys.makeRecoveryCode', { passphrase })
    const { entries } = await ask('audit.verify', {})
    await app.close()
    let deeds = 0
    for (const moment of moments) {
      const keys = readFileSync(join(folder, 'keys.json'), 'utf8')
      await killWhileRekeying(folder, moment)
      const after = startRegister({ folder })
      await after.ask('vault.unlock', { passphrase })
      const found = await after.ask('audit.verify', {})
      expect(found.brokenAt).toBeNull()
      expect(found.entries).toBeGreaterThan(entries)
      // A new data key is on record, and what opened the one before is forgotten.
      if (readFileSync(join(folder, 'keys.json'), 'utf8') !== keys) deeds += 1
      expect(await told(after, 'rekeyed')).toHaveLength(deeds)
      expect((await after.ask('keys.list', {})).slots).toHaveLength(deeds > 0 ? 1 : 2)
      expect(await told(after, 'keyGone')).toEqual([])
      await after.app.close()
      expect(readdirSync(dirname(folder))).toEqual(['vault'])
    }
    expect(deeds).toBeGreaterThan(0)
  })
})

/** From nothing to all of it, never back. */
function expectProgress(events: readonly EngineEvent[]): void {
  const told = events.flatMap((event) => ('progress' in event ? [event.progress] : []))
  const done = told.map((progress) => progress.done)
  const all = told[0]?.total ?? 0
  expect(all).toBeGreaterThan(100_000)
  expect(new Set(told.map(({ task, total }) => `${task} of ${total}`))).toEqual(new Set([`rekey of ${all}`]))
  expect([done.at(0), done.at(-1)]).toEqual([0, all])
  expect(done).toEqual(done.toSorted((a, b) => a - b))
}

/** So long after such a name stands beside the vault: while the copy grows, while it is encrypted, while it takes its place. */
type Moment = { beside: string; afterMs: number }
const moments: readonly Moment[] = [
  ...[0, 30, 80, 160].map((afterMs) => ({ beside: 'vault.new-', afterMs })),
  { beside: 'vault.next-rekeyed', afterMs: 0 },
  { beside: 'vault.rekeyed-', afterMs: 0 },
  ...Array.from({ length: drawn }, () => ({ beside: 'vault.new-', afterMs: random() * 400 })),
]

/** Starts a rekey in a process of its own and kills it at a moment of its work. */
async function killWhileRekeying(folder: string, { beside, afterMs }: Moment): Promise<void> {
  const child = spawn(process.execPath, ['test/engine/rekey-process.ts', folder, passphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await firstLine(child)
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(dirname(folder), (_event, name) => {
    if (name?.startsWith(beside)) timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  await once(child, 'exit')
  watcher.close()
  clearTimeout(timer)
  expect(timer, beside).toBeDefined()
}

async function firstLine({ stdout }: ChildProcess): Promise<void> {
  if (stdout) await once(createInterface(stdout), 'line')
}
