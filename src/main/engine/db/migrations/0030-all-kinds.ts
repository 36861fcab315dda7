import type { Migration } from '../migrate.ts'

/** What the nine kinds of request ask for, who acts for the applicant, and how the identity was verified. */
export const allKinds: Migration = {
  version: 30,
  up: (db) => {
    db.exec(`
      ALTER TABLE person ADD COLUMN organisation TEXT NOT NULL DEFAULT '';

      ALTER TABLE cases ADD COLUMN ground TEXT;
      ALTER TABLE cases ADD COLUMN demand TEXT NOT NULL DEFAULT '';
      ALTER TABLE cases ADD COLUMN amount_tiyn INTEGER;
      ALTER TABLE cases ADD COLUMN reference_number TEXT NOT NULL DEFAULT '';
      ALTER TABLE cases ADD COLUMN reference_on TEXT;
      ALTER TABLE cases ADD COLUMN stated_due_on TEXT;
      ALTER TABLE cases ADD COLUMN court_on TEXT;

      CREATE TABLE representative (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id),
        name TEXT NOT NULL,
        power_number TEXT NOT NULL,
        power_issued_on TEXT NOT NULL,
        power_issuer TEXT NOT NULL,
        power_valid_until TEXT
      ) STRICT;

      CREATE TABLE verification (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        round INTEGER NOT NULL,
        method TEXT NOT NULL,
        compared TEXT NOT NULL,
        confirmed INTEGER NOT NULL,
        officer TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX verification_by_case ON verification(case_id);
    `)
  },
}
