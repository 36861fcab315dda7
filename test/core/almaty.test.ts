import { describe, expect, it } from 'vitest'
import { almatyDate, almatyTime } from '../../src/core/calendar/almaty.ts'

describe('the date in Almaty', () => {
  it.each([
    ['2026-11-22T18:59:00Z', '2026-11-22'],
    ['2026-11-22T19:01:00Z', '2026-11-23'],
    // Before 1 March 2024 Almaty was six hours ahead.
    ['2024-02-28T17:59:00Z', '2024-02-28'],
    ['2024-02-28T18:00:00Z', '2024-02-29'],
    ['2024-02-29T18:30:00Z', '2024-02-29'],
    ['2024-02-29T19:00:00Z', '2024-03-01'],
  ])('%s is %s', (moment, expected) => {
    expect(almatyDate(Date.parse(moment))).toBe(expected)
  })

  it('tells the time', () => {
    expect(almatyTime(Date.parse('2026-11-23T06:05:00Z'))).toBe('2026-11-23 11:05')
  })
})
