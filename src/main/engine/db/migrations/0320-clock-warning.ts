import type { Migration } from '../migrate.ts'

/** Clocks by when they are due also tell when to warn of them, so that counting the warned reads no clock. */
export const clockWarning: Migration = {
  version: 320,
  up: (db) => {
    db.exec(`
      DROP INDEX clock_running;
      CREATE INDEX clock_running ON clock(effective_on, id, warn_on) WHERE ended_on IS NULL;
    `)
  },
}
