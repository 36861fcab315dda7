import { addDays } from '../../src/core/calendar/days.ts'
import { dayKind, type Calendar } from '../../src/core/calendar/calendar.ts'
import type { LocalDate } from '../../src/shared/model/local-date.ts'

/** The clock of the demonstration. */
export type StoryClock = {
  now(): number
  /** The officer takes up a request that came on this date. */
  takeUp(receivedOn: LocalDate): void
}

/** Today, for one's own e-mails. */
export const realClock: StoryClock = { now: () => Date.now(), takeUp: () => undefined }

/** For the e-mails that come with the program: each is taken up at ten in the morning of the next working day. */
export function storyClock(calendar: Calendar): StoryClock {
  // 09:00 in Almaty on the Monday before the first of them.
  let moment = Date.parse('2026-11-16T04:00:00Z')
  return {
    now: () => moment,
    takeUp: (receivedOn) => {
      moment = Math.max(moment, Date.parse(`${nextWorkingDay(receivedOn, calendar)}T05:00:00Z`))
    },
  }
}

function nextWorkingDay(date: LocalDate, calendar: Calendar): LocalDate {
  const next = addDays(date, 1)
  const kind = dayKind(calendar, next)
  return !kind.known || kind.works ? next : nextWorkingDay(next, calendar)
}
