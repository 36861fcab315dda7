import type { Migration } from '../migrate.ts'

/** Running clocks that are dated alike stand together: a change of the law is counted once for all of them. */
export const clocksAlike: Migration = {
  version: 360,
  up: (db) => {
    db.exec(`CREATE INDEX clock_alike ON clock(rule_id, rule_version, started_on, due_on, effective_on)
      WHERE ended_on IS NULL`)
  },
}
