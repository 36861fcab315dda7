import type { Migration } from '../migrate.ts'

/** Which clocks the officer was reminded of, and the name of this register in the calendars of others. */
export const reminders: Migration = {
  version: 80,
  up: (db) => {
    db.exec(`
      -- A clock is told once a stage and date; where its date moves, it is told anew.
      CREATE TABLE reminder (
        clock_id INTEGER NOT NULL REFERENCES clock(id),
        stage TEXT NOT NULL,
        effective_on TEXT NOT NULL,
        told_at TEXT NOT NULL,
        PRIMARY KEY (clock_id, stage, effective_on)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX clock_by_warning ON clock(warn_on, effective_on) WHERE ended_on IS NULL;
      INSERT INTO setting (name, value) VALUES ('registerId', json_quote(lower(hex(randomblob(16)))));
    `)
  },
}
