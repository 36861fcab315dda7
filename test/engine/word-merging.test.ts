import { expect, it, vi } from 'vitest'
import { everything } from '../../src/shared/model/list.ts'
import { listCases } from '../../src/main/engine/cases/list-store.ts'
import { registerCase } from '../../src/main/engine/cases/register.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import { openSession } from './open-session.ts'
import { newCase } from './register.ts'

it('the parts of the index of words are merged once nobody works, and not while the file must stand still', async () => {
  const { session, connection } = openSession()
  session.command(({ db, record }) => {
    db.run("INSERT INTO officer (name, slot_id) VALUES ('Ә. Қалиева', 'one')")
    record('officerSaved', null, {})
  })
  for (let number = 0; number < 7; number += 1) await registerCase(session, NewCase.parse(newCase()))
  // The number of a part, from 1 on, stands above the 37 bits of the number of a page: FTS5_SEGMENT_ROWID in SQLite.
  const parts = (): unknown =>
    connection
      .prepare('SELECT count(DISTINCT id >> 37) FROM case_search_data WHERE id >> 37 > 0')
      .pluck()
      .get()
  const before = parts()
  expect(before).toBeGreaterThan(1)
  await session.holdStill(() => new Promise((resolve) => setTimeout(resolve, 1_500)))
  expect(parts()).toBe(before)
  await vi.waitFor(() => expect(parts()).toBe(1), { timeout: 20_000, interval: 100 })
  const view = {
    filter: 'all',
    search: 'үмбет',
    narrow: everything,
    sort: null,
    after: null,
    limit: 10,
  } as const
  expect(session.query((db) => listCases(db, view, session.today).rows)).toHaveLength(7)
})
