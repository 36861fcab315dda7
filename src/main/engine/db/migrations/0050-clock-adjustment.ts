import type { Migration } from '../migrate.ts'

/**
 * Pauses and extensions of clocks, and the register's own versions of rules and calendars.
 * due_on stays the date by the rule; effective_on is the one that holds.
 */
export const clockAdjustment: Migration = {
  version: 50,
  up: (db) => {
    db.exec(`
      ALTER TABLE clock ADD COLUMN effective_on TEXT NOT NULL DEFAULT '';
      ALTER TABLE clock ADD COLUMN effective_trace TEXT;
      ALTER TABLE clock ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
      -- The day from which the desk warns; the due date itself in clocks of older programs.
      ALTER TABLE clock ADD COLUMN warn_on TEXT NOT NULL DEFAULT '';
      UPDATE clock SET effective_on = due_on, warn_on = due_on;
      -- The rule as it was, in the form of this program: it names its source in three languages and may warn.
      UPDATE clock SET rule = json_set(
        rule,
        '$.warnWorkingDays', 0,
        '$.source', json_object('ru', rule ->> 'source', 'kk', rule ->> 'source', 'en', rule ->> 'source')
      );
      CREATE INDEX clock_running ON clock(effective_on, id) WHERE ended_on IS NULL;

      CREATE TABLE clock_adjustment (
        id INTEGER PRIMARY KEY,
        clock_id INTEGER NOT NULL REFERENCES clock(id),
        type TEXT NOT NULL,
        -- First day that is not counted; for an extension the day it was granted.
        from_on TEXT NOT NULL,
        -- First day counted again, null while the pause lasts; for an extension the new last day.
        until_on TEXT,
        reason TEXT NOT NULL,
        basis TEXT NOT NULL,
        officer TEXT NOT NULL,
        at TEXT NOT NULL,
        revoked_at TEXT,
        revoked_by TEXT,
        revocation TEXT
      ) STRICT;
      CREATE INDEX clock_adjustment_by_clock ON clock_adjustment(clock_id);

      CREATE TABLE rule_version (
        rule_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        rule TEXT NOT NULL,
        officer TEXT NOT NULL,
        saved_on TEXT NOT NULL,
        PRIMARY KEY (rule_id, version)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE calendar_version (
        year INTEGER NOT NULL,
        version INTEGER NOT NULL,
        days TEXT NOT NULL,
        officer TEXT NOT NULL,
        saved_on TEXT NOT NULL,
        PRIMARY KEY (year, version)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
