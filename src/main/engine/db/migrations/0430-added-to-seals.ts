import type { Migration } from '../migrate.ts'

/**
 * What `audit/content-store.ts` added to the state of a case: cases that have some of it are sealed anew when the register
 * is opened. Who did what in a system goes with a destroyed case, as all that names somebody.
 */
export const addedToSeals: Migration = {
  version: 430,
  up: (db) => {
    db.exec(`
      UPDATE case_system SET deed_by = '' WHERE case_id IN (SELECT case_id FROM destroyed_case);
      INSERT OR IGNORE INTO setting (name, value) SELECT 'sealStale', 'true' FROM cases LIMIT 1;
    `)
  },
}
