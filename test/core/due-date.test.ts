import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, calendarFaults, dayKind } from '../../src/core/calendar/calendar.ts'
import { addDays, daysBetween } from '../../src/core/calendar/days.ts'
import { computeDueDate, type DueOn, type Term, warningDay } from '../../src/core/deadlines/due-date.ts'
import { CalendarYear } from '../../src/shared/model/calendar.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'

const folder = 'resources/packs/kz/calendar'
const years = readdirSync(folder).map((name) =>
  CalendarYear.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))),
)
const calendar = buildCalendar(years)
const date = (text: string): LocalDate => LocalDate.parse(text)

function due(from: string, term: Term): DueOn {
  const result = computeDueDate(date(from), term, calendar)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const threeWorkingDays: Term = { unit: 'workingDays', amount: 3 }
const oneWorkingDay: Term = { unit: 'workingDays', amount: 1 }
const thirtyDays: Term = { unit: 'calendarDays', amount: 30 }
const fifteenDays: Term = { unit: 'calendarDays', amount: 15 }

describe('calendar packs', () => {
  it('are sound', () => {
    expect(years.flatMap(calendarFaults)).toEqual([])
  })

  // Official counts; those of 2027 and 2028 follow from the rule (2028 without Kurban Ait, which is not announced).
  it.each([
    [2024, 249, 'official'],
    [2025, 246, 'official'],
    [2026, 247, 'official'],
    [2027, 247, 'provisional'],
    [2028, 246, 'provisional'],
  ] as const)('%i has %i working days and is %s', (year, workingDays, state) => {
    let count = 0
    for (let day = date(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) {
      const kind = dayKind(calendar, day)
      if (kind.known && kind.works) count += 1
    }
    expect(count).toBe(workingDays)
    expect(years.find((table) => table.year === year)?.state).toBe(state)
  })
})

describe('due dates counted by hand from the official calendars', () => {
  it.each([
    // Plain week: Mon 23 Nov 2026 → Tue 24, Wed 25, Thu 26.
    ['2026-11-23', threeWorkingDays, '2026-11-26'],
    // Over a weekend: Fri 20 Nov 2026 → Mon 23, Tue 24, Wed 25.
    ['2026-11-20', threeWorkingDays, '2026-11-25'],
    // Received on Saturday and on Sunday: the first working day is day 1.
    ['2026-11-21', threeWorkingDays, '2026-11-25'],
    ['2026-11-22', oneWorkingDay, '2026-11-23'],
    // 2024: Saturday 4 May works, Wednesday 8 May is off. Fri 3 May → Sat 4, Mon 6, (7 off, 8 off, 9 off) Fri 10.
    ['2024-05-03', threeWorkingDays, '2024-05-10'],
    ['2024-05-03', oneWorkingDay, '2024-05-04'],
    ['2024-05-06', oneWorkingDay, '2024-05-10'],
    // 2025: Friday 3 January is off, Sunday 5 January works. Tue 31 Dec 2024 → Sun 5, Mon 6, (7 off) Wed 8.
    ['2024-12-31', threeWorkingDays, '2025-01-08'],
    ['2025-01-02', oneWorkingDay, '2025-01-05'],
    // Nauryz 2026: Fri 20 March → (21–25 off) Thu 26, Fri 27, Mon 30.
    ['2026-03-20', threeWorkingDays, '2026-03-30'],
    // Kurban Ait, Wed 27 May 2026: Tue 26 → Thu 28, Fri 29, Mon 1 June.
    ['2026-05-26', threeWorkingDays, '2026-06-01'],
    // Year's end: Wed 30 Dec 2026 → Thu 31, (1–4 Jan 2027 off) Tue 5, Wed 6.
    ['2026-12-30', threeWorkingDays, '2027-01-06'],
    // Eve of a holiday: Tue 15 Dec 2026 → (16 off) Thu 17.
    ['2026-12-15', oneWorkingDay, '2026-12-17'],
    // 30 calendar days: 1 Nov → 1 Dec 2026, a Tuesday.
    ['2026-11-01', thirtyDays, '2026-12-01'],
    // 30 days from 16 Nov 2026 end on Wed 16 December, Independence Day → Thu 17.
    ['2026-11-16', thirtyDays, '2026-12-17'],
    // 30 days from 12 Nov end on Sat 12 Dec → Mon 14.
    ['2026-11-12', thirtyDays, '2026-12-14'],
    // 15 days from 6 March 2026 end on Sat 21 March: weekend and Nauryz to 25 March → Thu 26.
    ['2026-03-06', fifteenDays, '2026-03-26'],
    // A calendar term that ends on a worked Saturday ends there: 19 April 2024 + 15 = 4 May.
    ['2024-04-19', fifteenDays, '2024-05-04'],
    // «At once» is the very day, though it be Saturday.
    ['2026-11-21', { unit: 'immediate', amount: 0 }, '2026-11-21'],
  ] as const)('%s + %o → %s', (from, term, expected) => {
    expect(due(from, term).dueOn).toBe(expected)
  })

  it('explains each day of the way', () => {
    const { trace } = due('2024-05-03', threeWorkingDays)
    expect(trace.map((day) => [day.date, day.count, day.reason.kind])).toEqual([
      ['2024-05-03', 0, 'start'],
      ['2024-05-04', 1, 'workingWeekend'],
      ['2024-05-05', null, 'weekend'],
      ['2024-05-06', 2, 'working'],
      ['2024-05-07', null, 'dayOff'],
      ['2024-05-08', null, 'dayOff'],
      ['2024-05-09', null, 'dayOff'],
      ['2024-05-10', 3, 'working'],
    ])
  })

  it('explains how the last calendar day moved', () => {
    const { trace } = due('2026-11-16', thirtyDays)
    expect(trace.slice(-3).map((day) => [day.date, day.count, day.reason.kind])).toEqual([
      ['2026-12-15', 29, 'calendar'],
      ['2026-12-16', 30, 'dayOff'],
      ['2026-12-17', null, 'working'],
    ])
  })

  it('says where a date rests on a provisional year, and refuses a year without a table', () => {
    expect(due('2026-12-30', threeWorkingDays).provisional).toBe(true)
    expect(due('2026-11-23', threeWorkingDays).provisional).toBe(false)
    expect(computeDueDate(date('2028-12-29'), threeWorkingDays, calendar)).toEqual({
      ok: false,
      error: { code: 'calendarYearMissing', details: { year: 2029 } },
    })
  })
})

describe('every due date', () => {
  const day = fc.integer({ min: 0, max: 4 * 365 }).map((offset) => addDays(date('2024-01-01'), offset))
  const term = fc.oneof(
    fc.record({ unit: fc.constant('workingDays' as const), amount: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ unit: fc.constant('calendarDays' as const), amount: fc.integer({ min: 1, max: 60 }) }),
  )

  it('falls on a working day, after the start, with a trace that adds up', () => {
    fc.assert(
      fc.property(day, term, (from, term) => {
        const { dueOn, trace } = due(from, term)
        const last = dayKind(calendar, dueOn)
        expect(last.known && last.works).toBe(true)
        expect(trace[0]).toEqual({ date: from, count: 0, reason: { kind: 'start' } })
        expect(trace.length - 1).toBe(daysBetween(from, dueOn))
        const counted = trace.map((step) => step.count).filter((count) => count !== null)
        expect(counted).toEqual(Array.from({ length: term.amount + 1 }, (_, index) => index))
      }),
    )
  })

  it('never comes earlier for a pause, and counts as many days', () => {
    const pause = fc.record({ after: fc.integer({ min: 1, max: 30 }), days: fc.integer({ min: 1, max: 30 }) })
    fc.assert(
      fc.property(day, term, pause, (from, term, { after, days }) => {
        const pauses = [{ from: addDays(from, after), until: addDays(from, after + days) }]
        const moved = due(from, { ...term, pauses })
        expect(moved.dueOn >= due(from, term).dueOn).toBe(true)
        const counted = moved.trace.map((step) => step.count).filter((count) => count !== null)
        expect(counted).toEqual(Array.from({ length: term.amount + 1 }, (_, index) => index))
        const inPause = moved.trace.filter(({ date }) =>
          pauses.some(({ from, until }) => from <= date && date < until),
        )
        expect(inPause.every(({ count }) => count === null)).toBe(true)
        expect(dayKind(calendar, moved.dueOn)).toMatchObject({ known: true, works: true })
      }),
    )
  })

  it('warns on a working day or at the start, never after the due date', () => {
    fc.assert(
      fc.property(day, term, fc.integer({ min: 0, max: 10 }), (from, term, before) => {
        const { dueOn } = due(from, term)
        const warnOn = warningDay(from, dueOn, before, calendar)
        expect(warnOn <= dueOn && warnOn >= from).toBe(true)
      }),
    )
  })

  it('is the same in every time zone of the workstation', () => {
    const zones = [
      'Asia/Almaty',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kathmandu',
    ]
    const script = `
      const { computeDueDate } = await import('./src/core/deadlines/due-date.ts')
      const { buildCalendar } = await import('./src/core/calendar/calendar.ts')
      const { almatyDate } = await import('./src/core/calendar/almaty.ts')
      const { readFileSync } = await import('node:fs')
      const years = [2024, 2025, 2026, 2027].map((y) => JSON.parse(readFileSync('resources/packs/kz/calendar/' + y + '.json')))
      const calendar = buildCalendar(years)
      const dates = []
      for (let ms = Date.UTC(2024, 1, 27); ms < Date.UTC(2026, 11, 1); ms += 37 * 3_600_000) {
        const from = almatyDate(ms)
        for (const unit of ['workingDays', 'calendarDays']) dates.push(from + computeDueDate(from, { unit, amount: 15 }, calendar).value.dueOn)
      }
      console.log(dates.join())`
    const told = zones.map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TZ },
      }).toString(),
    )
    expect(told[0]?.length).toBeGreaterThan(1_000)
    expect(new Set(told).size).toBe(1)
  })

  it('never comes earlier for a later receipt', () => {
    fc.assert(
      fc.property(day, term, (from, term) => {
        expect(due(addDays(from, 1), term).dueOn >= due(from, term).dueOn).toBe(true)
      }),
    )
  })
})
