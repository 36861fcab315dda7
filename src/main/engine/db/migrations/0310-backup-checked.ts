import type { Migration } from '../migrate.ts'

/** A backup stands in its place before it is read from end to end. Those before this were read first. */
export const backupChecked: Migration = {
  version: 310,
  up: (db) => {
    db.exec(`
      ALTER TABLE backup_run ADD COLUMN checked_at TEXT;
      UPDATE backup_run SET checked_at = at WHERE kind = 'backup' AND fault IS NULL;
    `)
  },
}
