import type { Migration } from '../migrate.ts'

/** What mail servers said later of a message that was sent: that it did not arrive, is delayed, or did arrive. */
export const bounce: Migration = {
  version: 190,
  up: (db) => {
    db.exec(`
      ALTER TABLE mail ADD COLUMN report_outcome TEXT;
      ALTER TABLE mail ADD COLUMN report_status TEXT NOT NULL DEFAULT '';
      ALTER TABLE mail ADD COLUMN report_words TEXT NOT NULL DEFAULT '';
      ALTER TABLE mail ADD COLUMN reported_at TEXT;
      CREATE INDEX mail_by_recipient ON mail(recipient, id);
      CREATE INDEX mail_bounced ON mail(letter_id) WHERE report_outcome = 'failed';
    `)
  },
}
