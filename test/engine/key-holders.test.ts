import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRegister, openRegister as openFile } from '../../src/main/engine/db/open.ts'
import type { Keychain } from '../../src/main/engine/ports.ts'
import { newDataKey } from '../../src/main/engine/vault/keys.ts'
import { engineContract } from '../../src/shared/contract/index.ts'
import { firstBackupSettings } from '../../src/shared/model/backup.ts'
import { auditorPassphrase, comeBack, otherPassphrase, told } from './keys.ts'
import {
  newCase,
  openRegister,
  passphrase,
  scratchFolder,
  startRegister,
  type TestRegister,
} from './register.ts'

/** Whose a key is, and what becomes of it when they go. */

/** Another officer gets a key, comes, and takes the first one's passphrase. */
async function handOver(register: TestRegister): Promise<void> {
  const { ask } = register
  const second = { name: 'Б. Ермеков', role: 'officer', passphrase: otherPassphrase } as const
  await ask('keys.add', { ...second, current: passphrase })
  await comeBack(register, otherPassphrase)
  const { slots } = await ask('keys.list', {})
  const first = slots.find(({ kind, current }) => kind === 'passphrase' && !current)
  await ask('keys.remove', { id: first?.id ?? '', passphrase: otherPassphrase })
}

describe('two people', () => {
  it('work with keys of their own, in names of their own', async () => {
    const register = await openRegister()
    const { ask, fail } = register
    const given = { role: 'officer', passphrase: otherPassphrase, current: passphrase } as const
    const second = { name: 'Б. Ермеков', ...given }
    // Whoever comes by an open desk gives nobody a key.
    expect((await fail('keys.add', { ...second, current: 'не та' })).code).toBe('passphraseWrong')
    await ask('keys.add', second)
    expect((await fail('keys.add', second)).code).toBe('keyHeld')
    await comeBack(register, otherPassphrase)
    expect(await ask('vault.status', {})).toMatchObject({ officer: 'Б. Ермеков', role: 'officer' })
    const { id } = await ask('cases.register', newCase())
    const { history } = await ask('cases.card', { id })
    expect(history.at(-1)).toMatchObject({ action: 'caseRegistered', actor: 'Б. Ермеков' })
    const { slots } = await ask('keys.list', {})
    expect(slots.map(({ officer, current }) => [officer, current])).toEqual([
      ['Ә. Қалиева', false],
      ['Б. Ермеков', true],
    ])
    const remove = (slot: number, typed = otherPassphrase) => ({
      id: slots[slot]?.id ?? '',
      passphrase: typed,
    })
    expect((await fail('keys.remove', remove(1))).code).toBe('ownKey')
    // Whoever comes by an open desk takes nobody's key.
    expect((await fail('keys.remove', remove(0, 'не та'))).code).toBe('passphraseWrong')
    await ask('keys.remove', remove(0))
    await ask('vault.lock', {})
    expect((await fail('vault.unlock', { passphrase })).code).toBe('passphraseWrong')
    await ask('vault.unlock', { passphrase: otherPassphrase })
    expect((await fail('keys.remove', remove(1))).code).toBe('lastKey')
    await ask('keys.add', { ...given, name: 'Ә. Қалиева', passphrase, current: otherPassphrase })
  })

  it('with the key of somebody goes what opens the vault in the same name by a keychain', async () => {
    const sealed: Uint8Array[] = []
    const keychain: Keychain = {
      available: () => Promise.resolve(true),
      seal: (secret) => Promise.resolve(Uint8Array.of(sealed.push(Uint8Array.from(secret)))),
      open: () => Promise.resolve(sealed.at(-1) ?? null),
    }
    const register = await openRegister({ keychain })
    const { ask, fail } = register
    await ask('keys.connectKeychain', { passphrase })
    await handOver(register)
    expect(await told(register, 'keyRemoved')).toEqual([
      { officer: 'Ә. Қалиева', key: 'keychain' },
      { officer: 'Ә. Қалиева', key: 'passphrase' },
    ])
    await ask('vault.lock', {})
    expect((await fail('vault.unlockByKeychain', {})).code).toBe('keychainFailed')
  })

  it('a code made by somebody who has no key any more still leads to a passphrase', async () => {
    const register = await openRegister()
    const { ask, fail } = register
    const { code } = await ask('keys.makeRecoveryCode', { passphrase })
    await handOver(register)
    await ask('vault.lock', {})
    await ask('vault.unlockByCode', { code })
    await ask('keys.changePassphrase', { current: '', next: auditorPassphrase })
    expect(await told(register, 'keyAdded')).toContainEqual({ officer: 'Ә. Қалиева', role: 'officer' })
    await comeBack(register, auditorPassphrase)
    expect(await ask('vault.status', {})).toMatchObject({ officer: 'Ә. Қалиева', openedBy: 'passphrase' })
    expect((await fail('keys.makeRecoveryCode', { passphrase: otherPassphrase })).code).toBe(
      'passphraseWrong',
    )
    await ask('keys.makeRecoveryCode', { passphrase: auditorPassphrase })
  })

  it('nobody becomes an auditor in whose name the code opens: it would open for reading alone', async () => {
    const register = await openRegister()
    const { ask, fail } = register
    await ask('keys.makeRecoveryCode', { passphrase })
    await handOver(register)
    const auditor = { name: 'Ә. Қалиева', role: 'auditor', passphrase: auditorPassphrase } as const
    expect((await fail('keys.add', { ...auditor, current: otherPassphrase })).code).toBe('codeHeld')
    const { code } = await ask('keys.makeRecoveryCode', { passphrase: otherPassphrase })
    await ask('keys.add', { ...auditor, current: otherPassphrase })
    await ask('vault.lock', {})
    await ask('vault.unlockByCode', { code })
    expect(await ask('vault.status', {})).toMatchObject({ officer: 'Б. Ермеков', role: 'officer' })
  })

  it('an auditor reads and verifies, and the gate refuses every deed', async () => {
    const register = await openRegister()
    const { ask, fail, app } = register
    const { id } = await ask('cases.register', newCase())
    await ask('keys.add', {
      name: 'Т. Аудитор',
      role: 'auditor',
      passphrase: auditorPassphrase,
      current: passphrase,
    })
    const { slots } = await ask('keys.list', {})
    expect((await fail('keys.remove', { id: slots[0]?.id ?? '', passphrase })).code).toBe('lastKey')
    await comeBack(register, auditorPassphrase)
    expect(await ask('vault.status', {})).toMatchObject({ officer: 'Т. Аудитор', role: 'auditor' })
    expect((await ask('cases.card', { id })).number).toBe('ДС-2026-0001')
    const before = await ask('audit.verify', {})
    expect(before.brokenAt).toBeNull()
    for (const [noun, verbs] of Object.entries(engineContract)) {
      for (const [verb, call] of Object.entries(verbs)) {
        if (call.kind === 'query' || call.forAuditor) continue
        const refused = { ok: false, error: { code: 'auditorReadsOnly', details: {} } }
        expect(await app.dispatch(`${noun}.${verb}`, {}), `${noun}.${verb}`).toEqual(refused)
      }
    }
    expect(await ask('audit.verify', {})).toEqual(before)
    await ask('keys.changePassphrase', { current: auditorPassphrase, next: otherPassphrase })
    await comeBack(register, otherPassphrase)
  })

  it('an auditor changes no key by a call that was made before the vault was open', async () => {
    const register = await openRegister()
    const { ask, app } = register
    const auditor = { name: 'Т. Аудитор', role: 'auditor', passphrase: auditorPassphrase } as const
    await ask('keys.add', { ...auditor, current: passphrase })
    await ask('vault.lock', {})
    const opening = app.dispatch('vault.unlock', { passphrase: auditorPassphrase })
    const rekeying = app.dispatch('keys.rekey', { passphrase: auditorPassphrase })
    expect(await opening).toMatchObject({ ok: true })
    expect(await rekeying).toMatchObject({ ok: false, error: { code: 'vaultLocked' } })
    await comeBack(register, passphrase)
    expect((await ask('keys.list', {})).slots).toHaveLength(2)
  })

  it('a change of keys that waited is not carried out in the name of whoever opened the vault since', async () => {
    const register = await openRegister()
    const { ask, app } = register
    const auditor = { name: 'Т. Аудитор', role: 'auditor', passphrase: auditorPassphrase } as const
    await ask('keys.add', { ...auditor, current: passphrase })
    const locking = app.dispatch('vault.lock', {})
    const opening = app.dispatch('vault.unlock', { passphrase: auditorPassphrase })
    const late = app.dispatch('keys.add', {
      ...auditor,
      name: 'Х',
      role: 'officer',
      current: auditorPassphrase,
    })
    await Promise.all([locking, opening])
    expect(await late).toMatchObject({ ok: false, error: { code: 'vaultLocked' } })
    await comeBack(register, passphrase)
    expect((await ask('keys.list', {})).slots).toHaveLength(2)
  })

  it('an auditor opens a backup on an empty machine, and puts none in the place of the register', async () => {
    const { ask, fail } = await openRegister()
    const folder = join(scratchFolder(), 'copies')
    await ask('backups.saveSettings', { ...firstBackupSettings, folder, automatic: false })
    const auditor = { name: 'Т. Аудитор', role: 'auditor', passphrase: auditorPassphrase } as const
    await ask('keys.add', { ...auditor, current: passphrase })
    const path = join(folder, (await ask('backups.make', {})).name)
    const { id } = await ask('cases.register', newCase())
    await ask('vault.lock', {})
    const secret = { kind: 'passphrase', typed: auditorPassphrase } as const
    expect((await fail('vault.restore', { path, secret })).code).toBe('auditorReadsOnly')
    await ask('vault.unlock', { passphrase })
    expect((await ask('cases.card', { id })).id).toBe(id)
    const elsewhere = startRegister()
    await elsewhere.ask('vault.restore', { path, secret })
    expect(await elsewhere.ask('vault.status', {})).toMatchObject({ state: 'open', role: 'auditor' })
  })

  it('an auditor takes out what proves: the record, evidence and reports, each on record', async () => {
    const register = await openRegister()
    const { ask } = register
    const { id, number } = await ask('cases.register', newCase())
    await ask('keys.add', {
      name: 'Т. Аудитор',
      role: 'auditor',
      passphrase: auditorPassphrase,
      current: passphrase,
    })
    await comeBack(register, auditorPassphrase)
    const period = { from: '2026-11-01', to: '2026-11-30', lang: 'ru' } as const
    await ask('audit.export', { task: 't', filter: {}, lang: 'ru' })
    await ask('evidence.make', { task: 't', of: { caseNumber: number }, lang: 'ru' })
    for (const paper of [
      await ask('reports.caseCard', { caseId: id, lang: 'ru' }),
      await ask('reports.journal', period),
      await ask('reports.period', period),
    ])
      expect(Buffer.from(paper.bytes).subarray(0, 4).toString()).toBe('%PDF')
    const { entries } = await ask('audit.list', { filter: {}, before: null, limit: 20 })
    const made = entries.filter(({ actor }) => actor === 'Т. Аудитор').map(({ action }) => action)
    expect(made).toEqual(expect.arrayContaining(['recordExported', 'evidenceMade', 'documentMade']))
  })

  it('a key of a register of before is whose it was', () => {
    const path = join(scratchFolder(), 'register.db')
    const key = newDataKey({ bytes: (size) => new Uint8Array(size).fill(7) })
    const old = createRegister(path, key, 90)
    old.exec("INSERT INTO officer (name, slot_id) VALUES ('Ә. Қалиева', 'one')")
    old.close()
    const opened = openFile(path, key)
    const held =
      'SELECT o.name, o.role FROM key_slot k JOIN officer o ON o.id = k.officer_id WHERE k.slot_id = ?'
    expect(opened.prepare(held).get('one')).toEqual({ name: 'Ә. Қалиева', role: 'officer' })
    opened.close()
  })
})
