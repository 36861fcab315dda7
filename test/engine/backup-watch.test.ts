import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { BackupWatch } from '../../src/main/engine/backup/watch.ts'
import { dispatch } from '../../src/main/engine/dispatch.ts'
import { fixedCost } from '../../src/main/engine/vault/kdf.ts'
import { VaultKeeper } from '../../src/main/engine/vault/keeper.ts'
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
import { firstBackupSettings } from '../../src/shared/model/backup.ts'
import { ports } from './open-session.ts'
import { newCase, passphrase, scratchFolder } from './register.ts'

/** What the program does about backups by itself, on which day by the clock of Almaty. */

async function openVault() {
  const root = scratchFolder()
  const backups = join(root, 'copies')
  let now = Date.parse('2026-11-23T06:00:00Z')
  const weak = fixedCost({ memoryKiB: 8_192, passes: 1, lanes: 1 })
  const clock = { now: () => now }
  const keeper = new VaultKeeper({ ...ports, clock }, join(root, 'vault'), () => undefined, weak)
  onTestFinished(() => keeper.lock())
  await keeper.create(passphrase, 'Ә. Қалиева')
  const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await dispatch(keeper, name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
    return result.value as never
  }
  const set = (change: Partial<typeof firstBackupSettings>): Promise<object> =>
    ask('backups.saveSettings', { ...firstBackupSettings, folder: backups, ...change })
  await set({})
  const watch = (): BackupWatch => {
    if (!keeper.backups) throw new Error('the vault is locked')
    return keeper.backups
  }
  return {
    keeper,
    backups,
    ask,
    set,
    /** Looks what is due at a moment; gives all that was done since the vault was made. */
    tendAt: async (moment: string): Promise<string[]> => {
      now = Date.parse(moment)
      await watch().tend()
      return runs()
    },
    runs,
    setClock: (moment: string) => void (now = Date.parse(moment)),
  }

  function runs(): string[] {
    const sql = 'SELECT kind, fault FROM backup_run ORDER BY id'
    const all = keeper.session?.query((db) => db.all<{ kind: string; fault: string | null }>(sql)) ?? []
    return all.map(({ kind, fault }) => (fault === null ? kind : `${kind}: ${fault}`))
  }
}

describe('by itself', () => {
  it('a backup is made once a day and a restore tried once a month, by the days of Almaty', async () => {
    const { tendAt, ask } = await openVault()
    const first = ['backup', 'drill']
    expect(await tendAt('2026-11-23T06:00:00Z')).toEqual(first)
    expect((await ask('backups.state', {})).lastGood?.checkedAt).toBe('2026-11-23T06:00:00.000Z')
    // 23:59 of that day, and 0:00 of the next.
    expect(await tendAt('2026-11-23T18:59:00Z')).toEqual(first)
    expect(await tendAt('2026-11-23T19:00:00Z')).toEqual([...first, 'backup'])
    // The last minute of November, and the first of December.
    expect(await tendAt('2026-11-30T18:59:00Z')).toEqual([...first, 'backup', 'backup'])
    expect(await tendAt('2026-11-30T19:00:00Z')).toEqual([...first, 'backup', 'backup', 'backup', 'drill'])
  })

  it('a register that was put back is copied at once, and lets go no backup that it knows nothing of', async () => {
    const { keeper, tendAt, ask, set, backups } = await openVault()
    await set({ keep: { daily: 1, weekly: 0, monthly: 0 } })
    const morning = await tendAt('2026-11-23T02:00:00Z')
    expect(morning).toEqual(['backup', 'drill'])
    const [older = ''] = readdirSync(backups)
    await ask('cases.register', newCase())
    await set({ keep: { daily: 2, weekly: 0, monthly: 0 } })
    await tendAt('2026-11-24T02:00:00Z')
    const [, newer = ''] = readdirSync(backups).toSorted()
    await keeper.lock()
    const secret = { kind: 'passphrase', typed: passphrase } as const
    await ask('vault.restore', { path: join(backups, older), secret })
    await tendAt('2026-11-24T03:00:00Z')
    const [, , own = ''] = readdirSync(backups).toSorted()
    expect(own).toBe('zhauap-20261124T030000Z')
    expect((await ask('backups.state', {})).lastGood).toMatchObject({ name: own })
    // It keeps one: the others go when 30 days are over.
    await tendAt('2026-12-23T03:00:00Z')
    expect(readdirSync(backups)).toContain(newer)
    await tendAt('2026-12-24T03:00:00Z')
    expect(readdirSync(backups)).toEqual(['zhauap-20261224T030000Z'])
  })

  it('a day’s work is copied every four hours, if there was any', async () => {
    const { tendAt, ask } = await openVault()
    const first = await tendAt('2026-11-23T04:00:00Z')
    await ask('cases.register', newCase())
    expect(await tendAt('2026-11-23T07:59:00Z')).toEqual(first)
    expect(await tendAt('2026-11-23T08:00:00Z')).toEqual([...first, 'backup'])
    expect(await tendAt('2026-11-23T12:00:00Z')).toEqual([...first, 'backup'])
  })

  it('what was done is copied before the register is left alone and locked, but not for every pause', async () => {
    const { tendAt, ask, setClock, runs } = await openVault()
    const first = await tendAt('2026-11-23T04:00:00Z')
    await ask('backups.beforeLock', {})
    expect(runs()).toEqual(first)
    await ask('cases.register', newCase())
    setClock('2026-11-23T04:00:00Z')
    await ask('backups.beforeLock', {})
    expect(runs()).toEqual(first)
    setClock('2026-11-23T05:00:00Z')
    await ask('backups.beforeLock', {})
    await ask('backups.beforeLock', {})
    expect(runs()).toEqual([...first, 'backup'])
  })

  it('a new key is copied at once, so that whoever opens by it finds it in the newest backup', async () => {
    const { keeper, tendAt, ask } = await openVault()
    const first = await tendAt('2026-11-30T04:00:00Z')
    const second = 'медь глина порох сургуч'
    await ask('keys.add', {
      name: 'Б. Ермеков',
      role: 'officer',
      passphrase: second,
      current: passphrase,
    })
    const copied = await tendAt('2026-11-30T04:01:00Z')
    expect(copied).toEqual([...first, 'backup'])
    expect(await tendAt('2026-11-30T04:02:00Z')).toEqual(copied)
    await keeper.lock()
    await keeper.unlock(second)
    await ask('backups.drill', {})
    expect((await ask('backups.state', {})).lastDrill?.fault).toBeNull()
  })

  it('nothing is done where that was not wanted, or no folder chosen', async () => {
    const { tendAt, set, backups } = await openVault()
    await set({ automatic: false })
    expect(await tendAt('2026-11-23T06:00:00Z')).toEqual([])
    await set({ folder: null })
    expect(await tendAt('2026-11-24T06:00:00Z')).toEqual([])
    expect(() => readdirSync(backups)).toThrow('ENOENT')
  })

  it('nothing is done for an auditor', async () => {
    const { keeper, tendAt, ask } = await openVault()
    const auditors = 'медь глина порох сургуч'
    await ask('keys.add', { name: 'Т. Аудитор', role: 'auditor', passphrase: auditors, current: passphrase })
    await keeper.lock()
    await keeper.unlock(auditors)
    expect(await tendAt('2026-11-23T06:00:00Z')).toEqual([])
  })

  it('a try that failed is told, and followed by another the next day', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { tendAt, ask, set, backups, runs } = await openVault()
    writeFileSync(backups, 'a file stands here')
    const failed = ['backup: folderUnwritable']
    expect(await tendAt('2026-11-23T06:00:00Z')).toEqual(failed)
    expect(await tendAt('2026-11-23T07:00:00Z')).toEqual(failed)
    await ask('backups.beforeLock', {})
    expect(runs()).toEqual(failed)
    expect((await ask('backups.state', {})).health).toBe('failed')
    await set({ folder: `${backups}-elsewhere` })
    expect(await tendAt('2026-11-24T06:00:00Z')).toEqual([...failed, 'backup', 'drill'])
    expect((await ask('backups.state', {})).health).toBe('good')
  })

  it('a drill that failed is told, and tried again with the next backup', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { tendAt, ask, backups } = await openVault()
    await tendAt('2026-11-23T06:00:00Z')
    const [name] = readdirSync(backups)
    writeFileSync(join(backups, name ?? '', 'register.db'), 'damaged')
    await expect(ask('backups.drill', {})).rejects.toThrow('backupDamaged')
    const health = async () => (await ask('backups.state', {})).health
    expect(await health()).toBe('drillFailed')
    const failed = ['backup', 'drill', 'drill: backupDamaged']
    expect(await tendAt('2026-11-23T07:00:00Z')).toEqual(failed)
    expect(await tendAt('2026-11-24T06:00:00Z')).toEqual([...failed, 'backup', 'drill'])
    expect(await health()).toBe('good')
  })

  it('a drill that failed is tried again with the next backup, though the clock was set back meanwhile', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { tendAt, ask, backups } = await openVault()
    await tendAt('2026-11-23T06:00:00Z')
    const [name] = readdirSync(backups)
    writeFileSync(join(backups, name ?? '', 'register.db'), 'damaged')
    await expect(ask('backups.drill', {})).rejects.toThrow('backupDamaged')
    const failed = ['backup', 'drill', 'drill: backupDamaged']
    expect(await tendAt('2026-11-22T06:00:00Z')).toEqual([...failed, 'backup', 'drill'])
  })

  it('backups of a clock that was ahead cost none of those after, and are not tried for the newest', async () => {
    const { tendAt, ask, set, backups } = await openVault()
    await set({ keep: { daily: 2, weekly: 0, monthly: 0 } })
    for (const day of [1, 2, 3]) await tendAt(`2036-03-0${day}T06:00:00Z`)
    for (const day of [24, 25, 26]) await tendAt(`2026-11-${day}T06:00:00Z`)
    const kept = ['20261125', '20261126', '20360302', '20360303'].map((day) => `zhauap-${day}T060000Z`)
    expect(readdirSync(backups).toSorted()).toEqual(kept)
    expect(await ask('backups.drill', {})).toEqual({ name: kept[1] })
    const found = await ask('vault.backupsIn', { folder: backups })
    expect(found.backups.map(({ name }) => name)).toEqual([1, 0, 3, 2].map((place) => kept[place]))
  })

  it('nothing ends where the register can not even be asked whether that is wanted', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { keeper } = await openVault()
    const { session } = keeper
    if (!session) throw new Error('the vault is locked')
    const query = vi.spyOn(session, 'query').mockImplementation(() => {
      throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT')
    })
    await keeper.backups?.tend()
    await keeper.backups?.finish()
    query.mockRestore()
    expect(complaints.mock.calls.join()).toContain('backups: SqliteError SQLITE_CORRUPT')
  })

  it('no drill begins once the vault is being locked, while a message is still on its way out', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { keeper, runs } = await openVault()
    const outbox = keeper.session?.outbox
    if (!outbox) throw new Error('the vault is locked')
    const tending = keeper.backups?.tend()
    const stop = outbox.stop.bind(outbox)
    vi.spyOn(outbox, 'stop').mockImplementation(() => Promise.resolve(tending).then(stop))
    await keeper.lock()
    await keeper.unlock(passphrase)
    expect(runs()).toEqual(['backup'])
    expect(complaints.mock.calls).toEqual([])
  })

  it('a backup that was not read through is read when the vault is next open', async () => {
    const { keeper, tendAt, ask, set } = await openVault()
    await ask('cases.register', newCase())
    await keeper.close()
    await keeper.unlock(passphrase)
    const checkedAt = async () => (await ask('backups.state', {})).lastGood?.checkedAt
    expect(await checkedAt()).toBeNull()
    await set({ automatic: false })
    await tendAt('2026-11-23T06:10:00Z')
    expect(await checkedAt()).toBeNull()
    await set({})
    await tendAt('2026-11-23T06:20:00Z')
    expect(await checkedAt()).toBe('2026-11-23T06:20:00.000Z')
  })

  it('a drill reads a backup through that was not read yet', async () => {
    const { keeper, ask } = await openVault()
    await ask('cases.register', newCase())
    await keeper.close()
    await keeper.unlock(passphrase)
    await ask('backups.drill', {})
    expect((await ask('backups.state', {})).lastGood?.checkedAt).toBe('2026-11-23T06:00:00.000Z')
  })

  it('one looks every minute', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { ask, runs } = await openVault()
    vi.advanceTimersByTime(59_000)
    expect(runs()).toEqual([])
    vi.advanceTimersByTime(1_000)
    // In turn: after the backup that was due.
    await ask('backups.drill', {})
    expect(runs().slice(0, 2)).toEqual(['backup', 'drill'])
  })
})
