import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { checkBackup } from '../../src/main/engine/backup/check.ts'
import { VaultKeeper } from '../../src/main/engine/vault/keeper.ts'
import { firstBackupSettings } from '../../src/shared/model/backup.ts'
import { comeBack, otherPassphrase } from './keys.ts'
import { ports } from './open-session.ts'
import {
  newCase,
  openRegister,
  passphrase,
  scratchFolder,
  startRegister,
  type TestRegister,
} from './register.ts'

/** A register with one case, and a folder for its backups. */
async function withBackups(): Promise<TestRegister & { backups: string }> {
  const register = await openRegister()
  const backups = join(scratchFolder(), 'copies')
  await register.ask('backups.saveSettings', { ...firstBackupSettings, folder: backups })
  await register.ask('cases.register', newCase())
  return { ...register, backups }
}

describe('a backup', () => {
  it('is whole while one works, and is restored by passphrase onto an empty machine', async () => {
    const { ask, app, backups } = await withBackups()
    const [made] = await Promise.all([
      ask('backups.make', {}),
      ...Array.from({ length: 20 }, () => ask('cases.register', newCase())),
    ])
    expect(readdirSync(backups)).toEqual([made.name])
    expect(readdirSync(join(backups, made.name)).toSorted()).toEqual([
      'backup.json',
      'keys.json',
      'register.db',
    ])
    expect(await ask('backups.state', {})).toMatchObject({
      health: 'good',
      lastGood: { name: made.name, checkedAt: expect.any(String) },
    })
    await app.close()

    const elsewhere = startRegister()
    const found = await elsewhere.ask('vault.backupsIn', { folder: backups })
    const path = found.backups.at(-1)?.path ?? ''
    expect(
      (await elsewhere.fail('vault.restore', { path, secret: { kind: 'passphrase', typed: 'не та' } })).code,
    ).toBe('passphraseWrong')
    expect((await elsewhere.ask('vault.status', {})).state).toBe('absent')
    await elsewhere.ask('vault.restore', { path, secret: { kind: 'passphrase', typed: passphrase } })
    expect(await elsewhere.ask('vault.status', {})).toMatchObject({ state: 'open', officer: 'Ә. Қалиева' })
    expect((await elsewhere.ask('audit.verify', {})).brokenAt).toBeNull()
    expect((await elsewhere.ask('cases.card', { id: 1 })).number).toBe('ДС-2026-0001')
    await elsewhere.ask('cases.register', newCase())
    expect(await elsewhere.ask('backups.state', {})).toMatchObject({
      health: 'restored',
      restoredAt: expect.any(String),
    })
    await elsewhere.ask('backups.make', {})
    expect(await elsewhere.ask('backups.state', {})).toMatchObject({ health: 'good', restoredAt: null })
  })

  it('is restored by the recovery code over a damaged vault, which is kept aside', async () => {
    const { ask, fail, folder, backups } = await withBackups()
    const { code } = await ask('keys.makeRecoveryCode', { passphrase })
    const { name } = await ask('backups.make', {})
    await ask('vault.lock', {})
    const file = join(folder, 'register.db')
    const damaged = readFileSync(file).fill(0xaa, 0, 4096)
    writeFileSync(file, damaged)
    expect((await fail('vault.unlock', { passphrase })).code).toBe('vaultDamaged')
    const secret = { kind: 'recovery', typed: code } as const
    await ask('vault.restore', { path: join(backups, name), secret })
    expect(await ask('vault.status', {})).toMatchObject({ state: 'open', openedBy: 'recovery' })
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
    const aside = readdirSync(join(folder, '..')).find((entry) => entry.startsWith('vault.replaced-'))
    expect(readFileSync(join(folder, '..', aside ?? '', 'register.db')).equals(damaged)).toBe(true)
  })

  it.each(['where no vault is', 'over a vault'])('%s is not guessed at without a wait', async (where) => {
    const { ask, folder, backups } = await withBackups()
    const { name } = await ask('backups.make', {})
    await ask('vault.lock', {})
    const desk = startRegister(where === 'over a vault' ? { folder } : {})
    const attempt = (typed: string) =>
      ({ path: join(backups, name), secret: { kind: 'passphrase', typed } }) as const
    for (let count = 0; count < 3; count += 1)
      expect((await desk.fail('vault.restore', attempt('не та'))).code).toBe('passphraseWrong')
    expect((await desk.fail('vault.restore', attempt(passphrase))).code).toBe('unlockDelayed')
    desk.clock.set('2026-11-23T06:01:00Z')
    await desk.ask('vault.restore', attempt(passphrase))
    const { entries } = await desk.ask('audit.list', {
      filter: { action: 'vaultRestored' },
      before: null,
      limit: 9,
    })
    expect(entries).toMatchObject([{ details: { failures: 3 } }])
    expect(existsSync(`${desk.folder}.attempts.json`)).toBe(false)
  })

  it('that was cut off while it took the place of the vault takes it at the next start', async () => {
    const { ask, app, folder, backups } = await withBackups()
    const { name } = await ask('backups.make', {})
    await ask('cases.register', newCase())
    await app.close()
    cpSync(join(backups, name), `${folder}.next`, { recursive: true })
    const next = startRegister({ folder })
    await next.ask('vault.unlock', { passphrase })
    await expect(next.ask('cases.card', { id: 2 })).rejects.toThrow('caseNotFound')
    expect(existsSync(`${folder}.next`)).toBe(false)
  })

  it('that is damaged, newer or none is refused in plain words, and the vault is as it was', async () => {
    const { ask, fail, folder, backups } = await withBackups()
    const { name } = await ask('backups.make', {})
    await ask('vault.lock', {})
    const secret = { kind: 'passphrase', typed: passphrase } as const
    const restore = async (change: (file: string) => void): Promise<string> => {
      const path = join(scratchFolder(), 'copy')
      cpSync(join(backups, name), path, { recursive: true })
      change(path)
      return (await fail('vault.restore', { path, secret })).code
    }
    expect(
      await restore((path) => {
        const register = join(path, 'register.db')
        const bytes = readFileSync(register)
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 1000) ^ 1, bytes.length - 1000)
        writeFileSync(register, bytes)
      }),
    ).toBe('backupDamaged')
    expect(await restore((path) => writeFileSync(join(path, 'keys.json'), '{'))).toBe('backupDamaged')
    expect((await fail('vault.restore', { path: join(backups, 'none'), secret })).code).toBe('backupAbsent')
    expect((await fail('vault.backupsIn', { folder: join(backups, 'none') })).code).toBe('backupAbsent')
    mkdirSync(join(backups, 'empty'))
    expect((await fail('vault.backupsIn', { folder: join(backups, 'empty') })).code).toBe('backupAbsent')
    await ask('vault.unlock', { passphrase })
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
    expect(readdirSync(join(folder, '..'))).toEqual(['vault'])
  })

  it('into a folder that can not be written is told, recorded and shown; nothing else stops', async () => {
    const { ask, fail, backups } = await withBackups()
    writeFileSync(backups, 'a file stands here')
    expect((await fail('backups.make', {})).code).toBe('folderUnwritable')
    expect(await ask('backups.state', {})).toMatchObject({
      health: 'failed',
      lastGood: null,
      lastTry: { fault: 'folderUnwritable' },
    })
    await ask('cases.register', newCase())
  })

  it('is made when the program ends if anything is new, and not when it is only locked', async () => {
    const { ask, app, folder, backups } = await withBackups()
    await ask('vault.lock', {})
    expect(existsSync(backups)).toBe(false)
    await ask('vault.unlock', { passphrase })
    await app.close()
    expect(readdirSync(backups)).toHaveLength(1)
    const again = startRegister({ folder })
    await again.ask('vault.unlock', { passphrase })
    // Nobody waits at the end until it is read.
    expect((await again.ask('backups.state', {})).lastGood?.checkedAt).toBeNull()
    await again.app.close()
    expect(readdirSync(backups)).toHaveLength(1)
  })

  it('is rotated; that of another register in the same folder and what is no backup stay', async () => {
    const { ask, clock, backups } = await withBackups()
    await ask('backups.saveSettings', {
      ...firstBackupSettings,
      folder: backups,
      keep: { daily: 2, weekly: 0, monthly: 0 },
    })
    const other = await openRegister()
    await other.ask('backups.saveSettings', { ...firstBackupSettings, folder: backups })
    const { name: others } = await other.ask('backups.make', {})
    mkdirSync(join(backups, 'photos'))
    const names: string[] = []
    for (const day of ['24', '25', '26']) {
      clock.set(`2026-11-${day}T06:00:00Z`)
      names.push((await ask('backups.make', {})).name)
    }
    expect(readdirSync(backups).toSorted()).toEqual([others, 'photos', ...names.slice(1)].toSorted())
    const filter = { action: 'backupRemoved' } as const
    const removed = await ask('audit.list', { filter, before: null, limit: 9 })
    expect(removed.entries.map(({ details }) => details)).toEqual([{ name: names[0] }])
    // The clock was set back: the backup just made is the oldest by its date, and stays.
    clock.set('2026-01-01T06:00:00Z')
    const { name } = await ask('backups.make', {})
    expect(readdirSync(backups)).toContain(name)
    expect((await ask('backups.state', {})).clockBehind).not.toBeNull()
  })

  it('is tried out: a drill restores the newest and tells when it can not be restored', async () => {
    const { ask, fail, folder, backups } = await withBackups()
    expect((await fail('backups.drill', {})).code).toBe('folderUnwritable')
    const { name } = await ask('backups.make', {})
    expect(await ask('backups.drill', {})).toEqual({ name })
    expect((await ask('backups.state', {})).lastDrill).toMatchObject({ name, fault: null })
    // One wrong letter in the wrapped key, and no passphrase would open what is whole.
    const keyFile = join(backups, name, 'keys.json')
    const keys = readFileSync(keyFile, 'utf8')
    writeFileSync(
      keyFile,
      keys.replace(/(?<="wrapped": ")./, (one) => (one === 'A' ? 'B' : 'A')),
    )
    expect((await fail('backups.drill', {})).code).toBe('backupDamaged')
    writeFileSync(keyFile, keys)
    await ask('backups.drill', {})
    const register = join(backups, name, 'register.db')
    writeFileSync(register, readFileSync(register).fill(0x55, 8_000, 8_010))
    expect((await fail('backups.drill', {})).code).toBe('backupDamaged')
    expect((await ask('backups.state', {})).lastDrill).toMatchObject({ name, fault: 'backupDamaged' })
    expect(readdirSync(join(folder, '..'))).toEqual(['vault'])
  })
})

it('a backup from before somebody had a key is not called damaged by who opens the vault by it', async () => {
  const register = await withBackups()
  const { ask, fail } = register
  const { name } = await ask('backups.make', {})
  const second = { name: 'Б. Ермеков', role: 'officer', passphrase: otherPassphrase } as const
  await ask('keys.add', { ...second, current: passphrase })
  await comeBack(register, otherPassphrase)
  expect((await fail('backups.drill', {})).code).toBe('backupOtherKey')
  expect((await ask('backups.state', {})).lastDrill).toMatchObject({ name, fault: 'backupOtherKey' })
  register.clock.set('2026-11-23T07:00:00Z')
  const made = await ask('backups.make', {})
  expect(await ask('backups.drill', {})).toEqual({ name: made.name })
})

describe('a backup of before the register got a new data key', () => {
  /** Made at the end of the day before, and not read yet. */
  async function unread(automatic: boolean) {
    const before = await withBackups()
    await before.app.close()
    const desk = startRegister({ folder: before.folder })
    await desk.ask('vault.unlock', { passphrase })
    const { backups } = before
    await desk.ask('backups.saveSettings', { ...firstBackupSettings, folder: backups, automatic })
    const name = readdirSync(backups)[0] ?? ''
    await desk.ask('keys.rekey', { passphrase })
    return { ...desk, backups, name }
  }

  /** As the watch does when the vault was opened. */
  async function readUnread(folder: string): Promise<void> {
    const keeper = new VaultKeeper(ports, folder, () => undefined)
    await keeper.unlock(passphrase)
    if (keeper.opened) await checkBackup(keeper.opened, new Int32Array(new SharedArrayBuffer(4)))
    await keeper.lock()
  }

  it.each(['with its mark', 'without one, as older programs made them'])(
    '%s is neither taken away nor called damaged',
    async (which) => {
      const { ask, fail, backups, folder, name } = await unread(false)
      if (which !== 'with its mark') {
        const path = join(backups, name, 'backup.json')
        const { key: _mark, ...manifest } = JSON.parse(readFileSync(path, 'utf8'))
        writeFileSync(path, JSON.stringify(manifest))
      }
      await ask('vault.lock', {})
      await readUnread(folder)
      expect(readdirSync(backups)).toEqual([name])
      await ask('vault.unlock', { passphrase })
      expect((await fail('backups.drill', {})).code).toBe('backupOtherKey')
      expect((await ask('backups.state', {})).lastGood).toMatchObject({ name, fault: null })
      const secret = { kind: 'passphrase', typed: passphrase } as const
      await startRegister().ask('vault.restore', { path: join(backups, name), secret })
    },
  )

  it('is followed by one of the new key at once, where they are made by themselves', async () => {
    const { ask, backups, name } = await unread(true)
    const made = (): string[] => readdirSync(backups).filter((one) => !one.startsWith('.'))
    await vi.waitFor(() => expect(made()).toHaveLength(2), 20_000)
    // Waits in turn.
    const drilled = await ask('backups.drill', {})
    expect(drilled.name).not.toBe(name)
    expect((await ask('backups.state', {})).lastGood?.name).toBe(drilled.name)
  })
})
