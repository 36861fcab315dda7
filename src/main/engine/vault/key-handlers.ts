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
  'keys.changePassphrase': (keeper, input) => alone(keeper, () => changePassphrase(keeper, input)),
  'keys.makeRecoveryCode': (keeper, { passphrase }) =>
    keeper.inTurn(() => newRecoveryCode(keeper, passphrase)),
  'keys.add': (keeper, input) => alone(keeper, () => addKey(keeper, input)),
  'keys.remove': (keeper, { id }) => alone(keeper, () => removeKey(keeper, id)),
  'keys.rekey': (keeper, { passphrase }) => alone(keeper, () => rekey(keeper, passphrase)),
  'keys.connectKeychain': (keeper, { passphrase }) =>
    alone(keeper, () => connectKeychain(keeper, passphrase)),
}

/** Changes of keys go one after another. */
async function alone(keeper: VaultKeeper, change: () => Promise<void>): Promise<Record<string, never>> {
  await keeper.inTurn(change)
  return {}
}
