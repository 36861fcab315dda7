import type { Migration } from '../migrate.ts'

/** Cases are found by who acts for the applicant too: those that have somebody are indexed anew at the next opening. */
export const searchRepresentatives: Migration = {
  version: 400,
  up: (db) => {
    db.exec(
      `INSERT OR IGNORE INTO setting (name, value) SELECT 'searchStale', '"represented"' FROM representative LIMIT 1`,
    )
  },
}
