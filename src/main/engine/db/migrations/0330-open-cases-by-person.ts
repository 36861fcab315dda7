import type { Migration } from '../migrate.ts'

/** Whether somebody has an open case is asked at each registration, of all their namesakes: few have one. */
export const openCasesByPerson: Migration = {
  version: 330,
  up: (db) => {
    db.exec("CREATE INDEX case_open_by_person ON cases(person_id) WHERE status <> 'closed'")
  },
}
