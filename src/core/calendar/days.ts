import type { LocalDate } from '../../shared/model/local-date.ts'

const dayMs = 86_400_000

/** Days since 1970-01-01. Dates and day numbers map one to one, without zones. */
function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs
}

/** The date `count` days later, or earlier where it is negative. */
export function addDays(date: LocalDate, count: number): LocalDate {
  return new Date((dayNumber(date) + count) * dayMs).toISOString().slice(0, 10) as LocalDate
}

/** Days from one date to another; negative where the second comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

export function isWeekend(date: LocalDate): boolean {
  const weekday = new Date(dayNumber(date) * dayMs).getUTCDay()
  return weekday === 0 || weekday === 6
}
