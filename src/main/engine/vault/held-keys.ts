import { existsSync, renameSync, rmSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { KeyFileFault } from '../../../shared/model/key.ts'
import { draftKeyFile, parseKeyFile, placeFile, stampOf, type VaultPaths } from './files.ts'
import { keyFileOf, type KeySlot } from './keys.ts'

/** What is done with a change of slots: what the register has to know before the file says so, and what only after it. */
type Deeds = { before?: () => void; after?: () => void }

/**
 * The slots of an open vault. `keys.json` is read once, when the vault is opened, and from then on only written: what
 * somebody lays in its place opens nothing here and goes into no backup.
 */
export class HeldKeys {
  readonly #path: string
  #slots: readonly KeySlot[]

  constructor(paths: VaultPaths, slots: readonly KeySlot[]) {
    this.#path = paths.keys
    this.#slots = slots
  }

  get slots(): readonly KeySlot[] {
    return this.#slots
  }

  /** Other slots take the place of these. Where the disk takes no file, or the deed before fails, nothing has happened. */
  change(slots: readonly KeySlot[], { before, after }: Deeds): void {
    const draft = draftKeyFile(this.#path, keyFileOf(slots))
    try {
      before?.()
      placeFile(draft, this.#path)
    } finally {
      rmSync(draft, { force: true })
    }
    this.#slots = slots
    after?.()
  }

  /** What is wrong with the file; null where it holds these slots and no others. */
  fault(): KeyFileFault | null {
    if (!existsSync(this.#path)) return 'absent'
    const found = parseKeyFile(this.#path)
    return found && isDeepStrictEqual(found.slots, this.#slots) ? null : 'replaced'
  }

  /** Writes the file anew. Another one in its place stays beside it as `keys.json.found-…`. `now`: milliseconds since 1970. */
  putBack(now: number): void {
    const draft = draftKeyFile(this.#path, keyFileOf(this.#slots))
    if (existsSync(this.#path)) renameSync(this.#path, `${this.#path}.found-${stampOf(now)}`)
    placeFile(draft, this.#path)
  }
}
