import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calibrated } from '../../src/main/engine/vault/kdf.ts'
import type { Keychain } from '../../src/main/engine/ports.ts'
import { textOf } from '../pdf-text.ts'
import { faultsOfPdf } from '../pdf/structure.ts'
import { comeBack, otherPassphrase, told } from './keys.ts'
import { openRegister, passphrase, startRegister } from './register.ts'

function keysOf(folder: string): { slots: { id: string; kind: string; kdf: { passes: number } }[] } {
  return JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'))
}

/** What share of the pages of a file is in another to the byte. */
function samePages(before: Buffer, after: Buffer): number {
  const pages = Array.from({ length: before.length / 4_096 }, (_, page) => page * 4_096)
  const same = pages.filter((at) => before.subarray(at, at + 4_096).equals(after.subarray(at, at + 4_096)))
  return same.length / pages.length
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
    // Another data key would leave no page as it was, as `rekey.test.ts` shows.
    expect(samePages(before, readFileSync(join(folder, 'register.db')))).toBeGreaterThan(0.5)
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
    // Set back, it makes nobody wait for the day it showed before.
    again.clock.set('2020-01-01T00:00:00Z')
    expect(await again.fail('vault.unlock', { passphrase })).toMatchObject({ details: { seconds: 2 } })
    again.clock.set('2020-01-01T00:00:01Z')
    expect(await again.fail('vault.unlock', { passphrase })).toMatchObject({ details: { seconds: 1 } })
    again.clock.set('2020-01-01T00:00:02Z')
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
    await fail('keys.remove', { id: 'none', passphrase })
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
