import type { Migration } from '../migrate.ts'

/**
 * Acts of destruction, the cases each destroyed, and cases that are kept beyond their term. What an issued letter says may
 * be emptied where its case stands in such an act, and only so: its number, dates and hashes stay as they are.
 */
export const retention: Migration = {
  version: 290,
  up: (db) => {
    db.exec(`
      CREATE TABLE retention_act (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        method TEXT NOT NULL,
        made_at TEXT NOT NULL,
        officer TEXT NOT NULL,
        cases INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        pdf BLOB NOT NULL
      ) STRICT;
      CREATE TRIGGER act_is_kept BEFORE DELETE ON retention_act BEGIN
        SELECT RAISE(ABORT, 'an act is never removed');
      END;
      CREATE TRIGGER act_is_immutable BEFORE UPDATE ON retention_act BEGIN
        SELECT RAISE(ABORT, 'an act is never changed');
      END;

      CREATE TABLE destroyed_case (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id),
        act_id INTEGER NOT NULL REFERENCES retention_act(id)
      ) STRICT;
      CREATE INDEX destroyed_case_by_act ON destroyed_case(act_id);
      CREATE TRIGGER destroyed_stays_closed BEFORE UPDATE OF status ON cases
        WHEN new.status <> old.status AND EXISTS (SELECT 1 FROM destroyed_case WHERE case_id = old.id) BEGIN
        SELECT RAISE(ABORT, 'a destroyed case is never worked on');
      END;

      -- A hold that was lifted stays: who kept what, and why.
      CREATE TABLE legal_hold (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        reason TEXT NOT NULL,
        officer TEXT NOT NULL,
        at TEXT NOT NULL,
        lifted_at TEXT
      ) STRICT;
      CREATE UNIQUE INDEX legal_hold_in_force ON legal_hold(case_id) WHERE lifted_at IS NULL;

      DROP TRIGGER letter_is_immutable;
      CREATE TRIGGER letter_is_immutable BEFORE UPDATE OF
        id, case_id, template_id, template_version, lang, number, issued_on, answers, round, mail_subject, mail_text, body,
        sha256, pdf, issued_at, issued_by, content_sha256
      ON letter WHEN NOT (
        EXISTS (SELECT 1 FROM destroyed_case WHERE case_id = old.case_id)
        AND new.mail_subject = '' AND new.mail_text = '' AND new.body = '' AND new.pdf = x''
        AND new.id IS old.id AND new.case_id IS old.case_id AND new.template_id IS old.template_id
        AND new.template_version IS old.template_version AND new.lang IS old.lang AND new.number IS old.number
        AND new.issued_on IS old.issued_on AND new.answers IS old.answers AND new.round IS old.round
        AND new.sha256 IS old.sha256 AND new.issued_at IS old.issued_at AND new.issued_by IS old.issued_by
        AND new.content_sha256 IS old.content_sha256
      ) BEGIN
        SELECT RAISE(ABORT, 'an issued letter is never changed');
      END;
    `)
  },
}
