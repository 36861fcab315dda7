import type { Migration } from '../migrate.ts'

/**
 * Who issued each letter and when, taken over from the record, and the hash of its content, which its code holds.
 * From here on an issued letter can neither be changed nor removed: only how it was delivered may be added.
 */
export const issuedLetter: Migration = {
  version: 110,
  up: (db) => {
    db.exec(`
      ALTER TABLE letter ADD COLUMN issued_at TEXT NOT NULL DEFAULT '';
      ALTER TABLE letter ADD COLUMN issued_by TEXT NOT NULL DEFAULT '';
      -- Null: issued before letters had a code.
      ALTER TABLE letter ADD COLUMN content_sha256 TEXT;

      UPDATE letter SET (issued_at, issued_by) = (
        SELECT at, actor FROM audit
        WHERE action = 'letterIssued' AND case_id = letter.case_id AND details ->> 'number' = letter.number
      ) WHERE EXISTS (
        SELECT 1 FROM audit
        WHERE action = 'letterIssued' AND case_id = letter.case_id AND details ->> 'number' = letter.number
      );

      CREATE INDEX letter_by_hash ON letter(sha256);

      CREATE TRIGGER letter_is_kept BEFORE DELETE ON letter BEGIN
        SELECT RAISE(ABORT, 'an issued letter is never removed');
      END;
      CREATE TRIGGER letter_is_immutable BEFORE UPDATE OF
        id, case_id, template_id, template_version, lang, number, issued_on, answers, round, mail_subject, mail_text, body,
        sha256, pdf, issued_at, issued_by, content_sha256
      ON letter BEGIN
        SELECT RAISE(ABORT, 'an issued letter is never changed');
      END;
      -- A place once taken is never given back, so that the numbers of a year have neither gaps nor doubles.
      CREATE TRIGGER place_is_taken BEFORE UPDATE ON journal WHEN new.last_place <> old.last_place + 1 BEGIN
        SELECT RAISE(ABORT, 'the next number is the only one that can be taken');
      END;
      CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN
        SELECT RAISE(ABORT, 'the numbers taken are never forgotten');
      END;
    `)
  },
}
