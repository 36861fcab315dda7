import type { Migration } from '../migrate.ts'

/** Who asks was verified for whoever spoke then: once somebody else speaks for the applicant it says nothing more. */
export const verificationSuperseded: Migration = {
  version: 380,
  up: (db) => {
    db.exec('ALTER TABLE verification ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0')
  },
}
