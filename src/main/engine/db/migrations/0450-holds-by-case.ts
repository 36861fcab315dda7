import type { Migration } from '../migrate.ts'

/** The holds of a case are part of what its deeds seal: they are found without reading those of others. */
export const holdsByCase: Migration = {
  version: 450,
  up: (db) => {
    db.exec('CREATE INDEX legal_hold_by_case ON legal_hold(case_id)')
  },
}
