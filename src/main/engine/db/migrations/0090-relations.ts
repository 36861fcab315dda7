import type { Migration } from '../migrate.ts'

/** Which cases belong together, and by what one person is known again. */
export const relations: Migration = {
  version: 90,
  up: (db) => {
    db.exec(`
      -- case_id is the later one: it repeats, follows or touches other_id.
      CREATE TABLE case_relation (
        case_id INTEGER NOT NULL REFERENCES cases(id),
        other_id INTEGER NOT NULL REFERENCES cases(id),
        type TEXT NOT NULL,
        officer TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, other_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX case_relation_back ON case_relation(other_id);

      CREATE INDEX cases_by_person ON cases(person_id);
      CREATE INDEX person_by_iin ON person(iin) WHERE iin <> '';
      CREATE INDEX person_by_email ON person(email) WHERE email <> '';
      CREATE INDEX person_by_phone ON person(phone) WHERE phone <> '';
      CREATE INDEX person_by_name ON person(family_name, given_name) WHERE family_name <> '';
    `)
  },
}
