import type { Migration } from '../migrate.ts'

/** Every backup and every drill, and how it ended. `seq` is the last entry of the record that it holds. */
export const backups: Migration = {
  version: 210,
  up: (db) => {
    db.exec(`
      CREATE TABLE backup_run (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        name TEXT NOT NULL,
        fault TEXT,
        bytes INTEGER NOT NULL,
        ms INTEGER NOT NULL,
        seq INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX backup_run_by_kind ON backup_run(kind, id);
    `)
  },
}
