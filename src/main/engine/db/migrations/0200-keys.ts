import type { Migration } from '../migrate.ts'

/** Several keys a person, roles, and forms that were left half filled. */
export const keys: Migration = {
  version: 200,
  up: (db) => {
    db.exec(`
      ALTER TABLE officer ADD COLUMN role TEXT NOT NULL DEFAULT 'officer';

      -- Whose the slots of keys.json are. officer.slot_id is no longer read.
      CREATE TABLE key_slot (
        slot_id TEXT PRIMARY KEY,
        officer_id INTEGER NOT NULL REFERENCES officer(id),
        made_at TEXT
      ) STRICT, WITHOUT ROWID;
      INSERT INTO key_slot (slot_id, officer_id) SELECT slot_id, id FROM officer WHERE slot_id IS NOT NULL;
      UPDATE officer SET slot_id = NULL;

      CREATE TABLE draft (
        officer_id INTEGER NOT NULL REFERENCES officer(id),
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (officer_id, name)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
