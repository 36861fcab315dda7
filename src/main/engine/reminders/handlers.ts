import { addDays } from '../../../core/calendar/days.ts'
import type { engineContract, Handlers, Output } from '../../../shared/contract/index.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { countDueBetween } from '../day/store.ts'
import type { Session } from '../session.ts'
import { mayRemind } from './due.ts'
import { insertReminder, type Reminder, untoldReminders } from './store.ts'

/** As many numbers as a notification has room for. */
const namedCases = 3

export const reminderHandlers: Handlers<Pick<typeof engineContract, 'reminders'>, Session> = {
  'reminders.counts': (session) =>
    session.query((db) => {
      const { today } = session
      return {
        today: countDueBetween(db, { from: today, to: today }),
        late: countDueBetween(db, { from: '0001-01-01' as LocalDate, to: addDays(today, -1) }),
      }
    }),
  'reminders.take': (session) =>
    session.unrecorded(({ db, at, today }) => {
      const taken = mayRemind(session, db) ? untoldReminders(db, today) : []
      for (const reminder of taken) insertReminder(db, reminder, at)
      return summed(taken)
    }),
}

/** All that has come goes into one notification. */
function summed(taken: readonly Reminder[]): Output<'reminders.take'> {
  const count = (stage: Reminder['stage']): number => taken.filter((one) => one.stage === stage).length
  const numbers = new Set(taken.map(({ caseNumber }) => caseNumber))
  return {
    warned: count('warned'),
    due: count('due'),
    late: count('late'),
    caseNumbers: [...numbers].slice(0, namedCases),
  }
}
