import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import {
  addKey,
  changePassphrase,
  listKeys,
  newRecoveryCode,
  rekey,
  removeKey,
  connectKeychain,
} from './key-ring.ts'
import type { VaultKeeper } from './keeper.ts'

export const keyHandlers: Handlers<Pick<typeof engineContract, 'keys'>, VaultKeeper> = {
  'keys.list': listKeys,
  'keys.file': ({ opened }) => ({ told: opened?.keyFile.told ?? null }),
  'keys.changePassphrase': (keeper, input) => alone(keeper, () => changePassphrase(keeper, input)),
  'keys.makeRecoveryCode': (keeper, { passphrase }) =>
    inTurn(keeper, () => newRecoveryCode(keeper, passphrase)),
  'keys.add': (keeper, input) => alone(keeper, () => addKey(keeper, input)),
  'keys.remove': (keeper, input) => alone(keeper, () => removeKey(keeper, input)),
  'keys.rekey': (keeper, { passphrase }) => alone(keeper, () => rekey(keeper, passphrase)),
  'keys.connectKeychain': (keeper, { passphrase }) =>
    alone(keeper, () => connectKeychain(keeper, passphrase)),
}

/**
 * Changes of keys go one after another, and over no file but our own; none in the name of somebody else than whose desk it
 * was asked for from: meanwhile the vault may have been locked, and opened by another key. Fails with `vaultLocked`.
 */
function inTurn<T>(keeper: VaultKeeper, change: () => Promise<T>): Promise<T> {
  const { session } = keeper
  return keeper.inTurn(() => {
    if (!session || keeper.session !== session) throw new AppFailure('vaultLocked', {})
    keeper.opened?.keyFile.look()
    return change()
  })
}

async function alone(keeper: VaultKeeper, change: () => Promise<void>): Promise<Record<string, never>> {
  await inTurn(keeper, change)
  return {}
}
