import type { Migration } from '../migrate.ts'

/** Which clocks went over to another case with a merge, and from which: a case that is taken up again has them back. */
export const mergedClock: Migration = {
  version: 490,
  up: (db) => {
    db.exec(`
      CREATE TABLE merged_clock (
        id INTEGER PRIMARY KEY,
        clock_id INTEGER NOT NULL REFERENCES clock(id),
        from_id INTEGER NOT NULL REFERENCES cases(id)
      ) STRICT;
      CREATE INDEX merged_clock_by_clock ON merged_clock(clock_id);
      CREATE INDEX merged_clock_by_case ON merged_clock(from_id);
    `)
  },
}
