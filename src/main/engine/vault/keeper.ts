import { AppFailure } from '../../../shared/errors.ts'
import type { EngineEvent } from '../../../shared/contract/index.ts'
import { createRegister, openRegister } from '../db/open.ts'
import { wrapDatabase } from '../db/db.ts'
import type { Ports } from '../ports.ts'
import { loadPacks, type Packs } from '../packs/load.ts'
import { Session } from '../session.ts'
import { addOfficer, officerOfSlot } from './store.ts'
import { lockVault, placeVault, readKeyFile, vaultExists, vaultPaths, writeKeyFile } from './files.ts'
import { defaultCost, newDataKey, openSlot, sealSlot, type KdfCost, type KeyFile } from './keys.ts'
import { minLength, ratePassphrase } from './passphrase.ts'

/** Keeps the vault: locked or open, with one session while it is open. */
export class VaultKeeper {
  readonly ports: Ports
  readonly folder: string
  readonly #cost: KdfCost
  readonly #announce: (event: EngineEvent) => void
  #session: Session | null = null
  /** Opening and closing follow one another, however quickly they are asked for. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(
    ports: Ports,
    folder: string,
    announce: (event: EngineEvent) => void,
    cost: KdfCost = defaultCost,
  ) {
    this.ports = ports
    this.folder = folder
    this.#announce = announce
    this.#cost = cost
  }

  get session(): Session | null {
    return this.#session
  }

  get state(): 'absent' | 'locked' | 'open' {
    if (this.#session) return 'open'
    return vaultExists(vaultPaths(this.folder)) ? 'locked' : 'absent'
  }

  /** Makes a vault and opens it. Fails with `passphraseWeak`, `vaultExists` or `folderUnwritable`. */
  create(passphrase: string, officer: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.state !== 'absent') throw new AppFailure('vaultExists', {})
      const packs = loadPacks(this.ports.resources)
      if (!ratePassphrase(passphrase).accepted) throw new AppFailure('passphraseWeak', { minLength })
      const key = newDataKey(this.ports.random)
      const slot = await sealSlot(key, passphrase, this.ports.random, this.#cost)
      const keyFile: KeyFile = { format: 'zhauap-keys', version: 1, cipher: 'sqlcipher-4', slots: [slot] }
      placeVault(vaultPaths(this.folder), (draft) => {
        const connection = createRegister(draft.register, key)
        try {
          addOfficer(wrapDatabase(connection), { name: officer, slotId: slot.id })
        } finally {
          connection.close()
        }
        writeKeyFile(draft.keys, keyFile)
      })
      this.#open(packs, key, slot.id, 'vaultCreated')
    })
  }

  /** Opens the vault. Fails with `passphraseWrong`, `vaultAbsent`, `vaultDamaged`, `vaultNewer` or `vaultInUse`. */
  unlock(passphrase: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#session) return
      const packs = loadPacks(this.ports.resources)
      const keyFile = readKeyFile(vaultPaths(this.folder))
      for (const slot of keyFile.slots) {
        const key = await openSlot(slot, passphrase)
        if (key) return this.#open(packs, key, slot.id, 'vaultUnlocked')
      }
      throw new AppFailure('passphraseWrong', {})
    })
  }

  /** Closes the register and forgets its key. A message on its way out is finished first. */
  lock(): Promise<void> {
    return this.#inTurn(async () => {
      const session = this.#session
      if (!session) return
      this.#session = null
      this.#announce({ changed: ['vault'] })
      await session.close()
    })
  }

  #open(packs: Packs, key: Uint8Array, slotId: string, deed: 'vaultCreated' | 'vaultUnlocked'): void {
    const paths = vaultPaths(this.folder)
    const release = lockVault(paths)
    let connection: ReturnType<typeof openRegister> | undefined
    try {
      connection = openRegister(paths.register, key)
      const officer = officerOfSlot(wrapDatabase(connection), slotId)
      this.#session = new Session(this.ports, packs, connection, officer, release, this.#announce)
      this.#session.start(deed)
    } catch (error) {
      this.#session = null
      connection?.close()
      release()
      throw error
    } finally {
      key.fill(0)
    }
    this.#announce({ changed: ['vault'] })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}
