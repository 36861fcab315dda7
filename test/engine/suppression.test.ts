import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it } from 'vitest'
import { configure } from '../../src/main/engine/db/open.ts'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { migrate } from '../../src/main/engine/db/migrate.ts'
import { findContact, suppress, contactsOf } from '../../src/main/engine/suppression/store.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { decide, noteEverySystem } from './correspondence.ts'
import { newCase, openRegister, scratchFolder, type TestRegister } from './register.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const execute = { action: 'execute', executedOn: '2026-11-23', what: 'Рассылка прекращена' } as const

async function optOut(desk: TestRegister): Promise<number> {
  const { id } = await desk.ask('cases.register', newCase({ kind: 'optout' }))
  await desk.ask('cases.take', { id, step: execute })
  return id
}

describe('the suppression list', () => {
  it('takes the contacts of who opted out, however they are written later', async () => {
    const desk = await openRegister()
    const caseId = await optOut(desk)
    for (const contact of ['GULNAR@example.com', '8 (700) 000-00-00', '+77000000000']) {
      const { entry } = await desk.ask('suppression.find', { contact })
      expect(entry).toMatchObject({ reason: 'optout', caseId, addedOn: '2026-11-23', addedBy: 'Ә. Қалиева' })
    }
    expect((await desk.ask('suppression.find', { contact: 'other@example.com' })).entry).toBeNull()
    expect((await desk.fail('suppression.find', { contact: 'Гүлнәр' })).code).toBe('contactInvalid')
    expect(await desk.ask('suppression.list', { before: null, limit: 10 })).toMatchObject({ total: 2 })
  })

  it('knows a number again that an older program kept with the 00 it was typed with', () => {
    const register = new Database(':memory:')
    configure(register)
    migrate(register)
    const db = wrapDatabase(register)
    const about = { reason: 'manual', caseId: null, on: LocalDate.parse('2026-01-10'), officer: 'Ә' } as const
    const random = { bytes: (size: number) => new Uint8Array(size) }
    suppress(db, random, [{ type: 'phone', key: '0077010000001' }], about)
    const [contact] = contactsOf({ email: '', phone: '00 7 701 000 00 01' })
    expect(contact && findContact(db, contact)).toMatchObject({ reason: 'manual', addedOn: '2026-01-10' })
    register.close()
  })

  it('takes the contacts of who withdrew the consent, once that is carried out', async () => {
    const desk = await openRegister()
    const { id: caseId } = await desk.ask('cases.register', newCase({ kind: 'withdrawal' }))
    const verify = { action: 'verifyIdentity', method: 'inPerson', compared: 'Имя' } as const
    const grant = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' } as const
    const contact = 'gulnar@example.com'
    await desk.ask('cases.take', { id: caseId, step: verify })
    await noteEverySystem(desk, caseId, 'processingStopped')
    await desk.ask('cases.take', { id: caseId, step: grant })
    expect((await desk.ask('suppression.find', { contact })).entry).toBeNull()
    await desk.ask('cases.take', { id: caseId, step: { ...execute, what: 'Обработка прекращена' } })
    for (const written of [contact, '8 (700) 000-00-00']) {
      const { entry } = await desk.ask('suppression.find', { contact: written })
      expect(entry).toMatchObject({ reason: 'withdrawal', caseId, addedOn: '2026-11-23' })
    }
  })

  it('holds no address, and is kept when the person is destroyed', () => {
    const db = new Database(join(scratchFolder(), 'plain.db'))
    configure(db)
    migrate(db)
    const wrapped = wrapDatabase(db)
    const random = { bytes: (size: number) => new Uint8Array(size).fill(5) }
    const [email, phone] = contactsOf({ email: 'aigul@example.com', phone: '+7 701 000 00 00' })
    if (!email || !phone) throw new Error('no contacts')
    const about = {
      reason: 'optout',
      caseId: null,
      on: LocalDate.parse('2026-11-23'),
      officer: 'Ким',
    } as const
    expect(suppress(wrapped, random, [email, phone], about)).toBe(2)
    expect(suppress(wrapped, random, [email], about)).toBe(0)
    db.exec('DELETE FROM person')
    const stored = JSON.stringify(db.prepare('SELECT * FROM suppression').all())
    expect(stored).not.toMatch(/aigul|7010000000/)
    expect(findContact(wrapped, email)).toMatchObject({ type: 'email' })
    db.close()
  })

  it('lets one go with a reason, and takes it again', async () => {
    const desk = await openRegister()
    await desk.ask('suppression.add', { contact: 'kim@example.com' })
    const { entry } = await desk.ask('suppression.find', { contact: 'kim@example.com' })
    await desk.ask('suppression.remove', { id: entry?.id ?? 0, reason: 'Подписался снова' })
    expect((await desk.ask('suppression.find', { contact: 'kim@example.com' })).entry).toBeNull()
    expect((await desk.fail('suppression.remove', { id: entry?.id ?? 0, reason: 'Ещё раз' })).code).toBe(
      'suppressionUnknown',
    )
    await desk.ask('suppression.add', { contact: 'kim@example.com' })
    expect((await desk.ask('suppression.find', { contact: 'kim@example.com' })).entry?.reason).toBe('manual')
  })
})

describe('the check of a mailing list', () => {
  const check = (desk: TestRegister, bytes: Uint8Array) =>
    desk.ask('suppression.checkList', { task: 'check', bytes, lang: 'ru' })

  it('marks every row, and gives the rows one may mail to', async () => {
    const desk = await openRegister()
    await optOut(desk)
    const list = [
      'Имя;Почта;Телефон',
      '"Үмбетова; Гүлнәр";Gulnar@Example.com;',
      'Ким;kim@example.com;"+7 (701) 000-00-01"',
      'Без адреса;;',
      'Вторая;;8 700 000 00 00',
    ].join('\r\n')
    const result = await check(desk, encode(list))
    expect(result).toMatchObject({ rows: 4, suppressed: 2, blank: 1 })
    expect(decode(result.marked)).toBe(
      [
        '\ufeffИмя;Почта;Телефон;Рассылка',
        '"Үмбетова; Гүлнәр";Gulnar@Example.com;;нельзя: отказ с 23.11.2026',
        'Ким;kim@example.com;+7 (701) 000-00-01;можно',
        'Без адреса;;;можно',
        'Вторая;;8 700 000 00 00;нельзя: отказ с 23.11.2026',
        '',
      ].join('\r\n'),
    )
    expect(decode(result.allowed)).not.toContain('Gulnar')
    expect(decode(result.allowed)).toContain('kim@example.com')
  })

  it('reads what spreadsheets save, and makes formulas harmless', async () => {
    const desk = await openRegister()
    await optOut(desk)
    const cyrillic = Uint8Array.from(
      [...'Пётр'].map((letter) => {
        const code = letter.charCodeAt(0)
        return code === 0x451 ? 0xb8 : code - 0x410 + 0xc0
      }),
    )
    const windows = Uint8Array.from([...cyrillic, ...encode(',gulnar@example.com\n')])
    expect(decode((await check(desk, windows)).marked)).toContain('Пётр,gulnar@example.com,нельзя')
    const utf16 = new Uint8Array(Buffer.from('\ufeffgulnar@example.com\tҚайрат\r\n', 'utf16le'))
    expect(await check(desk, utf16)).toMatchObject({ rows: 1, suppressed: 1 })
    const unmarked = Buffer.from('Почта;Имя\r\ngulnar@example.com;Қайрат\r\n', 'utf16le')
    for (const bytes of [unmarked, Buffer.from(unmarked).swap16()])
      expect(decode((await check(desk, new Uint8Array(bytes))).marked)).toMatch(
        /Почта;Имя;Рассылка\r\ngulnar@example.com;Қайрат;нельзя/,
      )
    // A spreadsheet is told by this line what stands between the cells.
    const told = await check(desk, encode('sep=;\r\nПочта\r\ngulnar@example.com;Ким, Гүлнәр\r\n'))
    expect(told).toMatchObject({ rows: 1, suppressed: 1, blank: 0 })
    expect(decode(told.marked)).toMatch(/^\ufeffПочта;Рассылка\r\ngulnar@example.com;Ким, Гүлнәр;нельзя/)
    const formulas = decode(
      (await check(desk, encode('=HYPERLINK("x"),a@example.com\n-1+1,+7 701 000 00 02\n'))).marked,
    )
    expect(formulas).toContain('"\'=HYPERLINK(""x"")",a@example.com')
    expect(formulas).toContain('+7 701 000 00 02')
  })

  it('leaves no line of its own for empty rows, however many, nor for a long cell', async () => {
    const desk = await openRegister()
    await optOut(desk)
    const list = [
      'Почта;Примечание',
      ';\r\n'.repeat(50_000),
      `gulnar@example.com;"${'слово '.repeat(50_000)}"`,
      'kim@example.com;',
    ].join('\r\n')
    const result = await check(desk, encode(list))
    expect(result).toMatchObject({ rows: 2, suppressed: 1, blank: 0 })
    const lines = decode(result.marked).split('\r\n')
    expect(lines.map((line) => line.slice(0, 18))).toEqual([
      '\ufeffПочта;Примечание;',
      'gulnar@example.com',
      'kim@example.com;;м',
      '',
    ])
    const late = await check(desk, encode(`${'\r\n'.repeat(50_000)}Почта\r\ngulnar@example.com\r\n`))
    expect(late).toMatchObject({ rows: 1, suppressed: 1, blank: 0 })
  })

  it('refuses what is no list', async () => {
    const desk = await openRegister()
    for (const bytes of [new Uint8Array(), Uint8Array.from([1, 0, 2, 0]), encode('\n\n')]) {
      const refusal = await desk.fail('suppression.checkList', { task: 'check', bytes, lang: 'ru' })
      expect(refusal.code).toBe('listUnreadable')
    }
  })

  it('tells how far it is, answers other calls meanwhile, and can be cancelled', async () => {
    const desk = await openRegister()
    const rows = Array.from({ length: 5_000 }, (_, index) => `Ким,person${index}@example.com`).join('\n')
    const input = { task: 'long', bytes: encode(rows), lang: 'kk' } as const
    await desk.ask('suppression.checkList', input)
    const told = desk.events.flatMap((event) => ('progress' in event ? [event.progress] : []))
    expect(told.length).toBeGreaterThan(1)
    expect(told.at(-1)).toEqual({ task: 'long', done: rows.length, total: rows.length })
    const cancelled = desk.app.dispatch('suppression.checkList', input)
    await desk.ask('tasks.cancel', { id: 'long' })
    expect(await cancelled).toMatchObject({ ok: false, error: { code: 'taskCancelled' } })
  })
})

describe('the register of blockings', () => {
  it('tells what is blocked, since when, by which case, and until when to act', async () => {
    const desk = await openRegister()
    const { id, number } = await desk.ask('cases.register', newCase({ kind: 'blocking' }))
    const step = { action: 'block', blockedOn: '2026-11-20', what: 'Телефон' } as const
    await desk.ask('cases.take', { id, step: { ...step, systems: ['crm'] } })
    const page = { after: null, limit: 10 }
    const { total, blockings } = await desk.ask('blocking.list', { state: 'inForce', ...page })
    expect(total).toBe(1)
    expect(blockings[0]).toMatchObject({
      caseNumber: number,
      what: 'Телефон',
      sinceOn: '2026-11-20',
      blockedBy: 'Ә. Қалиева',
      lifted: null,
      clocks: [{ dueOn: '2026-11-25', daysLeft: 2 }],
    })
    expect(blockings[0]?.systems[0]?.ru).toContain('CRM')
    const early = { action: 'unblock', unblockedOn: '2026-11-19', why: 'Проверено' } as const
    expect((await desk.fail('cases.take', { id, step: early })).code).toBe('dateTooEarly')
    await desk.ask('cases.take', { id, step: { ...early, unblockedOn: '2026-11-23' } })
    expect((await desk.ask('blocking.list', { state: 'inForce', ...page })).total).toBe(0)
    expect((await desk.ask('blocking.list', { state: 'lifted', ...page })).blockings[0]).toMatchObject({
      lifted: { on: '2026-11-23', by: 'Ә. Қалиева', why: 'Проверено' },
      clocks: [],
    })
  })

  it('says why a rectification blocks, and names the clock to lift it before a nearer one', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind: 'rectification' }))
    const block = { action: 'block', blockedOn: '2026-11-20', what: 'Телефон' } as const
    await desk.ask('cases.take', { id, step: block })
    desk.clock.set('2026-11-25T06:00:00Z')
    await decide(desk, id)
    const { blockings } = await desk.ask('blocking.list', { state: 'inForce', after: null, limit: 10 })
    expect(blockings).toMatchObject([
      {
        ground: 'inaccurate',
        clocks: [
          { title: { en: 'Lift the block' }, dueOn: '2026-11-26', daysLeft: 1 },
          { dueOn: '2026-11-25', daysLeft: 0 },
        ],
      },
    ])
  })
})
