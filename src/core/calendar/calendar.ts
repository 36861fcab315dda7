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
  | {
      known: true
      works: boolean
      reason: Exclude<DayReason, { kind: 'start' | 'calendar' | 'paused' | 'extended' }>
    }
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

/** What a year table may say against itself, and on which day. */
export type CalendarFault = {
  fault: 'otherYear' | 'twice' | 'weekendListedAsOff' | 'weekdayListedAsWorked' | 'noDaysOff'
  date: LocalDate
}

/** Every fault of a year table; empty when it is sound. */
export function calendarFaults(year: CalendarYear): CalendarFault[] {
  const seen = new Set<string>()
  const of = (fault: CalendarFault['fault'], days: readonly { date: LocalDate }[]): CalendarFault[] =>
    days.map(({ date }) => ({ fault, date }))
  const all = [...year.daysOff, ...year.workingWeekends]
  const isRepeated = ({ date }: { date: LocalDate }): boolean => seen.has(date) || !seen.add(date)
  return [
    ...of(
      'otherYear',
      all.filter(({ date }) => yearOf(date) !== year.year),
    ),
    ...of('twice', all.filter(isRepeated)),
    ...of(
      'weekendListedAsOff',
      year.daysOff.filter(({ date }) => isWeekend(date)),
    ),
    ...of(
      'weekdayListedAsWorked',
      year.workingWeekends.filter(({ date }) => !isWeekend(date)),
    ),
    // No year of Kazakhstan is without holidays: an official table without them was not filled in.
    ...(year.state === 'official' && year.daysOff.length === 0
      ? of('noDaysOff', [{ date: `${year.year}-01-01` as LocalDate }])
      : []),
  ]
}
