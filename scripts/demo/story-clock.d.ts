import { type Calendar } from '../../src/core/calendar/calendar.ts'
import type { LocalDate } from '../../src/shared/model/local-date.ts'
/** The clock of the demonstration. */
export type StoryClock = {
  now(): number
  /** The officer takes up a request that came on this date. */
  takeUp(receivedOn: LocalDate): void
}
/** Today, for one's own e-mails. */
export declare const realClock: StoryClock
/** For the e-mails that come with the program: each is taken up at ten in the morning of the next working day. */
export declare function storyClock(calendar: Calendar): StoryClock
