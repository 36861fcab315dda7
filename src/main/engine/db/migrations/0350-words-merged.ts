import type { Migration } from '../migrate.ts'

/** Parts of the index of words are merged two by two once nothing else is done: a search reads each of those that are left. */
export const wordsMerged: Migration = {
  version: 350,
  up: (db) => {
    db.exec("INSERT INTO case_search (case_search, rank) VALUES ('usermerge', 2)")
  },
}
