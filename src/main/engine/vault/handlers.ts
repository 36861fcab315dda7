import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { VaultKeeper } from './keeper.ts'
import { ratePassphrase } from './passphrase.ts'

export const vaultHandlers: Handlers<Pick<typeof engineContract, 'vault'>, VaultKeeper> = {
  'vault.status': (keeper) => ({
    state: keeper.state,
    folder: keeper.folder,
    officer: keeper.session?.officer ?? null,
  }),
  'vault.ratePassphrase': (_keeper, { passphrase }) => ratePassphrase(passphrase),
  'vault.create': async (keeper, { passphrase, officer }) => {
    await keeper.create(passphrase, officer)
    return {}
  },
  'vault.unlock': async (keeper, { passphrase }) => {
    await keeper.unlock(passphrase)
    return {}
  },
  'vault.lock': async (keeper) => {
    await keeper.lock()
    return {}
  },
}
