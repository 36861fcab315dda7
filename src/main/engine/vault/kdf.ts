import { performance } from 'node:perf_hooks'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'

/** The most work that this program ever asks of a computer, which takes it some seconds. */
const mostKiBPasses = 65_536 * 64

export const Kdf = z
  .object({
    name: z.literal('argon2id'),
    memoryKiB: z.number().int().min(8_192).max(262_144),
    passes: z.number().int().min(1).max(64),
    lanes: z.number().int().min(1).max(16),
    /** 16 bytes. */
    salt: z.base64().length(24),
  })
  // A file that asks for more is damaged, or made to hold the program up.
  .refine(({ memoryKiB, passes }) => memoryKiB * passes <= mostKiBPasses)
export type Kdf = z.infer<typeof Kdf>
export type KdfCost = Pick<Kdf, 'memoryKiB' | 'passes' | 'lanes'>

/** RFC 9106's second choice (64 MiB, 3 passes), one lane since WASM has one: never less, however slow the computer. */
const leastCost: KdfCost = { memoryKiB: 65_536, passes: 3, lanes: 1 }
const mostPasses = 64
const keyBytes = 32

/** How long a derivation should take on this computer, and when it is too quick, in milliseconds. */
const aimMs = 750
const tooQuickMs = 500

/** 32 bytes by Argon2id. */
export type Derive = (secret: string, kdf: Kdf) => Promise<Uint8Array>

/** What new keys cost, and old ones that became cheap. Tests fix the cost. */
export type KdfPolicy = {
  forNewKey: (derive?: Derive) => Promise<KdfCost>
  /** The cost that a key should have that took so long to derive; null when it is dear enough. */
  raised: (cost: KdfCost, tookMs: number) => KdfCost | null
}

export const calibrated: KdfPolicy = {
  forNewKey: async (derive = deriveKey) => {
    const kdf: Kdf = { name: 'argon2id', ...leastCost, salt: Buffer.alloc(16).toString('base64') }
    // The first run compiles and takes the memory.
    await derive('calibration', { ...kdf, passes: 1 })
    const tookMs = await timed(() => derive('calibration', kdf))
    return { ...leastCost, passes: passesFor(leastCost.passes, tookMs) }
  },
  raised: ({ memoryKiB, passes, lanes }, tookMs) => {
    const isLeast = memoryKiB >= leastCost.memoryKiB && passes >= leastCost.passes
    if (isLeast && (tookMs >= tooQuickMs || passes === mostPasses)) return null
    const scale = Math.max(1, leastCost.memoryKiB / memoryKiB)
    return { memoryKiB: memoryKiB * scale, passes: passesFor(passes, tookMs * scale), lanes }
  },
}

export function fixedCost(cost: KdfCost): KdfPolicy {
  return { forNewKey: () => Promise.resolve(cost), raised: () => null }
}

function passesFor(passes: number, tookMs: number): number {
  const wanted = Math.round((passes * aimMs) / Math.max(1, tookMs))
  return Math.min(mostPasses, Math.max(leastCost.passes, wanted))
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The same secret typed on another keyboard or system must give the same bytes: Unicode NFKC. */
export const deriveKey: Derive = (secret, kdf) =>
  argon2id({
    password: secret.normalize('NFKC'),
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.memoryKiB,
    iterations: kdf.passes,
    parallelism: kdf.lanes,
    hashLength: keyBytes,
    outputType: 'binary',
  })
