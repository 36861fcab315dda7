import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
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

/** Changes of keys go one after another, and over no file but our own. */
function inTurn<T>(keeper: VaultKeeper, change: () => Promise<T>): Promise<T> {
  return keeper.inTurn(() => {
    keeper.opened?.keyFile.look()
    return change()
  })
}

async function alone(keeper: VaultKeeper, change: () => Promise<void>): Promise<Record<string, never>> {
  await inTurn(keeper, change)
  return {}
}
