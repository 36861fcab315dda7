import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { auditHandlers } from '../../src/main/engine/audit/handlers.ts'
import { linkHash } from '../../src/main/engine/audit/chain.ts'
import { firstDigestOfCase } from '../../src/main/engine/audit/content-store.ts'
import { appendEntries, entriesOfCase, entryOf, lastLink, linkAt } from '../../src/main/engine/audit/store.ts'
import { disclosedSubjects } from '../../src/main/engine/audit/disclosures.ts'
import { caseHandlers } from '../../src/main/engine/cases/handlers.ts'
import { createRegister, openRegister as openFile } from '../../src/main/engine/db/open.ts'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { executionHandlers } from '../../src/main/engine/execution/handlers.ts'
import { letterHandlers } from '../../src/main/engine/letters/handlers.ts'
import { settingsHandlers } from '../../src/main/engine/settings/handlers.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import { engineContract } from '../../src/shared/contract/index.ts'
import { SystemNote } from '../../src/shared/model/execution.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { openSession } from './open-session.ts'
import { newCase, openRegister, organisation, scratchFolder } from './register.ts'

const plain = { task: null, saved: null }
const whole = { brokenAt: null, unsealed: 0, faults: [] }

const crmNote = SystemNote.parse({
  systemId: 'crm',
  found: 'found',
  categories: ['fullName'],
  data: '',
  deed: 'disclosed',
  deedOn: '2026-11-23',
  deedMethod: '',
  deedBy: 'Д. Оспанов',
  proof: '',
})

/** A register with one case, a file, what was found in a system and a letter in it. */
async function registerWithLetter() {
  const opened = openSession()
  const { session } = opened
  await settingsHandlers['settings.saveOrganisation'](session, organisation)
  const attachments = [{ name: 'a.txt', mime: 'text/plain', bytes: new Uint8Array([1, 2, 3]) }]
  const { id } = await caseHandlers['cases.register'](session, NewCase.parse(newCase({ attachments })))
  const caseId = CaseId.parse(id)
  const verify = { action: 'verifyIdentity', method: 'inPerson', compared: 'Имя' } as const
  await caseHandlers['cases.take'](session, { id: caseId, step: verify })
  await executionHandlers['execution.note'](session, { caseId, ...crmNote })
  const draft = { caseId, templateId: 'registration-notice', lang: 'ru', fields: {} } as const
  const { sha256 } = await letterHandlers['letters.preview'](session, draft)
  const { number } = await letterHandlers['letters.issue'](session, { sha256 })
  return { ...opened, caseId, number }
}

describe('what is shown', () => {
  it('is named by the contract, a subject a call', () => {
    const disclosing = Object.entries(engineContract).flatMap(([noun, calls]) =>
      Object.entries(calls).flatMap(([verb, call]) => (call.discloses ? [`${noun}.${verb}`] : [])),
    )
    expect(Object.keys(disclosedSubjects).sort()).toEqual(disclosing.sort())
  })

  it('is on record once a visit, with who and when; the case’s own history stays free of it', async () => {
    const { ask, clock } = await openRegister()
    const { id } = await ask('cases.register', newCase())
    const before = (await ask('audit.verify', {})).entries
    for (let count = 0; count < 5; count += 1) await ask('cases.card', { id })
    expect((await ask('audit.verify', {})).entries).toBe(before + 1)
    clock.set('2026-11-23T06:20:00Z')
    const card = await ask('cases.card', { id })
    expect(card.history.map(({ action }) => action)).toEqual(['caseRegistered'])
    expect(await ask('audit.verify', {})).toMatchObject({ ...whole, entries: before + 2 })
  })
})

describe('what is changed', () => {
  it('is on record as it was and as it is, without secrets', async () => {
    const { session } = openSession()
    await settingsHandlers['settings.saveOrganisation'](session, organisation)
    await settingsHandlers['settings.saveOrganisation'](session, {
      ...organisation,
      phone: '+7 727 111 11 11',
    })
    const details = session.query((db) => JSON.parse(linkAt(db, 2)?.details ?? '') as unknown)
    expect(details).toEqual({ phone: { before: organisation.phone, now: '+7 727 111 11 11' } })
  })
})

describe('the entries of a time', () => {
  it.each([{ action: 'caseRegistered' }, { actor: 'Ә. Қалиева' }, {}] as const)(
    'are those whose day is in it, also once the clock was set back, the newest first, page after page: %o',
    async (narrow) => {
      const desk = await openRegister({ now: '2026-11-23T06:00:00Z' })
      // The 24th of Almaty begins and ends at 19:00 UTC.
      for (const at of ['23T18:59', '23T19:00', '25T06:00', '24T06:00', '26T06:00', '24T18:59', '24T19:00']) {
        desk.clock.set(`2026-11-${at}:00Z`)
        await desk.ask('cases.register', newCase())
      }
      const filter = { ...narrow, from: '2026-11-24', to: '2026-11-24' } as const
      const first = await desk.ask('audit.list', { filter, before: null, limit: 2 })
      const rest = await desk.ask('audit.list', { filter, before: first.next, limit: 20 })
      const numbers = [...first.entries, ...rest.entries].map(({ caseNumber }) => caseNumber)
      expect(numbers).toEqual(['ДС-2026-0006', 'ДС-2026-0004', 'ДС-2026-0002'])
    },
  )
})

describe('a register that was tampered with', () => {
  it.each([
    ["UPDATE cases SET received_on = '2026-11-21'", 'case'],
    ["UPDATE person SET family_name = 'Б'", 'case'],
    ["UPDATE clock SET effective_on = '2027-01-01'", 'case'],
    ["UPDATE letter SET sha256 = 'a'", 'case'],
    ["UPDATE case_system SET deed_by = 'Б. Ерманов'", 'case'],
    ['UPDATE verification SET superseded = 1', 'case'],
    ["INSERT INTO legal_hold (case_id, reason, officer, at) VALUES (1, 'Суд', 'А', '2026-11-23')", 'case'],
    ["UPDATE letter SET pdf = x'00'", 'letter'],
    ["UPDATE attachment SET bytes = x'00'", 'attachment'],
    ['DELETE FROM attachment', 'case'],
  ])('is found out at the row: %s', async (sql, kind) => {
    const { session, connection, caseId } = await registerWithLetter()
    expect(await auditHandlers['audit.verify'](session, plain)).toMatchObject({ ...whole, cases: 1 })
    connection.exec(`DROP TRIGGER letter_is_immutable; ${sql}`)
    const { brokenAt, faults } = await auditHandlers['audit.verify'](session, plain)
    expect(brokenAt).toBeNull()
    expect(faults).toContainEqual(expect.objectContaining({ kind, caseId }))
    expect(await auditHandlers['audit.status'](session, {})).toMatchObject({ checked: { whole: false } })
  })

  it('tells of a case that nothing recorded', async () => {
    const { session, connection, caseId } = await registerWithLetter()
    const columns = String(
      connection
        .prepare(
          "SELECT group_concat(name) FROM pragma_table_info('cases') WHERE name NOT IN ('id', 'number')",
        )
        .pluck()
        .get(),
    )
    connection.exec(
      `INSERT INTO cases (id, number, ${columns}) SELECT 99, 'ДС-2026-0099', ${columns} FROM cases WHERE id = ${caseId}`,
    )
    const { faults } = await auditHandlers['audit.verify'](session, plain)
    expect(faults).toEqual([{ kind: 'case', caseId: 99, name: 'ДС-2026-0099', seq: null }])
  })

  it('tells of a case that was taken out', async () => {
    const { session, connection, caseId } = await registerWithLetter()
    connection.pragma('foreign_keys = OFF')
    connection.exec('DELETE FROM cases')
    const { faults } = await auditHandlers['audit.verify'](session, plain)
    expect(faults).toMatchObject([{ kind: 'case', caseId }])
  })

  it.each([
    ["UPDATE audit SET details = '{}' WHERE seq = 1", 1],
    ["UPDATE audit SET details = '', salt = NULL, details_hash = 'a' WHERE seq = 2", 2],
    ["UPDATE audit SET case_digest = 'a' WHERE seq = 2", 2],
  ])('is found out at the entry: %s', async (sql, brokenAt) => {
    const { session, connection } = await registerWithLetter()
    connection.exec(sql)
    expect(await auditHandlers['audit.verify'](session, plain)).toMatchObject({ brokenAt })
  })

  it('is found out by a head kept elsewhere, though it was chained anew', async () => {
    const { session, connection } = await registerWithLetter()
    const { entries, head } = await auditHandlers['audit.verify'](session, plain)
    const saved = { seq: entries, hash: head }
    await caseHandlers['cases.register'](session, NewCase.parse(newCase()))
    const asked = { task: null, saved }
    expect(await auditHandlers['audit.verify'](session, asked)).toMatchObject({ saved: 'holds' })
    rewrite(connection, 2)
    expect(await auditHandlers['audit.verify'](session, asked)).toMatchObject({
      brokenAt: null,
      saved: 'rewritten',
    })
  })
})

/** Does what a forger with the key would: leaves an entry out and chains the rest anew. */
function rewrite(connection: ReturnType<typeof openSession>['connection'], without: number): void {
  const db = wrapDatabase(connection)
  const rows = db.all<{ at: string; actor: string; action: string; caseId: number | null; details: string }>(
    'SELECT at, actor, action, case_id AS caseId, details FROM audit WHERE seq <> ? ORDER BY seq',
    without,
  )
  connection.exec('DELETE FROM audit')
  const entries = rows.map((row) => ({ ...row, details: JSON.parse(row.details) as object }))
  appendEntries(db, { bytes: (size) => randomBytes(size) }, entries as never)
}

describe('erased details', () => {
  const erase = "UPDATE audit SET details = '', salt = NULL WHERE"

  it('of a destroyed case leave the chain whole, and say that they were erased', async () => {
    const { session, connection, caseId } = await registerWithLetter()
    session.command(({ record }) => record('caseDestroyed', caseId, { act: 'АХ-2026-0001' }))
    connection.exec(`${erase} case_id IS NOT NULL AND action <> 'caseDestroyed'`)
    expect(await auditHandlers['audit.verify'](session, plain)).toMatchObject(whole)
    const history = session.query((db) => entriesOfCase(db, caseId))
    expect(history[0]).toMatchObject({ action: 'caseRegistered', details: {}, erased: true })
  })

  it.each(["action = 'identityVerified'", "action = 'organisationSaved'"])(
    'that no act destroyed are tampering, located to the entry: %s',
    async (which) => {
      const { session, connection } = await registerWithLetter()
      connection.exec(`${erase} ${which}`)
      const seq = connection.prepare(`SELECT seq FROM audit WHERE ${which}`).pluck().get()
      expect(seq).toBeGreaterThan(0)
      expect(await auditHandlers['audit.verify'](session, plain)).toMatchObject({ brokenAt: seq })
    },
  )
})

describe('a register of an older program', () => {
  it('keeps its links as they are, and goes on in the new form', async () => {
    const path = join(scratchFolder(), 'register.db')
    const key = randomBytes(32)
    const old = createRegister(path, key, 200)
    old.exec(`INSERT INTO audit VALUES (1, '2026-01-01T00:00:00.000Z', 'А', 'vaultCreated', NULL, '{}',
      'e9d4d30d3a3e5d2d5b7d4d38b3a2e0f3f4b2f8f0d0d6d4b1f9d0c4b1a1e1f1d1')`)
    old.close()
    const db = wrapDatabase(openFile(path, key))
    expect(linkAt(db, 1)).toMatchObject({ form: 1, salt: null, caseDigest: null })
    const random = { bytes: (size: number) => randomBytes(size) }
    appendEntries(db, random, [
      { at: '2026-01-02T00:00:00.000Z', actor: 'А', action: 'vaultUnlocked', caseId: null, details: {} },
    ])
    expect(linkAt(db, 2)).toMatchObject({ form: 2 })
  })
})

/** Makes the last link, which seals the case, what a program left that knew nothing of what was added since. */
function sealAsBefore({ connection, caseId }: Awaited<ReturnType<typeof registerWithLetter>>): void {
  const db = wrapDatabase(connection)
  const seq = lastLink(db)?.seq ?? 0
  const [before, last] = [linkAt(db, seq - 1), linkAt(db, seq)]
  if (!before || !last) throw new Error('no links')
  const older = { ...last, caseDigest: firstDigestOfCase(db, caseId) }
  db.run(
    'UPDATE audit SET case_digest = ?, hash = ? WHERE seq = ?',
    older.caseDigest,
    linkHash(before.hash, older),
    seq,
  )
  connection.exec("INSERT INTO setting (name, value) VALUES ('sealStale', 'true')")
}

describe('a case that an older program sealed', () => {
  /** What the check finds that runs by itself, once it has sealed anew. */
  async function checked({ session }: Awaited<ReturnType<typeof registerWithLetter>>) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { last } = session.integrity
    session.integrity.start()
    vi.advanceTimersByTime(5_000)
    vi.useRealTimers()
    await expect.poll(() => session.integrity.last).not.toBe(last)
    return session.integrity.last?.finding.faults
  }

  it('holds, and is sealed anew with what was added since', async () => {
    const register = await registerWithLetter()
    const { session, connection } = register
    sealAsBefore(register)
    expect(await auditHandlers['audit.verify'](session, plain)).toMatchObject(whole)
    expect(await checked(register)).toEqual([])
    expect(session.query((db) => entryOf(linkAt(db, lastLink(db)?.seq ?? 0) ?? never()).action)).toBe(
      'caseSealed',
    )
    expect(session.query((db) => db.all("SELECT 1 FROM setting WHERE name = 'sealStale'"))).toEqual([])
    connection.exec("UPDATE case_system SET deed_by = ''")
    expect((await auditHandlers['audit.verify'](session, plain)).faults).toMatchObject([{ kind: 'case' }])
  })

  it('is never sealed anew where something else has changed it', async () => {
    const register = await registerWithLetter()
    sealAsBefore(register)
    register.connection.exec("UPDATE person SET family_name = 'Б'")
    expect(await checked(register)).toMatchObject([{ kind: 'case', caseId: register.caseId }])
  })
})

function never(): never {
  throw new Error('not there')
}
