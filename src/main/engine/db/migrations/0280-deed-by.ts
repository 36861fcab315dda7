import type { Migration } from '../migrate.ts'

/** Who did what was done in a system, where it was another than the officer who notes it. */
export const deedBy: Migration = {
  version: 280,
  up: (db) => {
    db.exec("ALTER TABLE case_system ADD COLUMN deed_by TEXT NOT NULL DEFAULT ''")
  },
}
