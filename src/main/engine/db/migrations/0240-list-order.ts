import { sortKey } from '../../../../core/identity/sort-key.ts'
import type { Migration } from '../migrate.ts'

/**
 * The orders that a reader expects of the list: numbers by journal, year and place; kinds as the law tells them; statuses
 * as a case goes through them; officers by the alphabet. The open cases, a small part of the register, have indexes of their own.
 */
export const listOrder: Migration = {
  version: 240,
  up: (db) => {
    db.exec(`
      -- «ДС-2026-0007»: the journal and the year are eight characters long, the place grows beyond four digits.
      ALTER TABLE cases ADD COLUMN number_order TEXT
        AS (substr(number, 1, 8) || substr('00000000' || substr(number, 9), -8)) VIRTUAL;
      ALTER TABLE cases ADD COLUMN kind_order INTEGER AS (
        CASE kind WHEN 'access' THEN 1 WHEN 'rectification' THEN 2 WHEN 'blocking' THEN 3 WHEN 'destruction' THEN 4
          WHEN 'withdrawal' THEN 5 WHEN 'optout' THEN 6 WHEN 'claim' THEN 7 WHEN 'question' THEN 8 ELSE 9 END
      ) VIRTUAL;
      ALTER TABLE cases ADD COLUMN status_order INTEGER AS (
        CASE status WHEN 'registered' THEN 1 WHEN 'inWork' THEN 2 WHEN 'decided' THEN 3 WHEN 'executed' THEN 4
          WHEN 'answered' THEN 5 ELSE 6 END
      ) VIRTUAL;
      ALTER TABLE officer ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
      -- The sort_name of the officer.
      ALTER TABLE cases ADD COLUMN assignee_order TEXT NOT NULL DEFAULT '';
    `)
    const officers = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM officer').all()
    const name = db.prepare('UPDATE officer SET sort_name = ? WHERE id = ?')
    for (const officer of officers) name.run(sortKey(officer.name), officer.id)
    db.exec(`
      UPDATE cases SET assignee_order = (SELECT sort_name FROM officer WHERE id = assignee_id)
        WHERE assignee_id IS NOT NULL;

      DROP INDEX cases_by_kind;
      DROP INDEX cases_by_assignee;
      CREATE INDEX cases_by_number ON cases(number_order, id);
      CREATE INDEX cases_by_kind ON cases(kind_order, id);
      CREATE INDEX cases_by_progress ON cases(status_order, id);
      CREATE INDEX cases_by_assignee ON cases(assignee_order, id);

      CREATE INDEX cases_open_by_number ON cases(number_order, id) WHERE status <> 'closed';
      CREATE INDEX cases_open_by_kind ON cases(kind_order, id) WHERE status <> 'closed';
      CREATE INDEX cases_open_by_progress ON cases(status_order, id) WHERE status <> 'closed';
      CREATE INDEX cases_open_by_assignee ON cases(assignee_order, id) WHERE status <> 'closed';
      CREATE INDEX cases_open_by_name ON cases(sort_name, id) WHERE status <> 'closed';
      CREATE INDEX cases_open_by_received ON cases(received_on, id) WHERE status <> 'closed';
    `)
  },
}
