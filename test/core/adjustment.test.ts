import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { calendarFaults, dayKind } from '../../src/core/calendar/calendar.ts'
import { addDays, daysBetween } from '../../src/core/calendar/days.ts'
import { adjustedDueDate, type Adjustment } from '../../src/core/deadlines/adjustment.ts'
import { computeDueDate, type DueOn, type Term } from '../../src/core/deadlines/due-date.ts'
import { closeVersions } from '../../src/core/deadlines/rules.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import type { Result } from '../../src/shared/errors.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'

const { calendar, rules, years } = loadPacks('resources')
const first = LocalDate.parse('2024-01-01')
const day = fc.integer({ min: 0, max: 3 * 365 }).map((offset) => addDays(first, offset))
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ unit: fc.constant('workingDays' as const), amount: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ unit: fc.constant('calendarDays' as const), amount: fc.integer({ min: 1, max: 60 }) }),
)

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function adjusted(from: LocalDate, term: Term, adjustments: readonly Adjustment[]): DueOn {
  const holds = valueOf(adjustedDueDate(from, term, adjustments, calendar))
  return holds ?? valueOf(computeDueDate(from, term, calendar))
}

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

describe('an extended term', () => {
  const extension = fc.integer({ min: 1, max: 90 })

  it('ends on a working day, not before the day it was extended to, nor before the date by the rule', () => {
    fc.assert(
      fc.property(day, term, extension, (from, term, days) => {
        const byRule = valueOf(computeDueDate(from, term, calendar)).dueOn
        const until = addDays(byRule, days)
        const { dueOn, trace } = adjusted(from, term, [{ type: 'extension', until }])
        expect(dayKind(calendar, dueOn)).toMatchObject({ known: true, works: true })
        expect(dueOn >= until && dueOn > byRule).toBe(true)
        // Between the last day agreed on and the one that holds nobody works.
        for (let off = until; off < dueOn; off = addDays(off, 1)) {
          expect(dayKind(calendar, off)).toMatchObject({ works: false })
        }
        expect(trace.length - 1).toBe(daysBetween(from, dueOn))
        expect(trace.at(-1)?.date).toBe(dueOn)
      }),
    )
  })

  it('never comes earlier for a later extension, and the latest one holds', () => {
    fc.assert(
      fc.property(day, term, extension, extension, (from, term, one, other) => {
        const byRule = valueOf(computeDueDate(from, term, calendar)).dueOn
        const until = (days: number): Adjustment => ({ type: 'extension', until: addDays(byRule, days) })
        const both = adjusted(from, term, [until(one), until(other)]).dueOn
        expect(both).toBe(adjusted(from, term, [until(Math.max(one, other))]).dueOn)
        expect(both >= adjusted(from, term, [until(Math.min(one, other))]).dueOn).toBe(true)
      }),
    )
  })

  it('is not shortened by a pause', () => {
    const pause = fc.record({ after: fc.integer({ min: 1, max: 20 }), days: fc.integer({ min: 1, max: 20 }) })
    fc.assert(
      fc.property(day, term, extension, pause, (from, term, days, { after, days: stood }) => {
        const until = addDays(valueOf(computeDueDate(from, term, calendar)).dueOn, days)
        const extended: Adjustment = { type: 'extension', until }
        const paused: Adjustment = {
          type: 'pause',
          from: addDays(from, after),
          until: addDays(from, after + stood),
        }
        expect(adjusted(from, term, [extended, paused]).dueOn >= adjusted(from, term, [extended]).dueOn).toBe(
          true,
        )
      }),
    )
  })
})

describe('a term that a request states', () => {
  it('ends on the very day, whatever day it is, and is refused before its start', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 120 }), (from, days) => {
        const statedDueOn = addDays(from, days)
        const result = computeDueDate(from, { unit: 'stated', amount: 0, statedDueOn }, calendar)
        const counts = result.ok ? result.value.trace.map(({ count }) => count) : []
        expect(result).toMatchObject(
          days < 0 ? { error: { code: 'dateTooEarly' } } : { value: { dueOn: statedDueOn } },
        )
        expect(counts).toEqual(days < 0 ? [] : Array.from({ length: days + 1 }, (_, index) => index))
      }),
    )
  })
})

describe('every date', () => {
  it('is the same wherever the workstation thinks it is', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Almaty',
      'America/Los_Angeles',
      'America/St_Johns',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kathmandu',
      'Europe/Berlin',
      'Africa/Casablanca',
    )
    fc.assert(
      fc.property(day, term, fc.integer({ min: 1, max: 60 }), zones, (from, term, days, there) => {
        process.env['TZ'] = 'Asia/Almaty'
        const until = addDays(from, days)
        const here = adjusted(from, term, [{ type: 'extension', until }])
        process.env['TZ'] = there
        expect(adjusted(from, term, [{ type: 'extension', until }])).toEqual(here)
      }),
    )
  })
})

describe('what is wrong with a law', () => {
  it('an official year without a day off was not filled in', () => {
    const year = years.find((table) => table.state === 'official')
    if (!year) throw new Error('no official year')
    expect(calendarFaults({ ...year, daysOff: [] })).toEqual([
      { fault: 'noDaysOff', date: `${year.year}-01-01` },
    ])
  })

  it('a version for the time before the first one leaves that as it is', () => {
    const rule = rules.find(({ id }) => id === 'claim-answer')
    if (!rule) throw new Error('no such rule')
    const earlier = { ...rule, version: 2, validFrom: first, validTo: addDays(rule.validFrom, -1) }
    const later = { ...rule, version: 3, validFrom: addDays(rule.validFrom, 100) }
    const spans = closeVersions([rule, earlier, later]).map(({ version, validFrom, validTo }) => [
      version,
      validFrom,
      validTo,
    ])
    expect(spans).toEqual([
      [1, rule.validFrom, addDays(later.validFrom, -1)],
      [2, first, addDays(rule.validFrom, -1)],
      [3, later.validFrom, null],
    ])
  })
})
