import type { LocalDate } from '../../shared/model/local-date.ts'
import { almatyTime } from '../calendar/almaty.ts'
import { dayKind, type Calendar } from '../calendar/calendar.ts'
import { addDays } from '../calendar/days.ts'

/** When the office works, `HH:MM` in Almaty. A break for lunch is not counted out. */
export type OfficeHours = { opensAt: string; closesAt: string }

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * Working minutes from now until the office closes on the due date; 0 once it is past.
 * Null where a day on the way has no calendar: it is never guessed.
 */
export function workingMinutesLeft(
  now: number,
  dueOn: LocalDate,
  { opensAt, closesAt }: OfficeHours,
  calendar: Calendar,
): number | null {
  const [today = '', time = ''] = almatyTime(now).split(' ')
  const opens = minuteOf(opensAt)
  const closes = minuteOf(closesAt)
  let minutes = 0
  for (let date = today as LocalDate; date <= dueOn; date = addDays(date, 1)) {
    const day = dayKind(calendar, date)
    if (!day.known) return null
    const from = date === today ? Math.max(opens, minuteOf(time)) : opens
    if (day.works) minutes += Math.max(0, closes - from)
  }
  return minutes
}

/** Whether somebody is expected at the desk. */
export function isOfficeOpen(now: number, { opensAt, closesAt }: OfficeHours, calendar: Calendar): boolean {
  const [today = '', time = ''] = almatyTime(now).split(' ')
  const day = dayKind(calendar, today as LocalDate)
  return day.known && day.works && opensAt <= time && time < closesAt
}
