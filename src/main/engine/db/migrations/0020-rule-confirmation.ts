import type { Migration } from '../migrate.ts'

/** Which rules were compared with the official text, by whom and when. */
export const ruleConfirmation: Migration = {
  version: 20,
  up: (db) => {
    db.exec(`
      CREATE TABLE rule_confirmation (
        rule_id TEXT NOT NULL,
        rule_version INTEGER NOT NULL,
        officer TEXT NOT NULL,
        confirmed_on TEXT NOT NULL,
        PRIMARY KEY (rule_id, rule_version)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
