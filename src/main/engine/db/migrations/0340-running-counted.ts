import type { Migration } from '../migrate.ts'

/** How many clocks run, by the day they are due and the day they warn, kept by triggers: the day sheet adds up days. */
export const runningCounted: Migration = {
  version: 340,
  up: (db) => {
    const counted = `INSERT INTO clock_count SELECT new.effective_on, new.warn_on, 1 WHERE new.ended_on IS NULL
          ON CONFLICT (due_on, warn_on) DO UPDATE SET n = n + 1;`
    const uncounted = `UPDATE clock_count SET n = n - 1
          WHERE due_on = old.effective_on AND warn_on = old.warn_on AND old.ended_on IS NULL;
        DELETE FROM clock_count WHERE due_on = old.effective_on AND warn_on = old.warn_on AND n = 0;`
    db.exec(`
      CREATE TABLE clock_count (
        due_on TEXT NOT NULL,
        warn_on TEXT NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (due_on, warn_on)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO clock_count
        SELECT effective_on, warn_on, count(*) FROM clock WHERE ended_on IS NULL GROUP BY 1, 2;
      CREATE TRIGGER clock_counted AFTER INSERT ON clock BEGIN
        ${counted}
      END;
      CREATE TRIGGER clock_recounted AFTER UPDATE OF effective_on, warn_on, ended_on ON clock BEGIN
        ${uncounted}
        ${counted}
      END;
      CREATE TRIGGER clock_uncounted AFTER DELETE ON clock BEGIN
        ${uncounted}
      END;
    `)
  },
}
