import type { CalendarYear, DayReason } from '../../shared/model/calendar.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import { isWeekend, yearOf } from './days.ts'

type YearTable = {
  state: CalendarYear['state']
  daysOff: ReadonlyMap<string, CalendarYear['daysOff'][number]>
  workingWeekends: ReadonlyMap<string, CalendarYear['workingWeekends'][number]>
}

/** The working calendar: official and provisional years by number. */
export type Calendar = ReadonlyMap<number, YearTable>

/** What a day is, and why. `unknownYear` where no table exists: the caller must refuse, never guess. */
export type DayKind =
  | { known: true; works: boolean; reason: Exclude<DayReason, { kind: 'start' | 'calendar' }> }
  | { known: false; year: number }

export function buildCalendar(years: readonly CalendarYear[]): Calendar {
  return new Map(
    years.map((year) => [
      year.year,
      {
        state: year.state,
        daysOff: new Map(year.daysOff.map((day) => [day.date, day])),
        workingWeekends: new Map(year.workingWeekends.map((day) => [day.date, day])),
      },
    ]),
  )
}

export function dayKind(calendar: Calendar, date: LocalDate): DayKind {
  const table = calendar.get(yearOf(date))
  if (!table) return { known: false, year: yearOf(date) }
  const workingWeekend = table.workingWeekends.get(date)
  if (workingWeekend) {
    return { known: true, works: true, reason: { kind: 'workingWeekend', name: workingWeekend.name } }
  }
  const dayOff = table.daysOff.get(date)
  if (dayOff) return { known: true, works: false, reason: { kind: 'dayOff', name: dayOff.name } }
  if (isWeekend(date)) return { known: true, works: false, reason: { kind: 'weekend' } }
  return { known: true, works: true, reason: { kind: 'working' } }
}

export function isProvisional(calendar: Calendar, year: number): boolean {
  return calendar.get(year)?.state === 'provisional'
}

/**
 * What a year table says against itself, for the pack's author: a date of another year, a weekend listed as a day off,
 * a weekday listed as a worked weekend, a date twice. Empty when the table is sound.
 */
export function calendarFaults(year: CalendarYear): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  for (const { date } of [...year.daysOff, ...year.workingWeekends]) {
    if (yearOf(date) !== year.year) faults.push(`${date} is not in ${year.year}`)
    if (seen.has(date)) faults.push(`${date} stands twice`)
    seen.add(date)
  }
  for (const { date } of year.daysOff) if (isWeekend(date)) faults.push(`${date} is a weekend already`)
  for (const { date } of year.workingWeekends)
    if (!isWeekend(date)) faults.push(`${date} is a weekday already`)
  return faults
}
