import type { engineContract, Handlers, Output } from '../../../shared/contract/index.ts'
import { placeRisk } from '../backup/place.ts'
import { readKeyFile, vaultPaths } from './files.ts'
import type { VaultKeeper } from './keeper.ts'
import { ratePassphrase } from './passphrase.ts'
import { restorableIn } from './restore.ts'

/** How the vault can be opened besides a passphrase, as far as its key file can be read. */
function waysOf({ folder, ports, opened }: VaultKeeper): Output<'vault.status'>['ways'] {
  try {
    const { slots } = opened?.keys ?? readKeyFile(vaultPaths(folder))
    const has = (kind: 'recovery' | 'keychain'): boolean => slots.some((slot) => slot.kind === kind)
    return { recovery: has('recovery'), keychain: ports.keychain !== undefined && has('keychain') }
  } catch {
    return { recovery: false, keychain: false }
  }
}

export const vaultHandlers: Handlers<Pick<typeof engineContract, 'vault'>, VaultKeeper> = {
  'vault.status': (keeper) => ({
    state: keeper.state,
    folder: keeper.folder,
    risk: placeRisk(keeper.folder),
    officer: keeper.shown?.holder.name ?? null,
    role: keeper.shown?.holder.role ?? null,
    openedBy: keeper.shown?.kind ?? null,
    ways: waysOf(keeper),
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
  'vault.unlockByCode': async (keeper, { code }) => {
    await keeper.unlockByCode(code)
    return {}
  },
  'vault.unlockByKeychain': async (keeper) => {
    await keeper.unlockByKeychain()
    return {}
  },
  'vault.backupsIn': ({ ports }, { folder }) => ({ backups: restorableIn(folder, ports.clock.now()) }),
  'vault.restore': async (keeper, input) => {
    await keeper.restore(input)
    return {}
  },
  'vault.busy': (keeper) => ({ busy: keeper.isBusy }),
  'vault.lock': async (keeper) => {
    await keeper.lock()
    return {}
  },
}
