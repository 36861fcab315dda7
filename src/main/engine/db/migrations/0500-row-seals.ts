import type { Migration } from '../migrate.ts'

/** What a deed sealed besides its case; see `audit/row-seals-store.ts`. The next opening seals all that is there. */
export const rowSeals: Migration = {
  version: 500,
  up: (db) => {
    db.exec(`
      ALTER TABLE audit ADD COLUMN sealed TEXT;
      CREATE INDEX audit_sealing ON audit(seq) WHERE sealed IS NOT NULL;
    `)
  },
}
