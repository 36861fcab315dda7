import type { Migration } from '../migrate.ts'

/** Which text a letter was made of and what the officer changed in it, what it corrects, and drafts not yet issued. */
export const letterContent: Migration = {
  version: 140,
  up: (db) => {
    db.exec(`
      -- Of the operator's own versions of the text; 0: the pack's.
      ALTER TABLE letter ADD COLUMN template_revision INTEGER NOT NULL DEFAULT 0;
      -- SHA-256 of the text the officer edited; null: as the template has it.
      ALTER TABLE letter ADD COLUMN body_sha256 TEXT;
      -- The letter that this one takes the place of.
      ALTER TABLE letter ADD COLUMN corrects_id INTEGER REFERENCES letter(id);
      CREATE INDEX letter_by_corrected ON letter(corrects_id) WHERE corrects_id IS NOT NULL;

      CREATE TRIGGER letter_content_is_immutable BEFORE UPDATE OF template_revision, body_sha256, corrects_id
      ON letter BEGIN
        SELECT RAISE(ABORT, 'an issued letter is never changed');
      END;

      -- The letter the officer is writing in a case, as the desk holds it.
      CREATE TABLE letter_draft (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id),
        draft TEXT NOT NULL,
        saved_at TEXT NOT NULL
      ) STRICT;
    `)
  },
}
