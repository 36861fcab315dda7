import type { OfficeHours } from '../../../core/agenda/office-time.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Session } from '../session.ts'
import { readOrganisation } from '../settings/store.ts'

/** The office hours of the letterhead; those of the pack while there is none. */
export function officeHours(session: Session, db: ReadableDb): OfficeHours {
  return readOrganisation(db) ?? session.packs.operator
}
