import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRegister, openRegister } from '../../src/main/engine/db/open.ts'
import { schemaVersion } from '../../src/main/engine/db/migrate.ts'
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
