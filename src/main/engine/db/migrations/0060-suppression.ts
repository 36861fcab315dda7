import type { Migration } from '../migrate.ts'

/** What is blocked since when, and whom nothing is mailed to any more. */
export const suppression: Migration = {
  version: 60,
  up: (db) => {
    db.exec(`
      CREATE TABLE blocking (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        what TEXT NOT NULL,
        since_on TEXT NOT NULL,
        blocked_by TEXT NOT NULL,
        lifted_on TEXT,
        lifted_by TEXT,
        why TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE INDEX blocking_by_case ON blocking(case_id);
      CREATE INDEX blocking_in_force ON blocking(since_on, id) WHERE lifted_on IS NULL;

      CREATE TABLE blocking_system (
        blocking_id INTEGER NOT NULL REFERENCES blocking(id),
        system_id TEXT NOT NULL,
        PRIMARY KEY (blocking_id, system_id)
      ) STRICT, WITHOUT ROWID;

      -- Cases that an older program blocked: what and since when stands in the record.
      INSERT INTO blocking (case_id, what, since_on, blocked_by)
        SELECT c.id, coalesce(a.details ->> 'what', ''), coalesce(a.details ->> 'on', substr(a.at, 1, 10)), a.actor
        FROM cases c JOIN audit a ON a.seq =
          (SELECT max(seq) FROM audit WHERE case_id = c.id AND action = 'blocked')
        WHERE c.blocked = 1;

      -- Keyed hashes of addresses and numbers: nobody can be read out of it, yet anybody can be looked up.
      CREATE TABLE suppression (
        id INTEGER PRIMARY KEY,
        hash TEXT NOT NULL,
        type TEXT NOT NULL,
        reason TEXT NOT NULL,
        case_id INTEGER REFERENCES cases(id),
        added_on TEXT NOT NULL,
        added_by TEXT NOT NULL,
        removed_on TEXT,
        removed_by TEXT,
        removal_reason TEXT NOT NULL DEFAULT ''
      ) STRICT;
      CREATE UNIQUE INDEX suppression_in_force ON suppression(hash) WHERE removed_on IS NULL;
    `)
  },
}
