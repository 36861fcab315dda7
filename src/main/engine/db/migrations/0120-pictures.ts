import type { Migration } from '../migrate.ts'

/** The logo, the signature and the seal that letters show. */
export const pictures: Migration = {
  version: 120,
  up: (db) => {
    db.exec(`
      CREATE TABLE picture (
        name TEXT PRIMARY KEY CHECK (name IN ('logo', 'signature', 'stamp')),
        png BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
