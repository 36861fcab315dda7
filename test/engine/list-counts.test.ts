import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRegister, openRegister } from '../../src/main/engine/db/open.ts'
import { scratchFolder } from './register.ts'

it('letters by state and suppressed contacts are counted as they come, change and go, those of an older program too', () => {
  const path = join(scratchFolder(), 'register.db')
  const key = randomBytes(32)
  const old = createRegister(path, key, 460)
  const suppress = `INSERT INTO suppression (hash, type, reason, added_on, added_by, removed_on)
    VALUES (hex(randomblob(8)), 'email', 'optout', '2026-01-10', 'Ә', ?)`
  const mail = `INSERT INTO mail (case_id, letter_id, message_id, recipient, subject, text, state, updated_at)
    VALUES (1, 1, hex(randomblob(8)), 'a@example.com', '', '', ?, '')`
  old.pragma('foreign_keys = OFF')
  for (const removedOn of [null, null, '2026-02-01']) old.prepare(suppress).run(removedOn)
  for (const state of ['queued', 'sent', 'sent']) old.prepare(mail).run(state)
  old.close()

  const db = openRegister(path, key)
  db.pragma('foreign_keys = OFF')
  const kept = (): unknown => db.prepare('SELECT name, n FROM list_count WHERE n > 0 ORDER BY name').all()
  const counted = (): unknown =>
    db
      .prepare(
        `SELECT 'mail ' || state AS name, count(*) AS n FROM mail GROUP BY state
         UNION ALL SELECT 'suppression', count(*) FROM suppression WHERE removed_on IS NULL`,
      )
      .all()
  const deeds = [
    'SELECT 1',
    "UPDATE mail SET state = 'failed' WHERE id = 1",
    "UPDATE suppression SET removed_on = '2026-03-01' WHERE id = 1",
    'UPDATE suppression SET removed_on = NULL WHERE id = 1',
    'DELETE FROM suppression WHERE id = 3',
    'DELETE FROM mail WHERE id = 2',
  ]
  for (const deed of deeds) {
    db.exec(deed)
    expect(kept(), deed).toEqual(counted())
  }
  db.prepare(suppress).run(null)
  db.prepare(mail).run('queued')
  expect(kept()).toEqual(counted())
  db.close()
})
