import type { Migration } from '../migrate.ts'

/** What is lifted, settled and closed, in the order that its screen reads a page of it. */
export const screenPages: Migration = {
  version: 370,
  up: (db) => {
    db.exec(`
      CREATE INDEX blocking_lifted ON blocking(since_on, id) WHERE lifted_on IS NOT NULL;
      CREATE INDEX incoming_settled ON incoming(settled_at, id) WHERE state <> 'waiting';
      CREATE INDEX audit_of_closing ON audit(case_id, at) WHERE action IN ('closed', 'annulled', 'merged');
    `)
  },
}
