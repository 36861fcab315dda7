import type { Migration } from '../migrate.ts'

/**
 * The words that the full-text index holds, so that the beginning of one is looked for as the few whole words it may be:
 * FTS5 itself reads every case that has one of them before it gives the first. The index itself finds a single letter
 * as fast as two or three, and holds what a case is filtered by for good, so that a frequent word and a rare filter meet
 * in it. Cases are indexed anew when the register is opened.
 */
export const searchWords: Migration = {
  version: 250,
  up: (db) => {
    db.exec(`
      DROP TABLE case_search;
      CREATE VIRTUAL TABLE case_search USING fts5(
        number, person, contact, body, alike, facet,
        content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0'
      );
      CREATE TABLE case_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      INSERT OR IGNORE INTO setting (name, value) SELECT 'searchStale', 'true' FROM cases LIMIT 1;
    `)
  },
}
