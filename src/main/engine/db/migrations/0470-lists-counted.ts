import type { Migration } from '../migrate.ts'

/** How many letters by e-mail are in each state, and contacts on the suppression list, kept by triggers: the screens add up none. */
export const listsCounted: Migration = {
  version: 470,
  up: (db) => {
    const add = (name: string, n: 1 | -1, where: string): string =>
      `INSERT INTO list_count SELECT ${name}, ${n} WHERE ${where}
        ON CONFLICT (name) DO UPDATE SET n = n + excluded.n;`
    db.exec(`
      -- 'mail sent' and so on for each state; 'suppression'.
      CREATE TABLE list_count (
        name TEXT PRIMARY KEY,
        n INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      INSERT INTO list_count SELECT 'mail ' || state, count(*) FROM mail GROUP BY state;
      INSERT INTO list_count SELECT 'suppression', count(*) FROM suppression WHERE removed_on IS NULL;

      CREATE TRIGGER mail_counted AFTER INSERT ON mail BEGIN
        ${add("'mail ' || new.state", 1, 'true')}
      END;
      CREATE TRIGGER mail_recounted AFTER UPDATE OF state ON mail BEGIN
        ${add("'mail ' || old.state", -1, 'true')}
        ${add("'mail ' || new.state", 1, 'true')}
      END;
      CREATE TRIGGER mail_uncounted AFTER DELETE ON mail BEGIN
        ${add("'mail ' || old.state", -1, 'true')}
      END;
      CREATE TRIGGER suppression_counted AFTER INSERT ON suppression BEGIN
        ${add("'suppression'", 1, 'new.removed_on IS NULL')}
      END;
      CREATE TRIGGER suppression_recounted AFTER UPDATE OF removed_on ON suppression BEGIN
        ${add("'suppression'", -1, 'old.removed_on IS NULL')}
        ${add("'suppression'", 1, 'new.removed_on IS NULL')}
      END;
      CREATE TRIGGER suppression_uncounted AFTER DELETE ON suppression BEGIN
        ${add("'suppression'", -1, 'old.removed_on IS NULL')}
      END;
    `)
  },
}
