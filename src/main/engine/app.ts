import type { EngineEvent } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/errors.ts'
import { dispatch } from './dispatch.ts'
import type { Ports } from './ports.ts'
import { VaultKeeper } from './vault/keeper.ts'
import type { KdfCost } from './vault/keys.ts'

/** The engine: everything the program does, without Electron. */
export type App = {
  /** Answers a call of the contract, `noun.verb`. Never rejects. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>
  /** Finishes what is under way and locks the vault. */
  close(): Promise<void>
}

export type AppOptions = {
  ports: Ports
  /** Folder of the vault; it need not exist yet. */
  vault: string
  onEvent?: (event: EngineEvent) => void
  kdfCost?: KdfCost
}

export function createApp({ ports, vault, onEvent, kdfCost }: AppOptions): App {
  const keeper = new VaultKeeper(ports, vault, (event) => onEvent?.(event), kdfCost)
  return {
    dispatch: (name, input) => dispatch(keeper, name, input),
    close: () => keeper.lock(),
  }
}
