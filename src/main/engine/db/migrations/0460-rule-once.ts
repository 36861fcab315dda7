import type { Migration } from '../migrate.ts'

/** The text of a rule stands once, whatever the number of clocks that started by it: a fifth of a large register. */
export const ruleOnce: Migration = {
  version: 460,
  up: (db) => {
    db.exec(`
      CREATE TABLE clock_rule (
        id INTEGER PRIMARY KEY,
        rule TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TRIGGER clock_rule_is_immutable BEFORE UPDATE ON clock_rule BEGIN
        SELECT RAISE(ABORT, 'clocks keep the rule that they started by');
      END;
      INSERT INTO clock_rule (rule) SELECT DISTINCT rule FROM clock;
      ALTER TABLE clock ADD COLUMN clock_rule_id INTEGER REFERENCES clock_rule(id);
      UPDATE clock SET clock_rule_id = (SELECT id FROM clock_rule WHERE clock_rule.rule = clock.rule);
      ALTER TABLE clock DROP COLUMN rule;
    `)
  },
}
