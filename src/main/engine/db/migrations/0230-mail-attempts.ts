import type { Migration } from '../migrate.ts'

/**
 * Every attempt to send a mail, with the server's words, and when the next one is due. Of older mails the last attempt alone
 * is known; they count as queued when they were last touched.
 */
export const mailAttempts: Migration = {
  version: 230,
  up: (db) => {
    db.exec(`
      CREATE TABLE mail_attempt (
        id INTEGER PRIMARY KEY,
        mail_id INTEGER NOT NULL REFERENCES mail(id),
        began_at TEXT NOT NULL,
        ended_at TEXT,
        server TEXT NOT NULL,
        outcome TEXT,
        failure TEXT,
        response TEXT NOT NULL DEFAULT '',
        message_sha256 TEXT
      ) STRICT;
      CREATE INDEX mail_attempt_by_mail ON mail_attempt(mail_id, id);

      ALTER TABLE mail ADD COLUMN queued_at TEXT NOT NULL DEFAULT '';
      ALTER TABLE mail ADD COLUMN retry_at TEXT;
      ALTER TABLE mail ADD COLUMN deferrals INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE mail ADD COLUMN refused_since TEXT;
      UPDATE mail SET queued_at = updated_at;
      INSERT INTO mail_attempt (mail_id, began_at, ended_at, server, outcome, failure, response, message_sha256)
      SELECT id, updated_at, updated_at, '', state, failure, response, message_sha256 FROM mail
      WHERE attempts > 0 AND state IN ('sent', 'failed', 'unknown');
    `)
  },
}
