/** What the engine asks of the world outside; tests put their own in place. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = { now(): number }

export type Random = { bytes(size: number): Uint8Array }

export type Ports = {
  clock: Clock
  random: Random
  /** Folder of packs and fonts, read only. */
  resources: string
}
