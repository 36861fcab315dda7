import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createRegister } from '../../src/main/engine/db/open.ts'
import { dispatch } from '../../src/main/engine/dispatch.ts'
import { runHelper } from '../../src/main/engine/run-helper.ts'
import { fixedCost } from '../../src/main/engine/vault/kdf.ts'
import { VaultKeeper } from '../../src/main/engine/vault/keeper.ts'
import { ports } from './open-session.ts'
import { passphrase, scratchFolder } from './register.ts'

/** What holds the data key in the program's own memory. That the thread ends with the lock is seen in `locking.spec.ts`. */

const isWiped = (key: Uint8Array): boolean => key.every((byte) => byte === 0)

function startKeeper(): { keeper: VaultKeeper; key: () => Uint8Array } {
  const weak = fixedCost({ memoryKiB: 8_192, passes: 1, lanes: 1 })
  const keeper = new VaultKeeper(ports, join(scratchFolder(), 'vault'), () => undefined, weak)
  onTestFinished(() => keeper.lock())
  return {
    keeper,
    key: () => {
      if (!keeper.opened) throw new Error('the vault is locked')
      return keeper.opened.key
    },
  }
}

it('the data key is wiped at the lock, however the vault was opened', async () => {
  const { keeper, key } = startKeeper()
  await keeper.create(passphrase, 'Ә. Қалиева')
  const made = key()
  expect(isWiped(made)).toBe(false)
  await keeper.lock()
  expect(isWiped(made)).toBe(true)
  await keeper.unlock(passphrase)
  const typed = key()
  await keeper.lock()
  expect(isWiped(typed)).toBe(true)
})

it('the data key of before is wiped when there is another', async () => {
  const { keeper, key } = startKeeper()
  await keeper.create(passphrase, 'Ә. Қалиева')
  const before = key()
  expect(await dispatch(keeper, 'keys.rekey', { passphrase })).toMatchObject({ ok: true })
  expect(isWiped(before)).toBe(true)
  expect(isWiped(key())).toBe(false)
})

it('a copy of it for a thread is wiped as soon as the thread has its own', async () => {
  const path = join(scratchFolder(), 'register.db')
  const key = randomBytes(32)
  createRegister(path, key).close()
  const copy = Uint8Array.from(key)
  const found = runHelper(ports, { kind: 'inspect', check: 'quick_check', path, key: copy })
  expect(isWiped(copy)).toBe(true)
  expect(await found).toMatchObject({ cases: 0 })
})
