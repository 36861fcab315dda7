import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stateOfCase } from '../../src/main/engine/audit/content-store.ts'
import { refreshIndex } from '../../src/main/engine/cases/search-store.ts'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { createRegister, openRegister } from '../../src/main/engine/db/open.ts'
import { schemaVersion } from '../../src/main/engine/db/migrate.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { ClockRule } from '../../src/shared/model/rule.ts'
import { scratchFolder } from './register.ts'

describe('a register', () => {
  it('of an older program is brought up to date with what it holds', () => {
    const path = join(scratchFolder(), 'register.db')
    const key = randomBytes(32)
    const old = createRegister(path, key, 10)
    old.exec("INSERT INTO officer (name, slot_id) VALUES ('Ә. Қалиева', 'one')")
    old.close()
    const opened = openRegister(path, key)
    expect(opened.pragma('user_version', { simple: true })).toBe(schemaVersion)
    expect(opened.prepare('SELECT name FROM officer').pluck().all()).toEqual(['Ә. Қалиева'])
    expect(opened.prepare('SELECT count(*) FROM rule_confirmation').pluck().get()).toBe(0)
    opened.close()
  })

  it('keeps the rules of its clocks, in the form of this program', () => {
    const path = join(scratchFolder(), 'register.db')
    const key = randomBytes(32)
    const old = createRegister(path, key, 20)
    const { warnWorkingDays: _, ...rule } = JSON.parse(
      readFileSync('resources/packs/kz/rules/answer.json', 'utf8'),
    )
    const asItWas = JSON.stringify({ ...rule, source: 'Пересказ закона' })
    old.exec(`
      INSERT INTO person VALUES (1, 'Ким', '', '', '', '', '', '', 'ru');
      INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject,
        text) VALUES (1, 'ДС-2026-0001', 'access', 'registered', '2026-11-25', '2026-11-20', '', 1, 'paper', '', '', '');
    `)
    old
      .prepare('INSERT INTO clock VALUES (1, 1, ?, 1, ?, ?, 0, NULL, NULL, ?, ?)')
      .run('answer', '2026-11-20', '2026-11-25', asItWas, '[]')
    old.close()
    const opened = openRegister(path, key)
    const clock = opened
      .prepare('SELECT effective_on, warn_on, rule FROM clock JOIN clock_rule r ON r.id = clock_rule_id')
      .get() as Record<string, string>
    opened.close()
    expect(clock).toMatchObject({ effective_on: '2026-11-25', warn_on: '2026-11-25' })
    expect(ClockRule.parse(JSON.parse(clock['rule'] ?? '')).source.kk).toBe('Пересказ закона')
  })

  it('of an older program is found by who acts for the applicants', () => {
    const path = join(scratchFolder(), 'register.db')
    const key = randomBytes(32)
    const old = createRegister(path, key, 360)
    old.exec(`
      INSERT INTO person (id, family_name, given_name, patronymic, iin, address, email, phone, lang)
        VALUES (1, 'Ким', '', '', '', '', '', '', 'ru');
      INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject,
        text) VALUES (1, 'ДС-2026-0001', 'access', 'registered', '2026-11-25', '2026-11-20', '', 1, 'paper', '', '', '');
      INSERT INTO representative VALUES (1, 'Оспанова', '17', '2026-01-10', 'нотариус', NULL);
    `)
    old.close()
    const opened = openRegister(path, key)
    refreshIndex(wrapDatabase(opened))
    const found = opened.prepare("SELECT rowid FROM case_search WHERE case_search MATCH 'оспанова'").pluck()
    expect(found.all()).toEqual([1])
    expect(opened.prepare("SELECT value FROM setting WHERE name = 'searchStale'").get()).toBeUndefined()
    opened.close()
  })

  it('of an older program keeps the text of a rule once, and its cases as they were sealed', () => {
    const path = join(scratchFolder(), 'register.db')
    const key = randomBytes(32)
    const old = createRegister(path, key, 450)
    old.exec(`
      INSERT INTO person (id, family_name, given_name, patronymic, iin, address, email, phone, lang)
        VALUES (1, 'Ким', '', '', '', '', '', '', 'ru');
      INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject,
        text) VALUES (1, 'ДС-2026-0001', 'access', 'registered', '2026-11-25', '2026-11-20', '', 1, 'paper', '', '', '');
    `)
    const insert = old.prepare(`
      INSERT INTO clock (case_id, rule_id, rule_version, started_on, due_on, effective_on, warn_on, provisional, rule, trace)
        VALUES (1, 'answer', 1, '2026-11-20', '2026-11-25', '2026-11-25', '2026-11-24', 0, ?, '[]')`)
    for (const rule of ['{"id":"answer"}', '{"id":"answer"}', '{"id":"act"}']) insert.run(rule)
    old.close()
    const opened = openRegister(path, key)
    expect(opened.prepare('SELECT count(*) FROM clock_rule').pluck().get()).toBe(2)
    const clock = (id: number, rule: string): unknown[] => [
      id,
      'answer',
      1,
      '2026-11-20',
      '2026-11-25',
      '2026-11-25',
      0,
      null,
      null,
      rule,
      '[]',
      null,
    ]
    const sealed = [clock(1, '{"id":"answer"}'), clock(2, '{"id":"answer"}'), clock(3, '{"id":"act"}')]
    const lines = stateOfCase(wrapDatabase(opened), CaseId.parse(1))?.split('\n')
    expect(lines).toContain(JSON.stringify(sealed))
    opened.close()
  })

  it('of an older program forgets who worked in the systems for a case that was destroyed', () => {
    const path = join(scratchFolder(), 'register.db')
    const key = randomBytes(32)
    const old = createRegister(path, key, 410)
    old.exec(`
      INSERT INTO person (id, family_name, given_name, patronymic, iin, address, email, phone, lang)
        VALUES (1, '', '', '', '', '', '', '', 'ru');
      INSERT INTO retention_act VALUES (1, 'АХ-1', 'anonymise', '2026-01-01', 'Ә', 1, 'h', x'01');
    `)
    for (const id of [1, 2]) {
      old.exec(`
        INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject,
          text) VALUES (${id}, 'ДС-${id}', 'access', 'closed', '9999-12-31', '2024-01-10', '', 1, 'paper', '', '', '');
        INSERT INTO case_system (case_id, round, system_id, found, data, deed_method, deed_by, proof, officer, at)
          VALUES (${id}, 1, 'crm', 'found', '', '', 'Д. Оспанов', '', 'Ә', '2024-01-11')`)
    }
    old.exec('INSERT INTO destroyed_case VALUES (1, 1)')
    old.close()
    const opened = openRegister(path, key)
    const doers = opened.prepare('SELECT deed_by FROM case_system ORDER BY case_id').pluck().all()
    expect(doers).toEqual(['', 'Д. Оспанов'])
    expect(opened.prepare("SELECT value FROM setting WHERE name = 'sealStale'").pluck().get()).toBe('true')
    opened.close()
  })

  it('of a newer program is refused and left as it is', () => {
    const path = join(scratchFolder(), 'register.db')
    const key = randomBytes(32)
    const newer = createRegister(path, key)
    newer.pragma(`user_version = ${schemaVersion + 10}`)
    newer.close()
    expect(() => openRegister(path, key)).toThrow(
      expect.objectContaining({
        code: 'vaultNewer',
        details: { found: schemaVersion + 10, supported: schemaVersion },
      }),
    )
  })

  it('is opened by its own key alone', () => {
    const path = join(scratchFolder(), 'register.db')
    createRegister(path, randomBytes(32)).close()
    expect(() => openRegister(path, randomBytes(32))).toThrow(
      expect.objectContaining({ code: 'SQLITE_NOTADB' }),
    )
  })
})
