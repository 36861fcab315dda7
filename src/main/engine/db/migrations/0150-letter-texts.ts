import type { Migration } from '../migrate.ts'

/** The operator's own versions of the texts of letters. Texts null: from here on the pack's own again. */
export const letterTexts: Migration = {
  version: 150,
  up: (db) => {
    db.exec(`
      CREATE TABLE letter_text (
        template_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        texts TEXT,
        officer TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (template_id, revision)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
