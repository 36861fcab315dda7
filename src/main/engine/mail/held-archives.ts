import type { LetterId } from '../../../shared/model/ids.ts'

/** A letter as an encrypted file, whose password was shown and forgotten. */
export type HeldArchive = { letterId: LetterId; name: string; bytes: Uint8Array; sha256: string }

const most = 8

/** Encrypted files that were made and not sent yet, by hash. They live in memory only, and no longer than the session. */
export class HeldArchives {
  readonly #archives = new Map<string, HeldArchive>()

  hold(archive: HeldArchive): void {
    this.#archives.set(archive.sha256, archive)
    const oldest = this.#archives.keys().next().value
    if (this.#archives.size > most && oldest !== undefined) this.#archives.delete(oldest)
  }

  /** Of this letter alone, so that no other goes in its place. */
  find(letterId: LetterId, sha256: string): HeldArchive | undefined {
    const found = this.#archives.get(sha256)
    return found?.letterId === letterId ? found : undefined
  }

  clear(): void {
    this.#archives.clear()
  }
}
