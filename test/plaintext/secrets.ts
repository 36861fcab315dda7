import type { Ask } from './asking.ts'
import { mark } from './hunt.ts'

/** What opens the vault. */
export const passphrase = mark('passphrase')

/** Every way to the key, made and taken away again. */
export async function makeKeys(ask: Ask): Promise<void> {
  const next = mark('next passphrase')
  await ask('keys.changePassphrase', { current: passphrase, next })
  await ask('keys.changePassphrase', { current: next, next: passphrase })
  await ask('keys.makeRecoveryCode', { passphrase })
  const name = mark('auditor')
  await ask('keys.add', { name, role: 'auditor', passphrase: mark('their passphrase'), current: passphrase })
  const { slots } = await ask('keys.list', {})
  const id = slots.find(({ officer }) => officer === name)?.id ?? ''
  await ask('keys.remove', { id, passphrase })
}
