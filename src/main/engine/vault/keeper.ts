import { readRecoveryCode } from '../../../core/vault/recovery-code.ts'
import { changedNouns, type EngineEvent, type Input } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { AuditDetails } from '../../../shared/model/audit.ts'
import { wrapDatabase } from '../db/db.ts'
import { hasLostChanges } from '../db/log-fault.ts'
import { openRegister } from '../db/open.ts'
import { loadPacks } from '../packs/load.ts'
import type { Ports } from '../ports.ts'
import { type OpeningDeed, Session } from '../session.ts'
import { BackupWatch } from '../backup/watch.ts'
import { noteKeychainFailure, takeFailures } from './attempts.ts'
import { forgetUpgrades, keepBeforeUpgrade } from './before-upgrade.ts'
import {
  clearDrafts,
  clearRekeyed,
  finishSwap,
  lockVault,
  placeVault,
  readKeyFile,
  swapVault,
  vaultExists,
  vaultPaths,
} from './files.ts'
import { buildVault } from './build.ts'
import { calibrated, type KdfCost, type KdfPolicy } from './kdf.ts'
import { HeldKeys } from './held-keys.ts'
import { KeyFileWatch } from './key-file-watch.ts'
import { type KeySlot, newDataKey, newSlotId, sealSlot, unwrap, type TypedSlot } from './keys.ts'
import { refuseWeak } from './passphrase.ts'
import { howOpened, nobody, type Opened, type Opening } from './opened.ts'
import { swapRekeyed } from './rekey.ts'
import { draftFromBackup } from './restore.ts'
import { holderOfSlot } from './store.ts'
import { trySlots, type Tried, type Try } from './try-slots.ts'

/** Keeps the vault: locked or open, with one session while it is open. */
export class VaultKeeper {
  readonly ports: Ports
  readonly folder: string
  readonly kdf: KdfPolicy
  readonly #announce: (event: EngineEvent) => void
  #opened: Opened | null = null
  #reopening: Opened | null = null
  #backups: BackupWatch | null = null
  /** Opening and closing follow one another, however quickly they are asked for. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(
    ports: Ports,
    folder: string,
    announce: (event: EngineEvent) => void,
    kdf: KdfPolicy = calibrated,
  ) {
    this.ports = ports
    this.folder = folder
    this.#announce = announce
    this.kdf = kdf
    try {
      finishSwap(vaultPaths(folder), ports.clock.now())
    } catch {
      // The folder can't be written now: opening tries again, and says so.
    }
  }

  get session(): Session | null {
    return this.#opened?.session ?? null
  }

  get opened(): Opened | null {
    return this.#opened
  }

  /** What the desk shows: while the register is encrypted anew it is still open to the eye. */
  get shown(): Opened | null {
    return this.#opened ?? this.#reopening
  }

  get backups(): BackupWatch | null {
    return this.#backups
  }

  /** Whether something is under way that a lock would cut off or wait for. */
  get isBusy(): boolean {
    const { session } = this
    return (
      this.#reopening !== null ||
      this.#backups?.isWorking === true ||
      session?.tasks.isWorking === true ||
      session?.outbox.isSending === true
    )
  }

  get state(): 'absent' | 'locked' | 'open' {
    if (this.shown) return 'open'
    return vaultExists(vaultPaths(this.folder)) ? 'locked' : 'absent'
  }

  /** Makes a vault and opens it. Fails with `passphraseWeak`, `vaultExists` or `folderUnwritable`. */
  create(passphrase: string, officer: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.state !== 'absent') throw new AppFailure('vaultExists', {})
      const packs = loadPacks(this.ports.resources)
      refuseWeak(passphrase)
      const key = newDataKey(this.ports.random)
      const secret = { id: newSlotId(this.ports.random), kind: 'passphrase', secret: passphrase } as const
      const slot = await sealSlot(key, secret, this.ports, await this.newCost())
      const madeAt = new Date(this.ports.clock.now()).toISOString()
      placeVault(vaultPaths(this.folder), (draft) => buildVault(draft, { key, slot, officer, madeAt }))
      this.#open(packs, { key, slotId: slot.id, kind: 'passphrase', slots: [slot] }, 'vaultCreated', {})
    })
  }

  /**
   * Opens the vault. Fails with `passphraseWrong`, `unlockDelayed`, `vaultAbsent`, `vaultDamaged`, `keyFileDamaged`,
   * `vaultNewer` or `vaultInUse`.
   */
  unlock(passphrase: string): Promise<void> {
    return this.#unlockTyped('passphrase', passphrase)
  }

  /** As `unlock`, by the printed code. Fails with `recoveryCodeMistyped` before anything is tried, or `recoveryCodeWrong`. */
  async unlockByCode(typed: string): Promise<void> {
    const read = readRecoveryCode(typed)
    if (!read.ok) throw new AppFailure('recoveryCodeMistyped', { group: read.group })
    await this.#unlockTyped('recovery', read.code)
  }

  /** As `unlock`, by the keychain of this computer. Fails with `keychainFailed`: then the passphrase is the way. */
  unlockByKeychain(): Promise<void> {
    return this.inTurn(async () => {
      if (this.#opened) return
      const packs = loadPacks(this.ports.resources)
      const paths = vaultPaths(this.folder)
      const { slots } = readKeyFile(paths)
      for (const slot of slots) {
        if (slot.kind !== 'keychain') continue
        const secret = await this.ports.keychain?.open(Buffer.from(slot.sealed, 'base64'))
        const key = secret ? unwrap(slot, secret) : null
        secret?.fill(0)
        const opening = key && { key, slotId: slot.id, kind: slot.kind, slots }
        if (opening) return this.#open(packs, opening, 'vaultUnlocked', takeFailures(paths))
      }
      noteKeychainFailure(paths)
      throw new AppFailure('keychainFailed', {})
    })
  }

  #unlockTyped(kind: TypedSlot['kind'], secret: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.#opened) return
      const packs = loadPacks(this.ports.resources)
      const { slots } = readKeyFile(vaultPaths(this.folder))
      const { slot, key, tookMs } = await this.tryTyped(slots, { kind, secret, fits: () => true })
      const failures = takeFailures(vaultPaths(this.folder))
      this.#open(packs, { key, slotId: slot.id, kind, slots }, 'vaultUnlocked', failures)
      const cost = this.kdf.raised(slot.kdf, tookMs)
      if (cost) void this.inTurn(() => this.#strengthen(slot, secret, cost))
    })
  }

  /** What a new key costs to derive. */
  newCost(): Promise<KdfCost> {
    return this.kdf.forNewKey(this.ports.deriveKey)
  }

  tryTyped(slots: readonly KeySlot[], typed: Try): Promise<Tried> {
    return trySlots(slots, this.ports, typed, vaultPaths(this.folder))
  }

  /** A key that has become cheap to guess is derived anew at a higher cost; a lock meanwhile leaves it as it was. */
  async #strengthen(slot: TypedSlot, secret: string, cost: KdfCost): Promise<void> {
    const opened = this.#opened
    if (!opened) return
    const stronger = await sealSlot(opened.key, { ...slot, secret }, this.ports, cost)
    const { session, keys } = opened
    keys.change(
      keys.slots.map((old) => (old.id === slot.id ? stronger : old)),
      {
        after: () =>
          session.command(({ record }) => record('passphraseStrengthened', null, { passes: cost.passes })),
      },
    )
  }

  /** Puts a backup in the place of the vault and opens it; see `draftFromBackup`. */
  restore(input: Input<'vault.restore'>): Promise<void> {
    return this.inTurn(async () => {
      if (this.#opened) throw new AppFailure('vaultExists', {})
      const packs = loadPacks(this.ports.resources)
      const paths = vaultPaths(this.folder)
      // No other program may have the vault open whose place is taken.
      if (vaultExists(paths)) lockVault(paths)()
      const { draft, ...opening } = await draftFromBackup(this.ports, this.folder, input)
      const failures = takeFailures(paths)
      swapVault(paths, draft, this.ports.clock.now())
      this.#open(packs, opening, 'vaultRestored', failures)
    })
  }

  /**
   * Closes the register, encrypts it anew, and opens it by the new key. The old files go when the new ones are open; where
   * the work fails, the old ones are opened again.
   */
  async reopenRekeyed(nextKey: Uint8Array, slot: TypedSlot): Promise<void> {
    const opened = this.#opened
    if (!opened) throw new AppFailure('vaultLocked', {})
    const { packs, officer } = opened.session
    const key = Uint8Array.from(opened.key)
    const { slotId, kind, keys } = opened
    this.#reopening = opened
    try {
      await this.#lock()
      const onProgress = (done: number, total: number): void =>
        this.#announce({ progress: { task: 'rekey', done, total } })
      const paths = vaultPaths(this.folder)
      await swapRekeyed(this.ports, { paths, key, nextKey, slot, officer, onProgress })
      const next = { key: nextKey, slotId: slot.id, kind: 'passphrase', slots: [slot] } as const
      this.#open(packs, next, 'vaultUnlocked', {})
      key.fill(0)
      clearRekeyed(paths)
    } catch (error) {
      nextKey.fill(0)
      if (!this.#opened) this.#open(packs, { key, slotId, kind, slots: keys.slots }, 'vaultUnlocked', {})
      throw error
    } finally {
      this.#reopening = null
    }
    this.#announce({ changed: [...changedNouns] })
  }

  /** Closes the register and forgets its key. A message on its way out, and a backup under way, are finished first. */
  lock(): Promise<void> {
    return this.inTurn(() => this.#lock())
  }

  /** As `lock`, after the last backup where they are made by themselves. */
  close(): Promise<void> {
    return this.inTurn(async () => {
      await this.#backups?.finish()
      await this.#lock()
    })
  }

  async #lock(): Promise<void> {
    const opened = this.#opened
    if (!opened) return
    this.#opened = null
    this.#announce({ changed: ['vault'] })
    await this.#backups?.stop()
    this.#backups = null
    opened.keyFile.stop()
    opened.key.fill(0)
    await opened.session.close()
  }

  #open(
    packs: Session['packs'],
    { key, slotId, kind, slots }: Opening,
    deed: OpeningDeed,
    details: AuditDetails,
  ): void {
    const paths = vaultPaths(this.folder)
    finishSwap(paths, this.ports.clock.now())
    const release = lockVault(paths)
    let connection: ReturnType<typeof openRegister> | undefined
    try {
      clearDrafts(paths)
      if (hasLostChanges(`${paths.register}-wal`)) throw new AppFailure('vaultDamaged', {})
      connection = openRegister(paths.register, key, (db, found) => keepBeforeUpgrade(db, paths, found))
      if (deed === 'vaultUnlocked' && !this.#reopening) clearRekeyed(paths)
      const holder = holderOfSlot(wrapDatabase(connection), slotId) ?? nobody
      const { ports } = this
      const session = new Session(ports, packs, connection, holder, release, this.#announce)
      const keys = new HeldKeys(paths, slots)
      const keyFile = new KeyFileWatch(session, keys)
      this.#opened = { session, key, slotId, kind, holder, keys, keyFile }
      this.#backups = new BackupWatch(this.#opened, this.folder)
      session.start(deed, { ...details, ...howOpened(kind, holder) })
      forgetUpgrades(session, paths)
      keyFile.start()
    } catch (error) {
      this.#opened = null
      void this.#backups?.stop()
      this.#backups = null
      key.fill(0)
      connection?.close()
      release()
      throw error
    }
    this.#announce({ changed: ['vault'] })
  }

  /** What changes who may open the vault, or whether it is open, goes one after another. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}
