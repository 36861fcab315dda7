import type { Migration } from '../migrate.ts'

/** The record is read by period, too. */
export const auditPeriod: Migration = {
  version: 270,
  up: (db) => {
    db.exec('CREATE INDEX audit_by_time ON audit(at, seq)')
  },
}
