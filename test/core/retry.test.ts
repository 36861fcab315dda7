import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nextAttemptAt, waitsForServer } from '../../src/core/mail/retry.ts'
import { RetryPolicy, SendFailure } from '../../src/shared/model/mail.ts'

const policy = RetryPolicy.parse(JSON.parse(readFileSync('resources/packs/kz/mail/retry.json', 'utf8')))
const minute = 60_000
const patience = policy.giveUpAfterHours * 60 * minute
const now = Date.UTC(2026, 10, 23, 6)
const fresh = { deferrals: 0, refusedSince: null }
const transient: readonly SendFailure[] = [
  'temporarilyRefused',
  'hostUnknown',
  'unreachable',
  'timeout',
  'connectionLost',
]

describe('another attempt', () => {
  it.each(SendFailure.options)('after %s comes by itself only where the refusal may pass', (failure) => {
    const next = nextAttemptAt(policy, failure, fresh, now)
    expect(next).toBe(transient.includes(failure) ? now + minute : null)
  })

  it('waits longer each time, by the pack, and at last no longer', () => {
    const delays = Array.from({ length: 9 }, (_, deferrals) => {
      const next = nextAttemptAt(policy, 'unreachable', { deferrals, refusedSince: null }, now)
      return ((next ?? 0) - now) / minute
    })
    expect(delays).toEqual([1, 5, 15, 30, 60, 120, 120, 120, 120])
  })

  it('is given up a day after the server first refused, and never for want of a network', () => {
    const dayAgo = { deferrals: 20, refusedSince: now - 23 * 60 * minute }
    expect(nextAttemptAt(policy, 'temporarilyRefused', dayAgo, now)).toBeNull()
    expect(nextAttemptAt(policy, 'unreachable', dayAgo, now)).toBe(now + 120 * minute)
  })

  it('ends for every server that keeps refusing, and lies always ahead', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...transient), { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 10 }),
        (failures, delaysMinutes) => {
          const given = { ...policy, delaysMinutes }
          let [at, refusedSince]: [number, number | null] = [now, null]
          for (const [deferrals, failure] of failures.entries()) {
            const next = nextAttemptAt(given, failure, { deferrals, refusedSince }, at)
            refusedSince ??= waitsForServer(failure) ? null : at
            if (next === null) return
            const latest = waitsForServer(failure) ? Infinity : (refusedSince ?? at) + patience
            expect([next > at, next <= latest]).toEqual([true, true])
            at = next
          }
        },
      ),
    )
  })
})
