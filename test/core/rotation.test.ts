import { describe, expect, it } from 'vitest'
import { healthOf, keptBackups } from '../../src/core/backup/rotation.ts'
import { firstBackupSettings } from '../../src/shared/model/backup.ts'

const at = (moment: string): { madeAt: number } => ({ madeAt: Date.parse(moment) })
const day = 86_400_000

describe('the rotation of backups', () => {
  it('keeps the newest of seven days, four weeks and twelve months', () => {
    const now = Date.parse('2026-11-26T12:00:00Z')
    const daily = Array.from({ length: 500 }, (_, back) => ({ madeAt: now - back * day }))
    const earlier = daily.map(({ madeAt }) => ({ madeAt: madeAt - 3_600_000 }))
    const kept = keptBackups([...daily, ...earlier], firstBackupSettings.keep, now)
    const days = [...kept].map(({ madeAt }) => new Date(madeAt).toISOString().slice(0, 10))
    expect(days.slice(0, 7)).toEqual(
      [20, 21, 22, 23, 24, 25, 26].toReversed().map((date) => `2026-11-${date}`),
    )
    expect([...kept].every((backup) => daily.includes(backup))).toBe(true)
    // Sundays before, then the last days of months before.
    expect(days.slice(7)).toEqual([
      '2026-11-15',
      '2026-11-08',
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ])
  })

  it('counts days that have a backup, not days of the calendar, and days of Almaty', () => {
    const late = at('2026-11-26T18:59:00Z')
    const afterMidnight = at('2026-11-26T19:01:00Z')
    const longAgo = at('2020-01-01T00:00:00Z')
    const keep = { daily: 3, weekly: 0, monthly: 0 }
    const now = Date.parse('2026-11-27T00:00:00Z')
    expect(keptBackups([longAgo, late, afterMidnight], keep, now)).toEqual(
      new Set([late, afterMidnight, longAgo]),
    )
  })

  it('counts those of a clock that was ahead by themselves', () => {
    const now = Date.parse('2026-11-26T12:00:00Z')
    const keep = { daily: 2, weekly: 0, monthly: 0 }
    const ahead = Array.from({ length: 3 }, (_, days) => ({ madeAt: now + (3650 + days) * day }))
    const own = Array.from({ length: 3 }, (_, days) => ({ madeAt: now - days * day }))
    expect(keptBackups([...ahead, ...own], keep, now)).toEqual(
      new Set([...own.slice(0, 2), ...ahead.slice(1)]),
    )
  })
})

describe('the health of backups', () => {
  const settings = { ...firstBackupSettings, folder: '/backups' }
  const now = Date.parse('2026-11-26T12:00:00Z')
  const well = { lastGoodAt: now, lastFailed: false, lastDrillFailed: false, restored: false, now }
  it.each([
    [{ lastGoodAt: now - 3 * day }, 'good'],
    [{ lastGoodAt: now - 3 * day - 1 }, 'old'],
    [{ lastGoodAt: null }, 'never'],
    [{ lastFailed: true }, 'failed'],
    [{ lastFailed: true, lastDrillFailed: true }, 'failed'],
    [{ lastDrillFailed: true }, 'drillFailed'],
    [{ lastGoodAt: now + 30 * day }, 'good'],
    [{ lastFailed: true, restored: true }, 'restored'],
  ] as const)('%o is %s', (change, health) => {
    const tries = { ...well, ...change }
    expect(healthOf(settings, tries)).toBe(health)
    expect(healthOf(firstBackupSettings, tries)).toBe('unset')
  })
})
