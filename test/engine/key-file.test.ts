import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { makeReadOnly } from './disk.ts'
import { comeBack, otherPassphrase, told } from './keys.ts'
import {
  newCase,
  openRegister,
  passphrase,
  scratchFolder,
  startRegister,
  type TestRegister,
} from './register.ts'

/** What becomes of `keys.json` under an open vault. Whatever it is, the vault opens by the keys that it had. */

const mayMount = process.getuid?.() === 0

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
})

/** The program looks by itself. */
const look = (): void => void vi.advanceTimersByTime(10_000)

async function openVault(): Promise<TestRegister & { file: string; kept: string }> {
  const register = await openRegister()
  const file = join(register.folder, 'keys.json')
  return { ...register, file, kept: readFileSync(file, 'utf8') }
}

async function recorded({ ask }: TestRegister): Promise<string[]> {
  const { entries } = await ask('audit.list', { before: null, limit: 500 })
  return entries.map(({ action }) => action).filter((action) => action.startsWith('key'))
}

const asideIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('keys.json.found-'))

describe('a key file that is removed under the program', () => {
  it('is written anew, on record and told until the lock', async () => {
    const desk = await openVault()
    const { ask, file, kept, events } = desk
    look()
    expect(await ask('keys.file', {})).toEqual({ told: null })
    rmSync(file)
    events.length = 0
    look()
    expect(events).toEqual([{ changed: ['keys', 'audit'] }])
    const at = '2026-11-23T06:00:00.000Z'
    expect(await ask('keys.file', {})).toEqual({ told: { fault: 'absent', at, putBack: true } })
    expect(readFileSync(file, 'utf8')).toBe(kept)
    look()
    expect(await recorded(desk)).toEqual(['keyFileGone'])
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase })
    expect(await ask('keys.file', {})).toEqual({ told: null })
  })

  it('is written anew at the lock, and before keys are changed', async () => {
    const desk = await openVault()
    const { ask, file } = desk
    rmSync(file)
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase })
    rmSync(file)
    const second = { name: 'Б. Ермеков', role: 'officer', passphrase: otherPassphrase } as const
    await ask('keys.add', { ...second, current: passphrase })
    expect(await recorded(desk)).toEqual(['keyAdded', 'keyFileGone', 'keyFileGone'])
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase: otherPassphrase })
  })

  it('is in the backup that is made meanwhile', async () => {
    const { ask, file } = await openVault()
    const folder = join(scratchFolder(), 'backups')
    const { settings } = await ask('backups.state', {})
    await ask('backups.saveSettings', { ...settings, folder, automatic: false })
    rmSync(file)
    const { name } = await ask('backups.make', {})
    const secret = { kind: 'passphrase', typed: passphrase } as const
    await startRegister().ask('vault.restore', { path: join(folder, name), secret })
  })
})

describe('a key file that is replaced under the program', () => {
  it('opens nothing; ours takes its place again, and it stays beside', async () => {
    const desk = await openVault()
    const { ask, fail, file, kept, folder } = desk
    const other = startRegister()
    await other.ask('vault.create', { passphrase: otherPassphrase, officer: 'Чужой' })
    cpSync(join(other.folder, 'keys.json'), file)
    const change = { current: otherPassphrase, next: 'медь глина порох сургуч' }
    expect((await fail('keys.changePassphrase', change)).code).toBe('passphraseWrong')
    expect(await ask('keys.file', {})).toMatchObject({ told: { fault: 'replaced', putBack: true } })
    expect(await recorded(desk)).toEqual(['keyFileReplaced'])
    expect(readFileSync(file, 'utf8')).toBe(kept)
    const [aside = ''] = asideIn(folder)
    expect(readFileSync(join(folder, aside))).toEqual(readFileSync(join(other.folder, 'keys.json')))
  })

  it.each(['{', '', '{"format":"zhauap-keys","version":1,"cipher":"sqlcipher-4","slots":[]}'])(
    'by what is none (%s) is written anew',
    async (text) => {
      const desk = await openVault()
      writeFileSync(desk.file, text)
      look()
      expect(readFileSync(desk.file, 'utf8')).toBe(desk.kept)
      expect(await recorded(desk)).toEqual(['keyFileReplaced'])
    },
  )

  it('by a folder, which no file can take the place of, is told until it is gone', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const { ask, file, kept } = await openVault()
    rmSync(file)
    mkdirSync(file)
    look()
    expect(await ask('keys.file', {})).toMatchObject({ told: { fault: 'replaced', putBack: false } })
    rmdirSync(file)
    look()
    expect(await ask('keys.file', {})).toMatchObject({ told: { fault: 'absent', putBack: true } })
    expect(readFileSync(file, 'utf8')).toBe(kept)
  })

  it('by an older one of its own does not bring the passphrase of before back', async () => {
    const { ask, fail, file, kept } = await openVault()
    await ask('keys.changePassphrase', { current: passphrase, next: otherPassphrase })
    writeFileSync(file, kept)
    await ask('vault.lock', {})
    expect((await fail('vault.unlock', { passphrase })).code).toBe('passphraseWrong')
    await ask('vault.unlock', { passphrase: otherPassphrase })
  })

  it('together with the register is left alone: it may belong to what took its place', async () => {
    const desk = await openVault()
    const { ask, file, folder } = desk
    rmSync(join(folder, 'register.db'))
    writeFileSync(file, 'другое хранилище')
    look()
    expect(await ask('keys.file', {})).toMatchObject({ told: { fault: 'replaced', putBack: false } })
    expect(readFileSync(file, 'utf8')).toBe('другое хранилище')
    expect(asideIn(folder)).toEqual([])
  })
})

describe('a key file of a closed vault', () => {
  it.each([{ memoryKiB: 4_194_304, passes: 1 }, { memoryKiB: 262_144, passes: 64 }, { salt: '' }])(
    'that would hold the program up, or has no salt (%j), is damaged',
    async (cost) => {
      const { ask, fail, file, kept } = await openVault()
      await ask('vault.lock', {})
      const [slot, ...others] = JSON.parse(kept).slots
      const costly = { ...slot, kdf: { ...slot.kdf, ...cost } }
      writeFileSync(file, JSON.stringify({ ...JSON.parse(kept), slots: [costly, ...others] }))
      expect((await fail('vault.unlock', { passphrase })).code).toBe('keyFileDamaged')
      writeFileSync(file, kept)
      await ask('vault.unlock', { passphrase })
    },
  )
})

describe('a key file that was changed while the vault was closed', () => {
  it.each(['gone', 'damaged'])(
    'by being %s: that is told, and that of a backup opens the register as it is',
    async (how) => {
      const { ask, fail, file, folder } = await openVault()
      const backups = join(scratchFolder(), 'backups')
      const { settings } = await ask('backups.state', {})
      await ask('backups.saveSettings', { ...settings, folder: backups, automatic: false })
      const { name } = await ask('backups.make', {})
      const { id } = await ask('cases.register', newCase())
      await ask('vault.lock', {})
      if (how === 'gone') rmSync(file)
      else writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100))
      expect(await fail('vault.unlock', { passphrase })).toEqual({ code: 'keyFileDamaged', details: {} })
      cpSync(join(backups, name, 'keys.json'), join(folder, 'keys.json'))
      await ask('vault.unlock', { passphrase })
      expect((await ask('cases.card', { id })).id).toBe(id)
    },
  )

  it('by a key that is gone: that is on record, and the register forgets whose it was', async () => {
    const desk = await openVault()
    const { ask, file, kept } = desk
    const second = { name: 'Б. Ермеков', role: 'officer', passphrase: otherPassphrase } as const
    await ask('keys.add', { ...second, current: passphrase })
    await ask('vault.lock', {})
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, kept)
    await ask('vault.unlock', { passphrase })
    expect(await told(desk, 'keyGone')).toEqual([{ officer: 'Б. Ермеков' }])
    await comeBack(desk, passphrase)
    expect(await told(desk, 'keyGone')).toHaveLength(1)
    // Whoever lays the file back opens the vault for nobody: what may be done was taken with the key.
    await ask('vault.lock', {})
    writeFileSync(file, whole)
    await ask('vault.unlock', { passphrase: otherPassphrase })
    expect(await ask('vault.status', {})).toMatchObject({ officer: '', role: 'auditor' })
    expect((await told(desk, 'vaultUnlocked'))[0]).toEqual({ holder: 'unknown' })
  })

  it.each(['an auditor', 'somebody whose key was removed'])(
    'by %s, so that it holds their key alone: the officers are still officers by their own',
    async (who) => {
      const desk = await openVault()
      const { ask, file, kept } = desk
      const role = who === 'an auditor' ? 'auditor' : 'officer'
      await ask('keys.add', { name: 'Т. Ермеков', role, passphrase: otherPassphrase, current: passphrase })
      const both = JSON.parse(readFileSync(file, 'utf8'))
      if (role === 'officer') {
        const { slots } = await ask('keys.list', {})
        await ask('keys.remove', { id: slots.find(({ current }) => !current)?.id ?? '', passphrase })
      }
      await ask('vault.lock', {})
      const whole = role === 'officer' ? kept : JSON.stringify(both)
      writeFileSync(file, JSON.stringify({ ...both, slots: both.slots.slice(1) }))
      await ask('vault.unlock', { passphrase: otherPassphrase })
      expect(await ask('vault.status', {})).toMatchObject({ role: 'auditor' })
      await ask('vault.lock', {})
      writeFileSync(file, whole)
      await ask('vault.unlock', { passphrase })
      expect(await ask('vault.status', {})).toMatchObject({ officer: 'Ә. Қалиева', role: 'officer' })
      expect(await told(desk, 'keyGone')).toEqual([])
    },
  )
})

describe('a folder that can be read only', () => {
  it.skipIf(!mayMount)('changes no key and records none; what was is as it was', async ({ skip }) => {
    const desk = await openVault()
    const { ask, fail, file, folder, kept } = desk
    const { code } = await ask('keys.makeRecoveryCode', { passphrase })
    const before = await ask('keys.list', {})
    const undo = makeReadOnly(folder)
    if (!undo) return skip('this process may mount nothing')
    const unwritable = { code: 'folderUnwritable', details: { folder } }
    const given = { role: 'officer', passphrase: otherPassphrase, current: passphrase } as const
    const second = { name: 'Б. Ермеков', ...given }
    expect(await fail('keys.add', second)).toEqual(unwritable)
    expect(await fail('keys.changePassphrase', { current: passphrase, next: otherPassphrase })).toEqual(
      unwritable,
    )
    expect(await fail('keys.makeRecoveryCode', { passphrase })).toEqual(unwritable)
    expect(await ask('keys.list', {})).toEqual(before)
    expect(await recorded(desk)).toEqual([])
    // The files of the register are open: what is done is durable, and so is the lock.
    const { id } = await ask('cases.register', newCase())
    await ask('vault.lock', {})
    expect(await fail('vault.unlock', { passphrase })).toEqual(unwritable)
    undo()
    await ask('vault.unlockByCode', { code })
    expect((await ask('cases.card', { id })).number).toBe('ДС-2026-0001')
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
    expect(readFileSync(file, 'utf8')).not.toBe(kept)
  })

  it.skipIf(!mayMount)('without a key file: that is told until it can be written', async ({ skip }) => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const desk = await openVault()
    const { ask, file, folder } = desk
    rmSync(file)
    const undo = makeReadOnly(folder)
    if (!undo) return skip('this process may mount nothing')
    look()
    expect(await ask('keys.file', {})).toMatchObject({ told: { fault: 'absent', putBack: false } })
    undo()
    look()
    expect(await ask('keys.file', {})).toMatchObject({ told: { fault: 'absent', putBack: true } })
    expect(existsSync(file)).toBe(true)
    expect(await recorded(desk)).toEqual(['keyFileGone'])
    expect(complaints.mock.calls.join()).toMatch(/^the key file: Error EROFS\n +at /)
  })
})
