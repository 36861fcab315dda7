import type { Migration } from '../migrate.ts'

/**
 * What the list of cases filters and sorts by, officers that cases are assigned to, counters kept by triggers, saved
 * views, and a full-text index that finds words typed without Kazakh letters. Names and words are indexed anew when the
 * register is opened: `setting` says so.
 */
export const list: Migration = {
  version: 70,
  up: (db) => {
    db.exec(`
      ALTER TABLE cases ADD COLUMN lang TEXT NOT NULL DEFAULT 'ru';
      ALTER TABLE cases ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
      ALTER TABLE cases ADD COLUMN annulled INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE letter ADD COLUMN body TEXT NOT NULL DEFAULT '';

      -- Officers need no key of their own to have cases.
      CREATE TABLE officer_all (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        slot_id TEXT UNIQUE,
        active INTEGER NOT NULL DEFAULT 1
      ) STRICT;
      INSERT INTO officer_all (id, name, slot_id) SELECT id, name, slot_id FROM officer;
      DROP TABLE officer;
      ALTER TABLE officer_all RENAME TO officer;
      ALTER TABLE cases ADD COLUMN assignee_id INTEGER REFERENCES officer(id);
      UPDATE cases SET
        lang = (SELECT lang FROM person WHERE person.id = cases.person_id),
        assignee_id = coalesce(
          (SELECT o.id FROM audit a JOIN officer o ON o.name = a.actor
           WHERE a.case_id = cases.id AND a.action = 'caseRegistered'),
          (SELECT min(id) FROM officer)
        ),
        annulled = status = 'closed' AND EXISTS (
          SELECT 1 FROM audit a WHERE a.case_id = cases.id AND a.action = 'annulled' AND a.seq >
            coalesce((SELECT max(seq) FROM audit b WHERE b.case_id = cases.id AND b.action = 'reopened'), 0)
        );

      CREATE INDEX cases_by_received ON cases(received_on, id);
      CREATE INDEX cases_by_due ON cases(due_on, id);
      CREATE INDEX cases_by_name ON cases(sort_name, id);
      CREATE INDEX cases_by_kind ON cases(kind, id);
      CREATE INDEX cases_by_assignee ON cases(assignee_id, id);
      -- Every combination of what the list filters by, and how many cases have it: few ones are read by it at once.
      CREATE INDEX cases_by_facet ON cases(kind, status, channel, lang, site, assignee_id);
      CREATE TABLE case_facet (
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        channel TEXT NOT NULL,
        lang TEXT NOT NULL,
        site TEXT NOT NULL,
        -- 0: nobody.
        assignee_id INTEGER NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (kind, status, channel, lang, site, assignee_id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO case_facet
        SELECT kind, status, channel, lang, site, coalesce(assignee_id, 0), count(*) FROM cases GROUP BY 1, 2, 3, 4, 5, 6;
      CREATE TRIGGER facet_counted AFTER INSERT ON cases BEGIN
        INSERT INTO case_facet VALUES
          (new.kind, new.status, new.channel, new.lang, new.site, coalesce(new.assignee_id, 0), 1)
          ON CONFLICT DO UPDATE SET n = n + 1;
      END;
      CREATE TRIGGER facet_recounted AFTER UPDATE OF status, assignee_id ON cases
        WHEN old.status <> new.status OR old.assignee_id IS NOT new.assignee_id BEGIN
        UPDATE case_facet SET n = n - 1 WHERE kind = old.kind AND status = old.status AND channel = old.channel
          AND lang = old.lang AND site = old.site AND assignee_id = coalesce(old.assignee_id, 0);
        INSERT INTO case_facet VALUES
          (new.kind, new.status, new.channel, new.lang, new.site, coalesce(new.assignee_id, 0), 1)
          ON CONFLICT DO UPDATE SET n = n + 1;
      END;
      CREATE TRIGGER facet_uncounted AFTER DELETE ON cases BEGIN
        UPDATE case_facet SET n = n - 1 WHERE kind = old.kind AND status = old.status AND channel = old.channel
          AND lang = old.lang AND site = old.site AND assignee_id = coalesce(old.assignee_id, 0);
      END;

      -- How many cases stand at a status with a due date: the counters of the desk.
      CREATE TABLE case_count (
        status TEXT NOT NULL,
        due_on TEXT NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (status, due_on)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO case_count SELECT status, due_on, count(*) FROM cases GROUP BY status, due_on;
      CREATE TRIGGER case_counted AFTER INSERT ON cases BEGIN
        INSERT INTO case_count VALUES (new.status, new.due_on, 1)
          ON CONFLICT (status, due_on) DO UPDATE SET n = n + 1;
      END;
      CREATE TRIGGER case_recounted AFTER UPDATE OF status, due_on ON cases
        WHEN old.status <> new.status OR old.due_on <> new.due_on BEGIN
        UPDATE case_count SET n = n - 1 WHERE status = old.status AND due_on = old.due_on;
        INSERT INTO case_count VALUES (new.status, new.due_on, 1)
          ON CONFLICT (status, due_on) DO UPDATE SET n = n + 1;
        DELETE FROM case_count WHERE status = old.status AND due_on = old.due_on AND n = 0;
      END;
      CREATE TRIGGER case_uncounted AFTER DELETE ON cases BEGIN
        UPDATE case_count SET n = n - 1 WHERE status = old.status AND due_on = old.due_on;
        DELETE FROM case_count WHERE status = old.status AND due_on = old.due_on AND n = 0;
      END;

      CREATE TABLE case_note (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        text TEXT NOT NULL,
        officer TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX case_note_by_case ON case_note(case_id);

      CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        view TEXT NOT NULL
      ) STRICT;

      DROP TABLE case_search;
      CREATE VIRTUAL TABLE case_search USING fts5(
        number, person, contact, body, alike,
        content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0'
      );
      INSERT INTO setting (name, value) SELECT 'searchStale', 'true' FROM cases LIMIT 1;
    `)
  },
}
