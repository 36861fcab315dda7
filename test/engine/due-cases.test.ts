import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { createRegister } from '../../src/main/engine/db/open.ts'
import { dueCases } from '../../src/main/engine/retention/store.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { scratchFolder } from './register.ts'

it('cases that are held take no place of those that are due', () => {
  const register = createRegister(join(scratchFolder(), 'register.db'), randomBytes(32))
  register.exec(`INSERT INTO person (id, family_name, given_name, patronymic, iin, address, email, phone, lang)
    VALUES (1, 'Ким', '', '', '', '', '', '', 'ru')`)
  for (const id of [1, 2, 3])
    register.exec(`
      INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject,
        text) VALUES (${id}, 'ДС-${id}', 'access', 'closed', '9999-12-31', '2020-01-1${id}', '', 1, 'paper', '', '', '');
      INSERT INTO audit (seq, at, actor, action, case_id, details, hash)
        VALUES (${id}, '2020-02-01T06:00:00.000Z', 'Ә', 'closed', ${id}, '{}', '${id}');`)
  register.exec(
    `INSERT INTO legal_hold (case_id, reason, officer, at) VALUES (1, 'Иск', 'Ә', '2026-01-10T06:00:00.000Z'), (3, 'Иск', 'Ә', '2026-01-10T06:00:00.000Z')`,
  )
  const term = { years: 5, today: LocalDate.parse('2026-11-23') }
  const due = dueCases(wrapDatabase(register), term, 1)
  expect(due.map(({ number, hold }) => [number, hold?.reason])).toEqual([
    ['ДС-1', 'Иск'],
    ['ДС-2', undefined],
  ])
  register.close()
})
