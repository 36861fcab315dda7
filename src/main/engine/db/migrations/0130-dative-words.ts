import type { Migration } from '../migrate.ts'

/** How words of names stand in the Russian dative, as the officer wrote them. An empty gender: of whomever. */
export const dativeWords: Migration = {
  version: 130,
  up: (db) => {
    db.exec(`
      CREATE TABLE dative_word (
        word_key TEXT NOT NULL,
        word TEXT NOT NULL,
        gender TEXT NOT NULL,
        dative TEXT NOT NULL,
        PRIMARY KEY (word_key, gender)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
