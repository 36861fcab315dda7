import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { inspectRegister } from '../../src/main/engine/db/inspect.ts'
import { schemaVersion } from '../../src/main/engine/db/migrate.ts'
import { createRegister, openRegister as openFile } from '../../src/main/engine/db/open.ts'
import { keepBeforeUpgrade } from '../../src/main/engine/vault/before-upgrade.ts'
import { readKeyFile, vaultPaths, type VaultPaths } from '../../src/main/engine/vault/files.ts'
import { openSlot } from '../../src/main/engine/vault/keys.ts'
import { makeReadOnly } from './disk.ts'
import { comeBack, told } from './keys.ts'
import { newCase, openRegister, organisation, passphrase, scratchFolder, startRegister } from './register.ts'

const monthAndDay = 31 * 86_400_000

/** A vault whose register is that of an older program, with one officer. */
async function oldVault(version: number): Promise<string> {
  const { app, folder } = await openRegister()
  await app.close()
  const paths = vaultPaths(folder)
  const { slot, key } = await firstKeyOf(paths)
  for (const end of ['', '-wal', '-shm']) rmSync(paths.register + end, { force: true })
  const old = createRegister(paths.register, key, version)
  old.prepare('INSERT INTO officer (name, slot_id) VALUES (?, ?)').run('Ә. Қалиева', slot.id)
  old.close()
  return folder
}

async function firstKeyOf(paths: VaultPaths) {
  const [slot] = readKeyFile(paths).slots
  const key = slot?.kind === 'passphrase' ? await openSlot(slot, passphrase) : null
  if (!slot || !key) throw new Error('the passphrase does not open the vault')
  return { slot, key }
}

const schemaOf = async (folder: string): Promise<number> => {
  const paths = vaultPaths(folder)
  return inspectRegister(paths.register, (await firstKeyOf(paths)).key).schema
}

it('an upgrade keeps the vault as it was, for a month', async () => {
  const folder = await oldVault(60)
  const copy = join(folder, 'before-upgrade-60')
  // A program was cut off while it copied.
  mkdirSync(join(folder, 'draft-Ab3dE6'))
  cpSync(join(folder, 'register.db'), join(folder, 'draft-Ab3dE6', 'register.db'))
  mkdirSync(join(folder, 'draft-письма'))
  const { app, ask } = startRegister({ folder })
  await ask('vault.unlock', { passphrase })
  expect((await ask('vault.status', {})).officer).toBe('Ә. Қалиева')
  await app.close()
  expect(readdirSync(folder).filter((name) => name.startsWith('draft-'))).toEqual(['draft-письма'])
  expect(existsSync(join(copy, 'keys.json'))).toBe(true)
  expect(await schemaOf(copy)).toBe(60)
  expect(await schemaOf(folder)).toBe(schemaVersion)

  // The copy is a vault of its own, of the same older schema: opened here, it is upgraded and keeps a copy in turn.
  const again = startRegister({ folder: copy })
  await again.ask('vault.unlock', { passphrase })
  await again.app.close()
  expect(existsSync(join(copy, 'before-upgrade-60', 'register.db'))).toBe(true)

  const later = startRegister({ folder, now: new Date(Date.now() + monthAndDay).toISOString() })
  await later.ask('vault.unlock', { passphrase })
  expect(existsSync(copy)).toBe(false)
  const { entries } = await later.ask('audit.list', { filter: {}, before: null, limit: 9 })
  expect(entries[0]).toMatchObject({ action: 'backupRemoved', details: { name: 'before-upgrade-60' } })
})

it.skipIf(process.getuid?.() !== 0)(
  'what is to go and can not be removed yet keeps the vault from nobody, and goes the next time',
  async ({ skip }) => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    onTestFinished(() => complaints.mockRestore())
    const desk = await openRegister({ now: new Date(Date.now() + monthAndDay).toISOString() })
    const { ask, folder } = desk
    await ask('vault.lock', {})
    const copy = join(folder, 'before-upgrade-60')
    const begun = `${folder}.new-Ab3dE6`
    const undo = [copy, begun].map((path) => {
      mkdirSync(path)
      writeFileSync(join(path, 'register.db'), '')
      return makeReadOnly(path)
    })
    if (undo.includes(null)) return skip('this process may mount nothing')
    await ask('vault.unlock', { passphrase })
    expect(await told(desk, 'backupRemoved')).toEqual([])
    expect(complaints.mock.calls.join()).toMatch(
      /^what was begun .* stays.*the register of before an upgrade stays/s,
    )
    undo.forEach((one) => one?.())
    await comeBack(desk, passphrase)
    expect([existsSync(copy), existsSync(begun)]).toEqual([false, false])
    expect(await told(desk, 'backupRemoved')).toEqual([{ name: 'before-upgrade-60' }])
  },
)

it('an upgrade that was cut off goes on with an empty log, where a torn change could not be told from lost ones', async () => {
  const paths = vaultPaths(await oldVault(60))
  const old = openFile(paths.register, (await firstKeyOf(paths)).key)
  onTestFinished(() => void old.close())
  mkdirSync(join(paths.folder, 'before-upgrade-60'))
  expect(statSync(`${paths.register}-wal`).size).toBeGreaterThan(0)
  keepBeforeUpgrade(old, paths, 60)
  expect(statSync(`${paths.register}-wal`).size).toBe(0)
})

it('an upgrade does not begin where no copy can be kept', async () => {
  const folder = await oldVault(60)
  const paths = vaultPaths(folder)
  const { key } = await firstKeyOf(paths)
  const refuse = (): never => {
    throw new Error('no room')
  }
  expect(() => openFile(paths.register, key, refuse)).toThrow('no room')
  expect(await schemaOf(folder)).toBe(60)
})

/** Makes of a closed vault a backup, as the program of that schema did; gives the folder it lies in. */
function asBackup(folder: string, schema: number): string {
  const backups = scratchFolder()
  const path = join(backups, 'zhauap-20260301T060000Z')
  cpSync(folder, path, { recursive: true })
  for (const name of readdirSync(path))
    if (!['register.db', 'keys.json'].includes(name)) rmSync(join(path, name), { recursive: true })
  const bytes = readFileSync(join(path, 'register.db')).length
  const of = { format: 'zhauap-backup', version: 1, register: 'a', madeAt: '2026-03-01T06:00:00.000Z' }
  writeFileSync(join(path, 'backup.json'), JSON.stringify({ ...of, schema, bytes }))
  return backups
}

describe('a backup', () => {
  const secret = { kind: 'passphrase', typed: passphrase } as const

  it('of an older program is restored, brought to this one’s schema, and left as it was', async () => {
    const backups = asBackup(await oldVault(60), 60)
    const { ask } = startRegister()
    const [found] = (await ask('vault.backupsIn', { folder: backups })).backups
    expect(found).toMatchObject({ newer: false, madeAt: '2026-03-01T06:00:00.000Z' })
    const path = found?.path ?? ''
    await ask('vault.restore', { path, secret })
    expect(await ask('vault.status', {})).toMatchObject({ state: 'open', officer: 'Ә. Қалиева' })
    await ask('settings.saveOrganisation', organisation)
    const { id, number } = await ask('cases.register', newCase())
    expect((await ask('cases.card', { id })).number).toBe(number)
    const draft = { caseId: id, templateId: 'registration-notice', lang: 'kk', fields: {} } as const
    await ask('letters.issue', { sha256: (await ask('letters.preview', draft)).sha256 })
    expect(await ask('audit.verify', {})).toMatchObject({ brokenAt: null, faults: [] })
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase })
    expect(await schemaOf(path)).toBe(60)
  })

  it.each(['where no vault is', 'over a vault'])(
    'of a newer program is named as such, and refused %s',
    async (where) => {
      const { app, folder } = await openRegister()
      await app.close()
      const paths = vaultPaths(folder)
      const newer = schemaVersion + 10
      const register = openFile(paths.register, (await firstKeyOf(paths)).key)
      register.pragma(`user_version = ${newer}`)
      register.close()
      const backups = asBackup(folder, newer)
      const desk = where === 'over a vault' ? await openRegister() : startRegister()
      await desk.ask('vault.lock', {})
      const before = await desk.ask('vault.status', {})
      const [found] = (await desk.ask('vault.backupsIn', { folder: backups })).backups
      expect(found).toMatchObject({ newer: true })
      expect(await desk.fail('vault.restore', { path: found?.path ?? '', secret })).toEqual({
        code: 'backupNewer',
        details: { found: newer, supported: schemaVersion },
      })
      expect(await desk.ask('vault.status', {})).toEqual(before)
      expect(readdirSync(dirname(desk.folder))).toEqual(where === 'over a vault' ? ['vault'] : [])
    },
  )
})
