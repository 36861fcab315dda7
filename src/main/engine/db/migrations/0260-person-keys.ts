import { personKeys } from '../../../../core/identity/person-keys.ts'
import type { Applicant } from '../../../../shared/model/case.ts'
import type { Migration } from '../migrate.ts'

/** By what one person is known again, in the one form in which it is compared: however it was typed. */
export const personKeyColumns: Migration = {
  version: 260,
  up: (db) => {
    db.exec(`
      ALTER TABLE person ADD COLUMN email_key TEXT NOT NULL DEFAULT '';
      ALTER TABLE person ADD COLUMN phone_key TEXT NOT NULL DEFAULT '';
      ALTER TABLE person ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
    `)
    const people = db
      .prepare<[], Applicant & { id: number }>(
        'SELECT *, family_name AS familyName, given_name AS givenName FROM person',
      )
      .all()
    const keep = db.prepare('UPDATE person SET email_key = ?, phone_key = ?, name_key = ? WHERE id = ?')
    for (const person of people) {
      const { email, phone, name } = personKeys(person)
      keep.run(email, phone, name, person.id)
    }
    db.exec(`
      DROP INDEX person_by_email;
      DROP INDEX person_by_phone;
      DROP INDEX person_by_name;
      CREATE INDEX person_by_email ON person(email_key) WHERE email_key <> '';
      CREATE INDEX person_by_phone ON person(phone_key) WHERE phone_key <> '';
      CREATE INDEX person_by_name ON person(name_key) WHERE name_key <> '';
    `)
  },
}
