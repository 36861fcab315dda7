import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { agendaSpans } from '../../src/core/agenda/groups.ts'
import { writeCalendar } from '../../src/core/agenda/ics.ts'
import { isOfficeOpen, workingMinutesLeft } from '../../src/core/agenda/office-time.ts'
import { buildCalendar } from '../../src/core/calendar/calendar.ts'
import { CalendarYear } from '../../src/shared/model/calendar.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'

const folder = 'resources/packs/kz/calendar'
const calendar = buildCalendar(
  readdirSync(folder).map((name) =>
    CalendarYear.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))),
  ),
)
const office = { opensAt: '09:00', closesAt: '18:00' }
const date = (text: string): LocalDate => LocalDate.parse(text)
/** A moment in Almaty, UTC+5 since March 2024. */
const almaty = (text: string): number => Date.parse(`${text}:00+05:00`)
const hoursLeft = (now: string, dueOn: string): number | null => {
  const minutes = workingMinutesLeft(almaty(now), date(dueOn), office, calendar)
  return minutes === null ? null : minutes / 60
}

describe('working time left', () => {
  it.each([
    ['an hour and a half of today', '2026-11-23T16:30', '2026-11-23', 1.5],
    ['before the office opens', '2026-11-23T06:00', '2026-11-23', 9],
    ['after it has closed', '2026-11-23T18:30', '2026-11-23', 0],
    ['over a weekend', '2026-11-27T17:00', '2026-11-30', 10],
    ['on a weekend', '2026-11-28T12:00', '2026-11-30', 9],
    ['over Independence Day, 16 December', '2026-12-15T17:00', '2026-12-17', 10],
    // Saturday 4 May 2024 was worked instead of Wednesday 8 May; the 7th is a holiday.
    ['over a worked Saturday', '2024-05-03T17:00', '2024-05-08', 19],
    ['past its day', '2026-11-24T10:00', '2026-11-23', 0],
    ['in a year without a calendar', '2026-11-24T10:00', '2199-01-01', null],
  ])('%s', (_, now, dueOn, hours) => {
    expect(hoursLeft(now, dueOn)).toBe(hours)
  })

  it('the office is open from its first to its last minute, on working days', () => {
    const open = (now: string): boolean => isOfficeOpen(almaty(now), office, calendar)
    expect(['08:59', '09:00', '17:59', '18:00'].map((time) => open(`2026-11-23T${time}`))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(open('2026-11-28T12:00')).toBe(false)
    expect(open('2026-12-16T12:00')).toBe(false)
    expect(open('2024-05-04T12:00')).toBe(true)
  })
})

describe('the groups of a day', () => {
  it('reach over days off to the next working day', () => {
    const monday = agendaSpans(date('2026-11-23'), calendar)
    expect(monday.tomorrow).toEqual({ from: '2026-11-24', to: '2026-11-24' })
    expect(monday.week).toEqual({ from: '2026-11-25', to: '2026-11-29' })
    const friday = agendaSpans(date('2026-11-27'), calendar)
    expect(friday.tomorrow).toEqual({ from: '2026-11-28', to: '2026-11-30' })
    expect(friday.week).toEqual({ from: '2026-12-01', to: '2026-12-06' })
    expect(agendaSpans(date('2026-12-15'), calendar).tomorrow.to).toBe('2026-12-17')
  })
})

describe('the calendar file', () => {
  const summary = `ДС-2026-0001 · Мәліметті бұғаттау; ${'ұзақ атау, '.repeat(20)}😀 соңы\\`
  const event = { uid: 'clock-1@x', on: date('2026-12-31'), summary, alarmMinutes: -900 }
  const text = writeCalendar('Жауап', [event], almaty('2026-11-23T10:00'))

  it('has lines of 75 octets at most, and cuts no character', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
    expect(Buffer.from(text).toString()).toBe(text)
  })

  it('says what was put in', () => {
    const lines = text.replaceAll('\r\n ', '').split('\r\n')
    const said = lines.find((line) => line.startsWith('SUMMARY:'))?.slice('SUMMARY:'.length)
    expect(said?.replaceAll(/\\(.)/g, '$1')).toBe(summary)
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'DTSTAMP:20261123T050000Z',
        'TRIGGER:-PT900M',
      ]),
    )
  })
})
