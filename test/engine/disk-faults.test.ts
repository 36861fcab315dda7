import {
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { inspectRegister } from '../../src/main/engine/db/inspect.ts'
import { openSlot } from '../../src/main/engine/vault/keys.ts'
import { readKeyFile, vaultPaths } from '../../src/main/engine/vault/files.ts'
import { asFailure } from '../../src/main/engine/faults.ts'
import { everything } from '../../src/shared/model/list.ts'
import { randomFrom } from '../random.ts'
import { smallDisk } from './disk.ts'
import { newCase, openRegister, passphrase, scratchFolder, startRegister } from './register.ts'

/** What the disk does to an open register, and to a closed one. The officer is told, and nothing acknowledged is lost. */

const list = { search: '', filter: 'all', narrow: everything, sort: null, after: null, limit: 10 } as const
const withFile = (bytes: number) =>
  newCase({ attachments: [{ name: 'скан', mime: '', bytes: new Uint8Array(bytes).fill(7) }] })
const mayMount = process.getuid?.() === 0

describe('a full disk', () => {
  it.skipIf(!mayMount)('refuses the deed whole, and goes on when there is room again', async ({ skip }) => {
    const disk = smallDisk(24)
    if (!disk) return skip('this process may mount no disk: the page limit of faults.test.ts stands for one')
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { ask, app } = await openRegister({ folder: join(disk, 'vault') })
    await ask('cases.register', newCase())
    writeFileSync(join(disk, 'films'), new Uint8Array(18 * 1_048_576))
    let taken = 1
    let answer = await app.dispatch('cases.register', withFile(500_000))
    for (; answer.ok; answer = await app.dispatch('cases.register', withFile(500_000))) taken += 1
    expect(answer).toEqual({ ok: false, error: { code: 'diskFull', details: {} } })
    expect((await ask('cases.list', list)).rows).toHaveLength(taken)
    // Locking works on a full disk, too, and so does opening as soon as there is some room.
    await ask('vault.lock', {})
    expect((await ask('vault.status', {})).state).toBe('locked')
    const complained = /^the lock is not on record: SqliteError SQLITE_FULL/m.test(
      complaints.mock.calls.join('\n'),
    )
    rmSync(join(disk, 'films'))
    await ask('vault.unlock', { passphrase })
    // The refused deed may have left just the room for it: the lock is on record, or the log says that it is not.
    const { entries } = await ask('audit.list', { before: null, limit: 500 })
    expect(entries.some(({ action }) => action === 'vaultLocked')).toBe(!complained)
    expect((await ask('cases.list', list)).rows).toHaveLength(taken)
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
    await ask('cases.register', withFile(500_000))
  })

  it.skipIf(!mayMount)(
    'leaves no half backup, says so, and keeps the backups there are',
    async ({ skip }) => {
      const disk = smallDisk(8)
      if (!disk) return skip('this process may mount no disk')
      const { ask, fail } = await openRegister()
      const { settings } = await ask('backups.state', {})
      const folder = join(disk, 'backups')
      await ask('backups.saveSettings', { ...settings, folder, automatic: false })
      const first = await ask('backups.make', {})
      await ask('cases.register', withFile(9 * 1_048_576))
      expect(await fail('backups.make', {})).toEqual({ code: 'diskFull', details: {} })
      expect(await ask('backups.state', {})).toMatchObject({
        health: 'failed',
        lastTry: { fault: 'diskFull' },
      })
      const { backups } = await ask('vault.backupsIn', { folder })
      expect(backups.map(({ name }) => name)).toEqual([first.name])
      expect((await ask('cases.list', list)).rows).toHaveLength(1)
    },
  )
})

describe('a file of the register', () => {
  it.each(['register.db', 'register.db-wal'])(
    '%s that is removed under the program: the next deed is refused, not lost',
    async (name) => {
      const { ask, fail, folder } = await openRegister()
      const { id } = await ask('cases.register', newCase())
      rmSync(join(folder, name))
      const gone = { code: 'vaultFileGone', details: { folder } }
      expect(await fail('cases.register', newCase())).toEqual(gone)
      expect(await fail('cases.addNote', { id, text: 'Пропала бы' })).toEqual(gone)
      // The list can still be read; a card is not shown where that can't go on record.
      expect((await ask('cases.list', list)).rows).toHaveLength(1)
      expect(await fail('cases.card', { id })).toEqual(gone)
      await ask('vault.lock', {})
      expect((await ask('vault.status', {})).state).toBe('locked')
    },
  )

  it('that is put back is worked on; a backup is not made of another', async () => {
    const { ask, fail, folder } = await openRegister()
    const backups = join(scratchFolder(), 'backups')
    const { settings } = await ask('backups.state', {})
    await ask('backups.saveSettings', { ...settings, folder: backups, automatic: false })
    const file = join(folder, 'register.db')
    renameSync(file, `${file}.away`)
    writeFileSync(file, 'что-то другое')
    expect((await fail('cases.register', newCase())).code).toBe('vaultFileGone')
    expect((await fail('backups.make', {})).code).toBe('vaultFileGone')
    renameSync(`${file}.away`, file)
    await ask('cases.register', newCase())
    await ask('backups.make', {})
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
  })

  it('that is gone when the vault is opened is damage, and the restored backup takes its place', async () => {
    const { ask, fail, folder } = await openRegister()
    const backups = join(scratchFolder(), 'backups')
    const { settings } = await ask('backups.state', {})
    await ask('backups.saveSettings', { ...settings, folder: backups, automatic: false })
    await ask('cases.register', newCase())
    const { name } = await ask('backups.make', {})
    await ask('vault.lock', {})
    rmSync(join(folder, 'register.db'))
    expect((await fail('vault.unlock', { passphrase })).code).toBe('vaultDamaged')
    const path = join(backups, name)
    await ask('vault.restore', { path, secret: { kind: 'passphrase', typed: passphrase } })
    expect((await ask('cases.list', list)).rows).toHaveLength(1)
  })
})

describe('a flipped bit', () => {
  it('in any page is found', { timeout: 180_000 }, async () => {
    const { ask, app, folder } = await openRegister()
    for (let count = 0; count < 5; count += 1) await ask('cases.register', withFile(20_000))
    await app.close()
    const { register } = vaultPaths(folder)
    const [slot] = readKeyFile(vaultPaths(folder)).slots
    const key = slot && slot.kind !== 'keychain' ? await openSlot(slot, passphrase) : null
    if (!key) throw new Error('the passphrase does not open the vault')
    expect(inspectRegister(register, key).cases).toBe(5)
    const whole = readFileSync(register)
    const pages = whole.length / 4_096
    expect(pages).toBeGreaterThan(100)
    const random = randomFrom(5)
    const copy = join(scratchFolder(), 'copy.db')
    const missed: number[] = []
    for (let page = 0; page < pages; page += 1) {
      const bytes = Uint8Array.from(whole)
      const at = page * 4_096 + Math.floor(random() * 4_096)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      writeFileSync(copy, bytes)
      for (const check of ['quick_check', 'integrity_check'] as const) {
        const found = codeOf(() => inspectRegister(copy, key, check))
        if (found !== 'vaultDamaged') missed.push(page)
      }
    }
    expect(missed).toEqual([])
  })

  it('in the log that a cut-off program left is told, where SQLite would silently leave out what came after', async () => {
    const { ask, folder } = await openRegister()
    for (let count = 0; count < 6; count += 1) await ask('cases.register', newCase())
    const copy = join(scratchFolder(), 'vault')
    cpSync(folder, copy, { recursive: true })
    const log = join(copy, 'register.db-wal')
    const middle = Math.floor(statSync(log).size / 2)
    const again = startRegister({ folder: copy })
    // In its head, which makes all that follows another's, or further on.
    for (const at of [2, 10, 18, 30, middle]) {
      flipBit(log, at)
      const damaged = readFileSync(log)
      expect((await again.fail('vault.unlock', { passphrase })).code, `at ${at}`).toBe('vaultDamaged')
      expect(readFileSync(log).equals(damaged)).toBe(true)
      flipBit(log, at)
    }
    await again.ask('vault.unlock', { passphrase })
    expect((await again.ask('cases.list', list)).rows).toHaveLength(6)
    // What the loss of power leaves of the last change, which nobody was told of, is no damage.
    await again.ask('vault.lock', {})
    cpSync(folder, copy, { recursive: true })
    flipBit(log, statSync(log).size - 100)
    await again.ask('vault.unlock', { passphrase })
    expect((await again.ask('cases.list', list)).rows).toHaveLength(5)
    // Who has no newer backup restores the vault's own folder, and has what stands before the damage.
    await again.ask('vault.lock', {})
    cpSync(folder, copy, { recursive: true })
    flipBit(log, middle)
    await again.ask('vault.restore', { path: copy, secret: { kind: 'passphrase', typed: passphrase } })
    expect((await again.ask('cases.list', list)).rows.length).toBeGreaterThan(0)
    expect(readdirSync(dirname(copy)).some((name) => name.startsWith('vault.replaced-'))).toBe(true)
  })

  it('in the last change, which the loss of power tore, is no damage, the second time neither', async () => {
    const { ask, folder } = await openRegister()
    const begin = statSync(join(folder, 'register.db-wal')).size
    await ask('cases.register', newCase({ text: 'Прошу сообщить. '.repeat(20_000) }))
    const torn = (from: string): string => {
      const to = join(scratchFolder(), 'vault')
      cpSync(from, to, { recursive: true })
      const log = join(to, 'register.db-wal')
      flipBit(log, Math.min(begin + 200, statSync(log).size - 100))
      return to
    }
    const once = startRegister({ folder: torn(folder) })
    await once.ask('vault.unlock', { passphrase })
    const twice = startRegister({ folder: torn(once.folder) })
    await twice.ask('vault.unlock', { passphrase })
    expect((await twice.ask('audit.verify', {})).brokenAt).toBeNull()
  })

  it('is told as damage by the call that meets it, or by the backup; no backup is replaced by it', async () => {
    const { ask, app, folder } = await openRegister()
    const backups = join(scratchFolder(), 'backups')
    const { settings } = await ask('backups.state', {})
    await ask('backups.saveSettings', { ...settings, folder: backups, automatic: false })
    const { id } = await ask('cases.register', withFile(200_000))
    const { name } = await ask('backups.make', {})
    await app.close()
    const file = join(folder, 'register.db')
    const size = statSync(file).size
    const kept = join(scratchFolder(), 'kept.db')
    copyFileSync(file, kept)
    const random = randomFrom(6)
    const told = new Set<string>()
    for (let round = 0; round < 12; round += 1) {
      copyFileSync(kept, file)
      flipBit(file, Math.floor(random() * size))
      const again = startRegister({ folder })
      const codes: string[] = []
      for (const [call, input] of [
        ['vault.unlock', { passphrase }],
        ['cases.card', { id }],
        ['backups.make', {}],
      ] as const) {
        const result = await again.app.dispatch(call, input)
        if (!result.ok) codes.push(result.error.code)
      }
      await again.app.close()
      codes.forEach((code) => told.add(code))
      expect(codes, `round ${round}`).not.toEqual([])
    }
    const expected = ['vaultDamaged', 'backupDamaged', 'vaultLocked']
    expect([...told].filter((code) => !expected.includes(code))).toEqual([])
    copyFileSync(kept, file)
    const last = startRegister({ folder })
    const found = await last.ask('vault.backupsIn', { folder: backups })
    expect(found.backups.map((backup) => backup.name)).toEqual([name])
  })
})

function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

function codeOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    return asFailure(error, 'test', '').error.code
  }
}

describe('a clock that was set back', () => {
  it('is told on the desk; numbers, the chain and the order of what was done do not depend on it', async () => {
    const { ask, clock } = await openRegister()
    await ask('cases.register', newCase())
    clock.set('2026-11-20T06:00:00Z')
    const { number } = await ask('cases.register', newCase())
    expect(number).toBe('ДС-2026-0002')
    expect((await ask('backups.state', {})).clockBehind).toBe('2026-11-23T06:00:00.000Z')
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase })
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
    clock.set('2026-11-23T06:05:00Z')
    expect((await ask('backups.state', {})).clockBehind).toBeNull()
  })
})
