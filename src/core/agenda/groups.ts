import type { LocalDate } from '../../shared/model/local-date.ts'
import { dayKind, type Calendar } from '../calendar/calendar.ts'
import { addDays, isWeekend } from '../calendar/days.ts'

/** What is late, what is due, and what is to be begun. */
export const agendaGroups = ['late', 'today', 'tomorrow', 'week', 'warned'] as const
export type AgendaGroup = (typeof agendaGroups)[number]

export type DaySpan = { from: LocalDate; to: LocalDate }

const earliest = '0001-01-01' as LocalDate
const latest = '9989-12-31' as LocalDate

/**
 * Due dates of each group. `tomorrow` reaches to the next working day, so that on a Friday it holds Monday, too;
 * `week` to the Sunday after that day; `warned` is all that comes later.
 */
export function agendaSpans(today: LocalDate, calendar: Calendar): Record<AgendaGroup, DaySpan> {
  const next = nextWorkingDay(today, calendar)
  const sunday = weekEnd(next)
  return {
    late: { from: earliest, to: addDays(today, -1) },
    today: { from: today, to: today },
    tomorrow: { from: addDays(today, 1), to: next },
    week: { from: addDays(next, 1), to: sunday },
    warned: { from: addDays(sunday, 1), to: latest },
  }
}

/** The first working day after a date; the next day where the calendar does not tell. */
function nextWorkingDay(date: LocalDate, calendar: Calendar): LocalDate {
  let next = addDays(date, 1)
  for (let day = dayKind(calendar, next); day.known && !day.works; day = dayKind(calendar, next)) {
    next = addDays(next, 1)
  }
  return next
}

function weekEnd(date: LocalDate): LocalDate {
  let sunday = date
  while (!(isWeekend(sunday) && !isWeekend(addDays(sunday, 1)))) sunday = addDays(sunday, 1)
  return sunday
}
