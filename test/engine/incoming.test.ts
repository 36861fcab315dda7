import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRegister, openRegister as openFile } from '../../src/main/engine/db/open.ts'
import { newCase, openRegister, passphrase, scratchFolder, type TestRegister } from './register.ts'

const bytesOf = (...lines: string[]): Uint8Array => new Uint8Array(Buffer.from(lines.join('\r\n')))

function message(number: number, ...more: string[]): Uint8Array {
  return bytesOf(
    'From: =?utf-8?B?0J7RgNGL0L3QsdCw0LXQsg==?= <person@example.com>',
    `Message-ID: <m${number}@example.com>`,
    `Subject: Request ${number}`,
    'Date: Fri, 20 Nov 2026 10:00:00 +0500',
    'Content-Type: text/plain; charset=utf-8',
    ...more,
    '',
    'Прошу сообщить, какие мои персональные данные вы обрабатываете. ИИН 900101300126.',
  )
}

const waiting = async ({ ask }: TestRegister): Promise<string[]> =>
  (await ask('intake.list', { show: 'waiting', limit: 500 })).rows.map(({ subject }) => subject)

describe('messages that came', () => {
  it('wait in the register, and outlive a lock', async () => {
    const desk = await openRegister()
    for (const number of [1, 2, 3]) await desk.ask('intake.read', { bytes: message(number) })
    await desk.ask('vault.lock', {})
    await desk.ask('vault.unlock', { passphrase })
    expect(await waiting(desk)).toEqual(['Request 1', 'Request 2', 'Request 3'])
    expect((await desk.ask('cases.summary', {})).incoming).toBe(3)
    const { rows } = await desk.ask('intake.list', { show: 'waiting', limit: 1 })
    expect(rows[0]).toMatchObject({
      kind: 'access',
      iin: '900101300126',
      receivedOn: '2026-11-20',
      lang: 'ru',
    })
    const opened = await desk.ask('intake.message', { id: rows[0]?.id ?? 0 })
    expect(opened).toMatchObject({ subject: 'Request 1', state: 'waiting', proposal: { kind: 'access' } })
  })

  it('are never written in the clear', async () => {
    const desk = await openRegister()
    await desk.ask('intake.read', { bytes: message(1) })
    await desk.ask('vault.lock', {})
    for (const name of ['register.db', 'register.db-wal']) {
      const file = Buffer.concat([tryRead(join(desk.folder, name))])
      expect(file.includes('person@example.com')).toBe(false)
    }
  })

  it('are not taken twice: neither the same bytes nor the same id, sender and subject', async () => {
    const desk = await openRegister()
    const first = await desk.ask('intake.read', { bytes: message(1) })
    const again = await desk.ask('intake.read', { bytes: message(1) })
    const byOtherWay = await desk.ask('intake.read', { bytes: message(1, 'X-Way: another') })
    expect([first.known, again.known, byOtherWay.known]).toEqual([false, true, true])
    expect(byOtherWay.emailId).toBe(first.emailId)
    const forged = bytesOf(
      'From: other@example.com',
      'Message-ID: <m1@example.com>',
      'Subject: Request 1',
      '',
      'x',
    )
    expect((await desk.ask('intake.read', { bytes: forged })).known).toBe(false)
    expect(await waiting(desk)).toEqual(['Request 1', 'Request 1'])
  })

  it('become a case, or part of one, and lead on to the next', async () => {
    const desk = await openRegister()
    const ids = []
    for (const number of [1, 2, 3])
      ids.push((await desk.ask('intake.read', { bytes: message(number) })).emailId)
    const [one = 0, two = 0, three = 0] = ids
    const { id, number } = await desk.ask('cases.register', newCase({ emailId: one }))
    expect(await desk.ask('intake.attach', { id: two, caseNumber: number })).toEqual({
      caseId: id,
      next: three,
    })
    const { attachments } = await desk.ask('cases.card', { id })
    expect(attachments.map(({ role }) => role)).toEqual(['email', 'email'])
    expect(await desk.fail('intake.attach', { id: two, caseNumber: number })).toEqual({
      code: 'messageSettled',
      details: { state: 'attached' },
    })
    expect(await desk.fail('intake.attach', { id: three, caseNumber: 'ДС-2026-9999' })).toMatchObject({
      code: 'caseNumberUnknown',
    })
    expect(await waiting(desk)).toEqual(['Request 3'])
    const { rows } = await desk.ask('intake.list', { show: 'settled', limit: 10 })
    expect(rows.map(({ state, caseNumber }) => [state, caseNumber])).toEqual([
      ['attached', number],
      ['registered', number],
    ])
  })

  it('are set aside with a note, and taken back', async () => {
    const desk = await openRegister()
    const { emailId: id } = await desk.ask('intake.read', { bytes: message(1) })
    expect(await desk.ask('intake.setAside', { id, note: 'Реклама' })).toEqual({ next: null })
    expect(await waiting(desk)).toEqual([])
    expect((await desk.ask('intake.read', { bytes: message(1) })).state).toBe('setAside')
    await desk.ask('intake.takeBack', { id })
    expect(await waiting(desk)).toEqual(['Request 1'])
    expect((await desk.fail('intake.takeBack', { id })).code).toBe('messageSettled')
  })

  it('propose the case they belong to: by the letter they answer, its number, its sender', async () => {
    const desk = await openRegister()
    const { number } = await desk.ask('cases.register', newCase())
    const other = await desk.ask(
      'cases.register',
      newCase({ applicant: { ...newCase().applicant, email: 'person@example.com' } }),
    )
    const bySubject = bytesOf(
      'From: x@example.com',
      `Subject: =?utf-8?B?${Buffer.from(`Re: ${number}`).toString('base64')}?=`,
      '',
      'x',
    )
    expect((await desk.ask('intake.read', { bytes: bySubject })).cases).toMatchObject([
      { number, by: 'number' },
    ])
    expect((await desk.ask('intake.read', { bytes: message(1) })).cases).toMatchObject([
      { number: other.number, by: 'sender' },
    ])
  })

  it('show their files for what they are, and give them to be saved', async () => {
    const desk = await openRegister()
    const file = (name: string, content: string): string[] => [
      '--b',
      `Content-Type: application/octet-stream; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content, 'latin1').toString('base64'),
    ]
    const { emailId, attachments } = await desk.ask('intake.read', {
      bytes: bytesOf(
        'From: a@example.com',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        ...file('a.pdf', '%PDF-1.7'),
        ...file('b.pdf', 'MZ\x90'),
        ...file('c.docm', 'PK\x03\x04'),
        ...file('d.png', 'GIF89a'),
        ...file('e.zip', 'PK\x03\x04\x14\x00\x01\x00'),
        ...file('f.pdf.js', 'x'),
        '--b--',
        '',
      ),
    })
    expect(attachments.map(({ type, danger }) => [type, danger])).toEqual([
      ['pdf', null],
      ['exe', 'program'],
      ['zip', 'macros'],
      ['gif', 'disguised'],
      ['zip', 'locked'],
      ['', 'program'],
    ])
    const saved = await desk.ask('intake.file', { id: emailId, index: 0 })
    expect(Buffer.from(saved.bytes).toString()).toBe('%PDF-1.7')
    expect((await desk.fail('intake.file', { id: emailId, index: 9 })).code).toBe('attachmentNotFound')
  })

  it('registered by an older program are known again', async () => {
    const path = join(scratchFolder(), 'register.db')
    const key = randomBytes(32)
    const old = createRegister(path, key, 90)
    old.exec(`
      INSERT INTO person (id, organisation, family_name, given_name, patronymic, iin, address, email, phone, lang)
        VALUES (1, '', 'Ким', 'Анна', '', '', '', 'kim@example.com', '', 'ru');
      INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject,
        text, lang, email_message_id, email_sha256) VALUES (1, 'ДС-2026-0001', 'access', 'registered', '2026-11-25',
        '2026-11-20', '2026-11-20T05:00:00.000Z', 1, 'email', '', 'Запрос', '', 'ru', '<old@example.com>', '${'a'.repeat(64)}');
    `)
    old.close()
    const opened = openFile(path, key)
    const rows = opened
      .prepare('SELECT state, case_id, message_id, from_address, person, bytes FROM incoming')
      .all()
    opened.close()
    expect(rows).toEqual([
      {
        state: 'registered',
        case_id: 1,
        message_id: '<old@example.com>',
        from_address: 'kim@example.com',
        person: 'Ким Анна',
        bytes: null,
      },
    ])
  })
})

function tryRead(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}
