import type { Derive } from './vault/kdf.ts'
import type { Typesetter } from './letters/typesetter.ts'

/** What the engine asks of the world outside; tests put their own in place. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = { now(): number }

export type Random = { bytes(size: number): Uint8Array }

/**
 * The keychain of the operating system. Null where it does not answer: what is kept there is a convenience, never the
 * only way.
 */
export type Keychain = {
  available(): Promise<boolean>
  seal(secret: Uint8Array): Promise<Uint8Array | null>
  open(sealed: Uint8Array): Promise<Uint8Array | null>
}

export type Ports = {
  clock: Clock
  random: Random
  /** Folder of packs and fonts, read only. */
  resources: string
  keychain?: Keychain
  /** A worker of its own for letters; without one the engine sets them itself. */
  typesetter?: Typesetter
  /** Derives a key in a thread that ends with it and takes its memory along; without one the engine does it itself. */
  deriveKey?: Derive
  /** Where a bundle has put `helper.ts`. */
  helper?: URL
}
