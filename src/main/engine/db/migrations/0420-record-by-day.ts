import type { Migration } from '../migrate.ts'

/**
 * Between which links of the record those of a day (UTC) lie, kept by a trigger: a period of it is a stretch of the chain,
 * and is read as such whatever else is asked for. Where the clock was set back the stretches of days overlap.
 */
export const recordByDay: Migration = {
  version: 420,
  up: (db) => {
    db.exec(`
      CREATE TABLE audit_day (
        day TEXT PRIMARY KEY,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      INSERT INTO audit_day SELECT substr(at, 1, 10), min(seq), max(seq) FROM audit GROUP BY 1;
      CREATE TRIGGER audit_day_kept AFTER INSERT ON audit BEGIN
        INSERT INTO audit_day VALUES (substr(new.at, 1, 10), new.seq, new.seq)
          ON CONFLICT (day) DO UPDATE SET last = excluded.last;
      END;
      DROP INDEX audit_by_time;
      DROP INDEX audit_by_deed_and_time;
    `)
  },
}
