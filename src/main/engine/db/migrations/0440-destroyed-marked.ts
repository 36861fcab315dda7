import type { Migration } from '../migrate.ts'

/** A destroyed case bears a mark, kept by a trigger: what is due to be destroyed is read past none of those before it. */
export const destroyedMarked: Migration = {
  version: 440,
  up: (db) => {
    db.exec(`
      ALTER TABLE cases ADD COLUMN destroyed INTEGER NOT NULL DEFAULT 0;
      UPDATE cases SET destroyed = 1 WHERE id IN (SELECT case_id FROM destroyed_case);
      CREATE TRIGGER destroyed_marked AFTER INSERT ON destroyed_case BEGIN
        UPDATE cases SET destroyed = 1 WHERE id = new.case_id;
      END;
      CREATE INDEX cases_closed_by_received ON cases(received_on, id) WHERE status = 'closed' AND destroyed = 0;
    `)
  },
}
