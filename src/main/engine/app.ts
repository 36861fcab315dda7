import type { EngineEvent } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/errors.ts'
import { dispatch } from './dispatch.ts'
import type { Ports } from './ports.ts'
import { VaultKeeper } from './vault/keeper.ts'
import { calibrated, fixedCost, type KdfCost } from './vault/kdf.ts'

/** The engine: everything the program does, without Electron. */
export type App = {
  /** Answers a call of the contract, `noun.verb`. Never rejects. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>
  /** Finishes what is under way and locks the vault. */
  lock(): Promise<void>
  /** As `lock`, after the last backup. */
  close(): Promise<void>
}

export type AppOptions = {
  ports: Ports
  /** Folder of the vault; it need not exist yet. */
  vault: string
  onEvent?: (event: EngineEvent) => void
  /** Of every key that is made; else what this computer derives in 0.5 to 1 s. */
  kdfCost?: KdfCost
}

export function createApp({ ports, vault, onEvent, kdfCost }: AppOptions): App {
  const kdf = kdfCost ? fixedCost(kdfCost) : calibrated
  const keeper = new VaultKeeper(ports, vault, (event) => onEvent?.(event), kdf)
  return {
    dispatch: (name, input) => dispatch(keeper, name, input),
    lock: () => keeper.lock(),
    close: () => keeper.close(),
  }
}
