import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRegister as openFile } from '../../src/main/engine/db/open.ts'
import { readKeyFile, vaultPaths } from '../../src/main/engine/vault/files.ts'
import { openSlot } from '../../src/main/engine/vault/keys.ts'
import { pngOf } from '../pdf/png.ts'
import { issueReply } from './correspondence.ts'
import { auditorPassphrase } from './keys.ts'
import { ruleChange, yearWithDayOff } from './law-change.ts'
import { openSession } from './open-session.ts'
import { bytesOf } from './recorded.ts'
import { openRegister, passphrase, scratchFolder, startRegister, type TestRegister } from './register.ts'

/** A register with some of everything that decides and is no part of a case; locked. */
async function fullRegister(): Promise<TestRegister> {
  const desk = await openRegister()
  const { ask } = desk
  await ask('keys.add', {
    name: 'А. Аудитор',
    role: 'auditor',
    passphrase: auditorPassphrase,
    current: passphrase,
  })
  await ask('suppression.add', { contact: 'a@example.com' })
  await ask('execution.saveSystem', {
    id: 'crm',
    title: { ru: 'Учёт клиентов', kk: 'Клиенттер есебі' },
    active: true,
  })
  const { texts } = await ask('templates.read', { id: 'registration-notice' })
  const titled = { ...texts, ru: { ...texts.ru, title: 'Уведомление о приёме' } }
  await ask('templates.save', { id: 'registration-notice', texts: titled })
  await ask('settings.savePicture', { name: 'logo', png: pngOf(40, 20, [200, 30, 30]) })
  await ask('intake.read', { bytes: bytesOf('From: a@example.com', 'Subject: Запрос', '', 'Что обо мне?') })
  for (const change of [
    await ruleChange(desk, 'answer', { amount: 7, unit: 'calendarDays', validFrom: '2026-12-01' }),
    await yearWithDayOff(desk, 2027, '2027-04-05'),
  ]) {
    const { digest } = await ask('deadlines.previewChange', { change })
    await ask('deadlines.applyChange', { change, digest, move: false })
  }
  const { caseId, letterId } = await issueReply(desk)
  await ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: 'RR1' })
  await ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
  desk.clock.set('2033-01-10T06:00:00Z')
  await ask('retention.destroy', { caseIds: [caseId], method: 'anonymise', lang: 'ru' })
  expect(await verified(desk)).toEqual([])
  await ask('vault.lock', {})
  return desk
}

async function opened(folder: string, sql: string): Promise<TestRegister> {
  const desk = await tampered(folder, sql)
  await desk.ask('vault.unlock', { passphrase })
  return desk
}

async function verified({ ask }: TestRegister) {
  const { brokenAt, faults } = await ask('audit.verify', {})
  expect(brokenAt).toBeNull()
  return faults
}

/** Does to a copy of a locked vault what somebody can who has its files and a key. */
async function tampered(folder: string, sql: string): Promise<TestRegister> {
  const copy = join(scratchFolder(), 'vault')
  cpSync(folder, copy, { recursive: true })
  const paths = vaultPaths(copy)
  const [slot] = readKeyFile(paths).slots
  const key = slot?.kind === 'passphrase' ? await openSlot(slot, passphrase) : null
  const file = openFile(paths.register, key ?? new Uint8Array())
  file.exec(sql)
  file.close()
  return startRegister({ folder: copy, now: '2033-01-10T06:00:00Z' })
}

describe('what decides and is no part of a case', () => {
  it('is found out when something else changes it, down to the entry that tells how it was', async () => {
    const { folder } = await fullRegister()
    const attempts = [
      ["UPDATE officer SET role = 'officer' WHERE name = 'А. Аудитор'", 'officer', 'А. Аудитор', 'keyAdded'],
      ['UPDATE key_slot SET officer_id = 1 WHERE officer_id = 2', 'key', 'Ә. Қалиева', 'keyAdded'],
      ["UPDATE suppression SET removed_on = '2026-11-24'", 'suppression', '1', 'suppressed'],
      ['DELETE FROM suppression', 'suppression', '', 'suppressed'],
      ["UPDATE rule_version SET rule = replace(rule, '7', '70')", 'rule', 'answer', 'ruleSaved'],
      ["UPDATE rule_confirmation SET officer = 'Б'", 'rule', 'answer', 'ruleSaved'],
      ["UPDATE calendar_version SET saved_on = '2025-01-01'", 'calendar', '2027', 'calendarSaved'],
      ['UPDATE system_entry SET active = 0', 'system', 'Учёт клиентов', 'systemSaved'],
      ["UPDATE letter_text SET officer = 'Б'", 'letterText', 'registration-notice', 'letterTextSaved'],
      [
        "UPDATE setting SET value = replace(value, '09:00', '10:00') WHERE name = 'organisation'",
        'setting',
        '',
        'organisationSaved',
      ],
      ["UPDATE picture SET png = x'00'", 'setting', '', 'pictureSaved'],
      ["UPDATE incoming SET state = 'setAside'", 'message', 'Запрос', 'messageTaken'],
      ["UPDATE incoming SET bytes = x'00'", 'message', 'Запрос', 'messageTaken'],
      ['UPDATE incoming SET bytes = NULL', 'message', 'Запрос', 'messageTaken'],
      ['DROP TRIGGER act_is_immutable; UPDATE retention_act SET cases = 7', 'act', 'АХ-2033-0001', 'actMade'],
      [
        "DROP TRIGGER act_is_immutable; UPDATE retention_act SET pdf = x'00'",
        'act',
        'АХ-2033-0001',
        'actMade',
      ],
      ["INSERT INTO officer (name, role) VALUES ('В. Чужой', 'officer')", 'officer', 'В. Чужой', null],
    ] as const
    for (const [sql, kind, name, action] of attempts) {
      const desk = await opened(folder, sql)
      const faults = await verified(desk)
      const { entries } = await desk.ask('audit.list', { filter: {}, before: null, limit: 500 })
      const actions = faults.map(({ seq }) => entries.find((entry) => entry.seq === seq)?.action ?? null)
      expect([sql, faults, actions]).toEqual([
        sql,
        [{ kind, name, caseId: null, seq: faults[0]?.seq }],
        [action],
      ])
      await desk.ask('vault.lock', {})
    }
  })

  it('is not sealed for whoever changed it, by the deeds that come after', async () => {
    const { folder } = await fullRegister()
    const desk = await opened(folder, "UPDATE officer SET role = 'officer' WHERE name = 'А. Аудитор'")
    await desk.ask('officers.save', { id: null, name: 'Г. Новый', active: true })
    await desk.ask('suppression.add', { contact: 'b@example.com' })
    expect(await verified(desk)).toMatchObject([{ kind: 'officer', name: 'А. Аудитор' }])
  })

  it('is sealed as it stands when a register of an older program is opened', async () => {
    const { folder } = await fullRegister()
    const older = `UPDATE audit SET sealed = NULL; DELETE FROM setting WHERE name = 'sealKey';`
    const desk = await opened(folder, older)
    const { brokenAt, faults } = await desk.ask('audit.verify', {})
    // The links of the copy are of the new form, which a real one of an older program has none of.
    expect([brokenAt, faults]).toEqual([1, []])
    const { ask } = await opened(desk.folder, "UPDATE suppression SET removed_on = '2026-11-24'")
    expect((await ask('audit.verify', {})).faults).toMatchObject([{ kind: 'suppression' }])
  })

  it('and can not be read, as a rule or a calendar, is told as damage: no date is counted without', async () => {
    const { folder } = await fullRegister()
    const desk = await tampered(folder, "UPDATE calendar_version SET days = '{}'")
    expect(await desk.fail('vault.unlock', { passphrase })).toEqual({ code: 'vaultDamaged', details: {} })
  })

  it('can not be written without an entry', () => {
    const { session } = openSession()
    session.command(({ record }) => record('organisationSaved', null, {}))
    expect(() => session.unrecorded(({ db }) => db.run("INSERT INTO officer (name) VALUES ('Б')"))).toThrow(
      'without an entry',
    )
    expect(session.query((db) => db.all('SELECT name FROM officer'))).toEqual([])
  })
})
