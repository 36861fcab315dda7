import type { Migration } from '../migrate.ts'

/** The entries of one deed within a time are read without those before and after it. */
export const deedsOfATime: Migration = {
  version: 410,
  up: (db) => {
    db.exec('CREATE INDEX audit_by_deed_and_time ON audit(action, at)')
  },
}
