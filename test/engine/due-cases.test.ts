import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { createRegister } from '../../src/main/engine/db/open.ts'
import { dueCases, yearsAfter } from '../../src/main/engine/retention/store.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { issueReply, send, settingsFor, settled, startServer } from './correspondence.ts'
import { newCase, openRegister, scratchFolder } from './register.ts'

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

it('what is due is found at once, however many cases repeat one another', () => {
  const register = createRegister(join(scratchFolder(), 'register.db'), randomBytes(32))
  const db = wrapDatabase(register)
  const plans: string[] = []
  const all = <Row>(sql: string, ...values: (string | number | null | Uint8Array)[]): Row[] => {
    plans.push(
      ...db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail),
    )
    return db.all<Row>(sql, ...values)
  }
  dueCases({ ...db, all }, { years: 5, today: LocalDate.parse('2026-11-23') })
  const searches = plans.filter((line) => line.startsWith('SEARCH r '))
  expect(searches).toHaveLength(4)
  expect(searches.filter((line) => line.includes('AUTOMATIC'))).toEqual([])
  register.close()
})

describe('a hold', () => {
  it.each(['the repeat', 'the earlier case'])(
    'on %s keeps both from destruction, until it is lifted',
    async (on) => {
      const desk = await openRegister()
      const { caseId, letterId } = await issueReply(desk)
      const again = await desk.ask('cases.register', newCase({ receivedOn: '2026-11-23' }))
      const { number: intoNumber } = await desk.ask('cases.card', { id: caseId })
      const caseNumber = on === 'the repeat' ? again.number : intoNumber
      const one = await desk.ask('cases.register', newCase())
      if (on === 'the repeat') await desk.ask('retention.hold', { caseNumber, reason: 'Иск в суде' })
      await desk.ask('relations.merge', { id: again.id, intoNumber: one.number, reason: 'То же обращение' })
      await desk.ask('relations.relate', { id: one.id, otherNumber: intoNumber, type: 'duplicate' })
      if (on !== 'the repeat') await desk.ask('retention.hold', { caseNumber, reason: 'Иск в суде' })
      await desk.ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: 'RR1' })
      await desk.ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
      await desk.ask('cases.take', { id: one.id, step: { action: 'annul', reason: 'Ошибка' } })
      desk.clock.set('2030-01-10T06:00:00Z')
      const { due } = await desk.ask('retention.overview', {})
      expect(due.map(({ id, hold }) => [id, hold?.number])).toEqual([
        [caseId, caseNumber],
        [one.id, caseNumber],
        [again.id, caseNumber],
      ])
      const destroy = { method: 'destroy', lang: 'ru' } as const
      for (const { id } of due)
        expect((await desk.fail('retention.destroy', { caseIds: [id], ...destroy })).code).toBe(
          'retentionHeld',
        )
      // Nor is it parted from what it reaches.
      const pair = { id: again.id, otherId: one.id }
      expect((await desk.fail('relations.unrelate', pair)).code).toBe('relationHeld')
      const other = { id: again.id, otherNumber: one.number, type: 'related' } as const
      expect((await desk.fail('relations.relate', other)).code).toBe('relationHeld')
      await desk.ask('retention.release', { caseId: due[0]?.hold?.caseId ?? 0, reason: 'Суд окончен' })
      await desk.ask('retention.destroy', { caseIds: due.map(({ id }) => id), ...destroy })
    },
  )
})

describe('a hold on a claim', () => {
  it('keeps what the claim grew from, and is not parted from it', async () => {
    const desk = await openRegister()
    const { caseId, letterId } = await issueReply(desk)
    await desk.ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: 'RR1' })
    await desk.ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
    const input = newCase({ kind: 'claim', receivedOn: '2026-11-23' })
    const { id: claim, number } = await desk.ask('cases.register', { ...input, followsId: caseId })
    await desk.ask('retention.hold', { caseNumber: number, reason: 'Иск в суде' })
    await desk.ask('cases.take', { id: claim, step: { action: 'annul', reason: 'Подана снова' } })
    desk.clock.set('2029-12-10T06:00:00Z')
    const { due } = await desk.ask('retention.overview', {})
    expect(due.map(({ id, hold }) => [id, hold?.number])).toEqual([
      [caseId, number],
      [claim, number],
    ])
    const chosen = { caseIds: [caseId], method: 'destroy' as const, lang: 'ru' as const }
    expect((await desk.fail('retention.destroy', chosen)).code).toBe('retentionHeld')
    const other = { id: claim, otherId: caseId }
    expect((await desk.fail('relations.unrelate', other)).code).toBe('relationHeld')
    await desk.ask('retention.release', { caseId: claim, reason: 'Суд окончен' })
    await desk.ask('retention.destroy', chosen)
  })
})

describe('what a case in work is about', () => {
  it.each(['a claim', 'a repeat'])('is not due while %s is in work', async (what) => {
    const desk = await openRegister()
    const { caseId, letterId } = await issueReply(desk)
    await desk.ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: 'RR1' })
    await desk.ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
    const { number: otherNumber } = await desk.ask('cases.card', { id: caseId })
    desk.clock.set('2027-11-23T06:00:00Z')
    const kind = what === 'a claim' ? 'claim' : 'access'
    const { id } = await desk.ask('cases.register', newCase({ kind, receivedOn: '2027-11-23' }))
    const type = what === 'a claim' ? 'follows' : 'duplicate'
    await desk.ask('relations.relate', { id, otherNumber, type })
    desk.clock.set('2028-01-10T06:00:00Z')
    const basis = { ru: 'Номенклатура дел, п. 7', kk: 'Істер номенклатурасы, 7-т.' }
    await desk.ask('retention.saveTerm', { years: 1, basis })
    const due = async () => (await desk.ask('retention.overview', {})).due.map((one) => one.id)
    expect(await due()).toEqual([])
    const chosen = { caseIds: [caseId], method: 'destroy' as const, lang: 'ru' as const }
    expect((await desk.fail('retention.destroy', chosen)).code).toBe('retentionStale')
    await desk.ask('cases.take', { id, step: { action: 'annul', reason: 'Ошибка' } })
    expect(await due()).toEqual([caseId])
  })
})

describe('a destroyed case', () => {
  it('takes nothing in any more: no link, no officer, no letter, no message', async () => {
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(await startServer(['refuseRecipient'])))
    const { caseId, letterId: replyId } = await issueReply(desk)
    const mailId = await send(desk, replyId)
    await settled(desk)
    const notice = { templateId: 'registration-notice', lang: null, fields: {} }
    await desk.ask('bulk.issueLetters', { task: 'b', ids: [caseId], ...notice })
    await desk.ask('letters.handOver', { id: replyId, method: 'post', on: '2026-11-23', note: 'RR1' })
    await desk.ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
    const { number: otherNumber, letters } = await desk.ask('cases.card', { id: caseId })
    const letterId = letters.find(({ id }) => id !== replyId)?.id ?? 0
    desk.clock.set('2030-01-10T06:00:00Z')
    const { id: other } = await desk.ask('cases.register', newCase({ receivedOn: '2026-11-23' }))
    await desk.ask('retention.destroy', { caseIds: [caseId], method: 'destroy', lang: 'ru' })
    const { emailId } = await desk.ask('intake.read', { bytes: Buffer.from('From: a@example.com\n\nДа') })
    const reason = 'То же обращение'
    const told = { to: 'a@example.com', subject: 's', text: 't' }
    const draft = { caseId, templateId: 'registration-notice', lang: 'ru', fields: {} } as const
    for (const [name, input] of [
      ['relations.relate', { id: other, otherNumber, type: 'related' }],
      ['relations.merge', { id: other, intoNumber: otherNumber, reason }],
      ['relations.unrelate', { id: other, otherId: caseId }],
      ['cases.reassign', { assignments: [{ id: caseId, assigneeId: null }] }],
      ['cases.setRepresentative', { id: caseId, representative: null }],
      ['cases.register', newCase({ followsId: caseId })],
      ['execution.noteRest', { caseId }],
      ['letters.saveDraft', draft],
      ['letters.handOver', { id: letterId, method: 'post', on: '2030-01-10', note: 'RR2' }],
      ['mail.send', { letterId, ...told }],
      ['mail.protect', { letterId }],
      ['mail.retry', { id: mailId }],
      ['intake.attach', { id: emailId, caseNumber: otherNumber }],
    ] as const)
      expect([name, (await desk.fail(name, input as never)).code]).toEqual([name, 'caseDestroyed'])
  })
})

describe('a year later', () => {
  it.each([
    ['2026-11-23', 3, '2029-11-23'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2028-02-29', -3, '2025-02-28'],
  ] as const)('%s and %i years is %s', (date, years, expected) => {
    expect(yearsAfter(date as never, years)).toBe(expected)
  })
})
