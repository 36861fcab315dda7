import { isOfficeOpen } from '../../../core/agenda/office-time.ts'
import type { ReadableDb } from '../db/db.ts'
import { officeHours } from '../day/office.ts'
import type { Session } from '../session.ts'
import { hasUntoldReminders } from './store.ts'

/** Nobody is reminded on a day off or after hours. */
export function mayRemind(session: Session, db: ReadableDb): boolean {
  return isOfficeOpen(session.ports.clock.now(), officeHours(session, db), session.law.calendar)
}

/** Whether there is what to remind of now. */
export function hasReminders(session: Session): boolean {
  return session.query((db) => mayRemind(session, db) && hasUntoldReminders(db, session.today))
}
