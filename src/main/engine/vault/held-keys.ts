import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import type { KeyFileFault } from '../../../shared/model/key.ts'
import { draftKeyFile, holdsSlots, placeFile, stampOf, type VaultPaths } from './files.ts'
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

  /** What is wrong with the file; null where it holds these slots and no others, or another program keeps it to itself. */
  fault(): KeyFileFault | null {
    if (!existsSync(this.#path)) return 'absent'
    try {
      return holdsSlots(readFileSync(this.#path, 'utf8'), this.#slots) ? null : 'replaced'
    } catch (error) {
      return isKept(error) ? null : 'replaced'
    }
  }

  /** Writes the file anew. Another one in its place stays beside it as `keys.json.found-…`. `now`: milliseconds since 1970. */
  putBack(now: number): void {
    const draft = draftKeyFile(this.#path, keyFileOf(this.#slots))
    // A copy: at no moment is there no file in its place that was there before.
    if (existsSync(this.#path)) copyFileSync(this.#path, `${this.#path}.found-${stampOf(now)}`)
    placeFile(draft, this.#path)
  }
}

/** As an antivirus program does for a moment, on Windows. */
function isKept(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(EBUSY|EPERM|EACCES)$/.test(String(error.code))
}
