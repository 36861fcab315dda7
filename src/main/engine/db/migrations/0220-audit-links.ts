import type { Migration } from '../migrate.ts'

/**
 * Links whose details can be erased, with the state of the case they leave; see `audit/chain.ts`. What is written stays
 * as it is: old links keep form 1. Cases without a state on record are sealed when the register is opened.
 */
export const auditLinks: Migration = {
  version: 220,
  up: (db) => {
    db.exec(`
      ALTER TABLE audit ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE audit ADD COLUMN salt TEXT;
      ALTER TABLE audit ADD COLUMN details_hash TEXT;
      ALTER TABLE audit ADD COLUMN case_digest TEXT;
      CREATE INDEX audit_by_action ON audit(action, seq);
      CREATE INDEX audit_by_actor ON audit(actor, seq);

      ALTER TABLE mail ADD COLUMN message_sha256 TEXT;
      INSERT INTO setting (name, value) SELECT 'sealStale', 'true' FROM cases LIMIT 1;
    `)
  },
}
