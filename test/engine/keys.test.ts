import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRegister, openRegister as openFile } from '../../src/main/engine/db/open.ts'
import { calibrated } from '../../src/main/engine/vault/kdf.ts'
import { newDataKey } from '../../src/main/engine/vault/keys.ts'
import type { Keychain } from '../../src/main/engine/ports.ts'
import type { AuditAction } from '../../src/shared/model/audit.ts'
import { engineContract } from '../../src/shared/contract/index.ts'
import { textOf } from '../pdf-text.ts'
import { faultsOfPdf } from '../pdf/structure.ts'
import {
  newCase,
  openRegister,
  passphrase,
  scratchFolder,
  startRegister,
  type TestRegister,
} from './register.ts'

const otherPassphrase = 'берег лодка весло туман'
const auditorPassphrase = 'медь глина порох сургуч'

/** Locks, and opens again by another passphrase. */
async function comeBack({ ask }: TestRegister, withPassphrase: string): Promise<void> {
  await ask('vault.lock', {})
  await ask('vault.unlock', { passphrase: withPassphrase })
}

function keysOf(folder: string): { slots: { id: string; kind: string; kdf: { passes: number } }[] } {
  return JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'))
}

describe('a passphrase', () => {
  it('is changed without touching the register, and the old one opens nothing', async () => {
    const register = await openRegister()
    const { ask, fail, folder } = register
    await ask('vault.lock', {})
    const before = readFileSync(join(folder, 'register.db'))
    await ask('vault.unlock', { passphrase })
    expect((await fail('keys.changePassphrase', { current: 'не та', next: otherPassphrase })).code).toBe(
      'passphraseWrong',
    )
    expect((await fail('keys.changePassphrase', { current: passphrase, next: 'qwerty' })).code).toBe(
      'passphraseWeak',
    )
    await ask('keys.changePassphrase', { current: passphrase, next: otherPassphrase })
    await ask('vault.lock', {})
    expect((await fail('vault.unlock', { passphrase })).code).toBe('passphraseWrong')
    await ask('vault.unlock', { passphrase: otherPassphrase })
    expect((await ask('audit.verify', {})).brokenAt).toBeNull()
    expect(readFileSync(join(folder, 'register.db')).subarray(0, 16).equals(before.subarray(0, 16))).toBe(
      true,
    )
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
  })

  it('that is tried in vain makes the next try wait, over a restart and whatever the clock says', async () => {
    const { ask, fail, folder, app } = await openRegister()
    await ask('vault.lock', {})
    for (let attempt = 0; attempt < 3; attempt += 1) await fail('vault.unlock', { passphrase: 'не та' })
    await app.close()
    const again = startRegister({ folder })
    expect(await again.fail('vault.unlock', { passphrase })).toEqual({
      code: 'unlockDelayed',
      details: { seconds: 1 },
    })
    again.clock.set('2026-11-23T06:00:01Z')
    await again.fail('vault.unlock', { passphrase: 'не та' })
    expect(await again.fail('vault.unlock', { passphrase })).toMatchObject({ details: { seconds: 2 } })
    again.clock.set('2020-01-01T00:00:00Z')
    expect(await again.fail('vault.unlock', { passphrase })).toMatchObject({ details: { seconds: 2 } })
    again.clock.set('2026-11-23T06:00:04Z')
    await again.ask('vault.unlock', { passphrase })
    await again.ask('vault.lock', {})
    await again.ask('vault.unlock', { passphrase })
  })

  it('never waits longer than a quarter of an hour', async () => {
    const { ask, fail, folder } = await openRegister()
    await ask('vault.lock', {})
    writeFileSync(join(folder, 'attempts.json'), '{"failures":1000,"lastAt":1795413600000}')
    expect(await fail('vault.unlock', { passphrase })).toMatchObject({ details: { seconds: 900 } })
  })

  it('that was derived cheaply is derived dearer after it opened the vault', () => {
    const cheap = { memoryKiB: 65_536, passes: 3, lanes: 1 }
    expect(calibrated.raised(cheap, 100)).toEqual({ ...cheap, passes: 23 })
    expect(calibrated.raised(cheap, 600)).toBeNull()
    expect(calibrated.raised({ ...cheap, memoryKiB: 8_192, passes: 1 }, 1_000)).toEqual(cheap)
    expect(calibrated.raised({ ...cheap, passes: 64 }, 1)).toBeNull()
  })

  it('of a vault made with a weak derivation is strengthened at the first unlock', async () => {
    const weak = await openRegister()
    await weak.app.close()
    const before = keysOf(weak.folder)
    const { ask, fail } = startRegister({ folder: weak.folder, costs: 'calibrated' })
    await ask('vault.unlock', { passphrase })
    // Comes after the strengthening: what concerns keys goes one after another.
    await fail('keys.remove', { id: 'none' })
    const after = keysOf(weak.folder)
    expect(after.slots[0]?.id).toBe(before.slots[0]?.id)
    expect(after.slots[0]?.kdf).toMatchObject({ memoryKiB: 65_536, lanes: 1 })
    expect(after.slots[0]?.kdf.passes).toBeGreaterThanOrEqual(3)
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase })
  })
})

describe('a recovery code', () => {
  it('opens the vault, however it is typed, and a new passphrase is set without the old one', async () => {
    const { ask, fail, folder } = await openRegister()
    expect((await fail('keys.makeRecoveryCode', { passphrase: 'не та' })).code).toBe('passphraseWrong')
    const first = await ask('keys.makeRecoveryCode', { passphrase })
    const { code, sheet } = await ask('keys.makeRecoveryCode', { passphrase })
    await ask('vault.lock', {})
    expect((await ask('vault.status', {})).ways).toEqual({ recovery: true, keychain: false })
    expect((await fail('vault.unlockByCode', { code: first.code })).code).toBe('recoveryCodeWrong')
    expect(await fail('vault.unlockByCode', { code: code.slice(0, 34) })).toEqual({
      code: 'recoveryCodeMistyped',
      details: { group: 7 },
    })
    await ask('vault.unlockByCode', { code: code.toLowerCase().replace(/(.{5})/g, '$1 - ') })
    expect(await ask('vault.status', {})).toMatchObject({ officer: 'Ә. Қалиева', openedBy: 'recovery' })
    await ask('keys.changePassphrase', { current: '', next: otherPassphrase })
    await ask('vault.lock', {})
    await ask('vault.unlock', { passphrase: otherPassphrase })
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes(code), name).toBe(false)
    }
    expect(faultsOfPdf(sheet.bytes)).toEqual([])
    const text = await textOf(sheet.bytes)
    expect(text.replace(/[\s–]/g, '')).toContain(code)
    for (const words of ['Қалпына келтіру коды бар', 'У меня есть код восстановления', folder.slice(-5)]) {
      expect(text.replace(/\s+/g, ' ')).toContain(words)
    }
  })
})

/** The details of the entries of an action, newest first. */
async function told({ ask }: TestRegister, action: AuditAction): Promise<unknown[]> {
  const { entries } = await ask('audit.list', { filter: { action }, before: null, limit: 9 })
  return entries.map(({ details }) => details)
}

describe('wrong tries', () => {
  it('at the open desk are on record at the next confirmation', async () => {
    const register = await openRegister()
    const { ask, fail } = register
    for (let count = 0; count < 2; count += 1) await fail('keys.makeRecoveryCode', { passphrase: 'не та' })
    await ask('keys.makeRecoveryCode', { passphrase })
    expect(await told(register, 'passphraseMistyped')).toEqual([
      { failures: 2, failedAt: '2026-11-23T06:00:00.000Z' },
    ])
    await fail('keys.makeRecoveryCode', { passphrase: 'не та' })
    await comeBack(register, passphrase)
    expect((await told(register, 'vaultUnlocked'))[0]).toMatchObject({ failures: 1 })
  })
})

describe('the keychain', () => {
  const box = new Map<string, Uint8Array>()
  const keychain: Keychain = {
    available: () => Promise.resolve(true),
    seal: (secret) => {
      const name = `sealed-${box.size}`
      box.set(name, Uint8Array.from(secret))
      return Promise.resolve(Buffer.from(name))
    },
    open: (sealed) => Promise.resolve(box.get(Buffer.from(sealed).toString()) ?? null),
  }

  it('opens the vault without a passphrase, and where it breaks nothing is lost', async () => {
    const register = await openRegister({ keychain })
    const { ask, fail, app, folder } = register
    await ask('keys.connectKeychain', { passphrase })
    await ask('vault.lock', {})
    await fail('vault.unlock', { passphrase: 'не та' })
    await ask('vault.unlockByKeychain', {})
    expect((await told(register, 'vaultUnlocked'))[0]).toMatchObject({ failures: 1, by: 'keychain' })
    expect(await ask('vault.status', {})).toMatchObject({ officer: 'Ә. Қалиева', openedBy: 'keychain' })
    expect((await fail('keys.changePassphrase', { current: '', next: otherPassphrase })).code).toBe(
      'passphraseWrong',
    )
    await ask('vault.lock', {})
    box.clear()
    for (let count = 0; count < 4; count += 1)
      expect((await fail('vault.unlockByKeychain', {})).code).toBe('keychainFailed')
    // Nobody waits for that; it is on record.
    await ask('vault.unlock', { passphrase })
    expect((await told(register, 'vaultUnlocked'))[0]).toMatchObject({ keychainFailures: 4 })
    await app.close()
    const elsewhere = startRegister({ folder })
    expect((await elsewhere.ask('vault.status', {})).ways.keychain).toBe(false)
    expect((await elsewhere.fail('vault.unlockByKeychain', {})).code).toBe('keychainFailed')
    await elsewhere.ask('vault.unlock', { passphrase })
  })
})

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
    expect((await fail('keys.remove', { id: slots[1]?.id ?? '' })).code).toBe('ownKey')
    await ask('keys.remove', { id: slots[0]?.id ?? '' })
    await ask('vault.lock', {})
    expect((await fail('vault.unlock', { passphrase })).code).toBe('passphraseWrong')
    await ask('vault.unlock', { passphrase: otherPassphrase })
    expect((await fail('keys.remove', { id: slots[1]?.id ?? '' })).code).toBe('lastKey')
    await ask('keys.add', { ...given, name: 'Ә. Қалиева', passphrase, current: otherPassphrase })
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
    expect((await fail('keys.remove', { id: slots[0]?.id ?? '' })).code).toBe('lastKey')
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
