import { addDays } from '../../../core/calendar/days.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { weekdayIndex } from '../../i18n/dates.ts'

function firstOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - Number(date.slice(8)))
}

export function inMonth(date: LocalDate, month: LocalDate): boolean {
  return date.slice(0, 7) === month.slice(0, 7)
}

/** The Monday on or before the first of a month. */
export function gridStart(month: LocalDate): LocalDate {
  const first = firstOf(month)
  return addDays(first, -weekdayIndex(first))
}

/** The same day of the month before or after, or that month's last. */
export function otherMonth(date: LocalDate, direction: -1 | 1): LocalDate {
  const first = firstOf(date)
  const target = direction === 1 ? firstOf(addDays(first, 31)) : firstOf(addDays(first, -1))
  const goal = addDays(target, Number(date.slice(8)) - 1)
  return inMonth(goal, target) ? goal : addDays(firstOf(addDays(target, 31)), -1)
}
