import fc from 'fast-check'

/** `at`: which part of the bytes, 0 to 1. */
type Wound = { at: number; cut: number; put: Uint8Array }

/** One to eight places to cut, overwrite or fill; counterexamples show these, not the whole file. */
export const wounds: fc.Arbitrary<Wound[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.nat(4), fc.nat(200), fc.nat(20_000)),
    put: fc.uint8Array({ maxLength: 40 }),
  }),
  { minLength: 1, maxLength: 8 },
)

export function wounded(whole: Uint8Array, all: readonly Wound[]): Uint8Array {
  return all.reduce((bytes, { at, cut, put }) => {
    const from = Math.floor(at * bytes.length)
    return new Uint8Array(Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]))
  }, whole)
}

type Flip = { at: number; bit: number }

/** The same length, a byte another here and there: what a bad disk does. */
function flipped(whole: Uint8Array, places: readonly Flip[]): Uint8Array {
  const bytes = Uint8Array.from(whole)
  for (const { at, bit } of places) {
    const place = Math.floor(at * (bytes.length - 1))
    bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
  }
  return bytes
}

const flips: fc.Arbitrary<Flip[]> = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), bit: fc.nat(7) }),
  {
    minLength: 1,
    maxLength: 3,
  },
)

type Damage = { flips: Flip[] } | { wounds: Wound[] } | { put: Uint8Array }

/** What may become of a file. */
export const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ flips }),
  fc.record({ wounds }),
  fc.record({ put: fc.uint8Array() }),
)

export function damagedBy(whole: Uint8Array, damage: Damage): Uint8Array {
  if ('flips' in damage) return flipped(whole, damage.flips)
  return 'wounds' in damage ? wounded(whole, damage.wounds) : damage.put
}
