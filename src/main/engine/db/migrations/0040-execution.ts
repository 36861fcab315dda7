import type { Migration } from '../migrate.ts'

/** What was found and done in each system, and the systems that the officer added or renamed. */
export const execution: Migration = {
  version: 40,
  up: (db) => {
    db.exec(`
      CREATE TABLE case_system (
        case_id INTEGER NOT NULL REFERENCES cases(id),
        round INTEGER NOT NULL,
        system_id TEXT NOT NULL,
        found TEXT NOT NULL,
        data TEXT NOT NULL,
        deed TEXT,
        deed_on TEXT,
        deed_method TEXT NOT NULL,
        proof TEXT NOT NULL,
        officer TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, round, system_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE case_system_category (
        case_id INTEGER NOT NULL,
        round INTEGER NOT NULL,
        system_id TEXT NOT NULL,
        category_id TEXT NOT NULL,
        PRIMARY KEY (case_id, round, system_id, category_id),
        FOREIGN KEY (case_id, round, system_id) REFERENCES case_system(case_id, round, system_id)
      ) STRICT, WITHOUT ROWID;

      -- The operator's own systems: new ones, and those of the pack under another name or out of use.
      CREATE TABLE system_entry (
        id TEXT PRIMARY KEY,
        title_ru TEXT NOT NULL,
        title_kk TEXT NOT NULL,
        active INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
