import { performance } from 'node:perf_hooks'
import { AppFailure } from '../../../shared/errors.ts'
import type { Ports } from '../ports.ts'
import { noteFailure, refuseHaste } from './attempts.ts'
import type { VaultPaths } from './files.ts'
import { type KeySlot, openSlot, type TypedSlot } from './keys.ts'

/** The slot that was opened, the data key it held, and how long its key took to derive. */
export type Tried = { slot: TypedSlot; key: Uint8Array; tookMs: number }

export type Try = Pick<TypedSlot, 'kind'> & { secret: string; fits: (slotId: string) => boolean }

/**
 * Opens the slot that what was typed fits. Each failure makes the next try wait. `counted`: the vault that remembers them.
 * Fails with `unlockDelayed`, `passphraseWrong` or `recoveryCodeWrong`.
 */
export async function trySlots(
  slots: readonly KeySlot[],
  { clock, deriveKey }: Ports,
  { kind, secret, fits }: Try,
  counted: VaultPaths,
): Promise<Tried> {
  refuseHaste(counted, clock.now())
  for (const slot of slots) {
    if (slot.kind !== kind || !fits(slot.id)) continue
    const start = performance.now()
    const key = await openSlot(slot, secret, deriveKey)
    if (key) return { slot, key, tookMs: performance.now() - start }
  }
  noteFailure(counted, clock.now())
  throw new AppFailure(kind === 'recovery' ? 'recoveryCodeWrong' : 'passphraseWrong', {})
}
