import { createHash } from 'node:crypto'
import Database from 'better-sqlite3-multiple-ciphers'
import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { contentOf } from '../../src/core/letters/content.ts'
import { readCheckCode, writeCheckCode } from '../../src/core/letters/check-code.ts'
import { migrate } from '../../src/main/engine/db/migrate.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { pngOf } from '../pdf/png.ts'
import { renderPages } from '../pdf/render.ts'
import { wordsOfPdf } from '../pdf/words.ts'
import { decide, issueReply, previewReply } from './correspondence.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

async function issued(desk: TestRegister): Promise<{ pdf: Uint8Array; words: string; number: string }> {
  const { letterId, number } = await issueReply(desk)
  const { bytes } = await desk.ask('letters.pdf', { id: letterId })
  return { pdf: bytes, words: await wordsOfPdf(bytes), number }
}

async function codeOf(pdf: Uint8Array): Promise<string> {
  const pages = await renderPages(pdf, 150)
  const last = pages.at(-1)
  const found = last && jsQR(last.rgba, last.width, last.height)
  if (!found) throw new Error('no code on the last page')
  return found.data
}

describe('the code of a letter', () => {
  it('is read by a machine and names number, day and the hash of the words', async () => {
    const desk = await openRegister()
    const { pdf, words, number } = await issued(desk)
    const code = readCheckCode(await codeOf(pdf))
    expect(code).toEqual({ number, date: '2026-11-23', sha256: hashOf(contentOf(words)) })
  })

  it('is read with white space and in small letters, and nothing else is taken for one', () => {
    const code = { number: 'АУ-2026-0001', date: LocalDate.parse('2026-11-23'), sha256: 'ab'.repeat(32) }
    const text = writeCheckCode(code)
    expect(readCheckCode(` ${text.slice(0, 30)}\n${text.slice(30).toLowerCase()} `)).toEqual(code)
    for (const other of ['', 'https://example.com', text.slice(0, -1), text.replace('11-23', '13-45')])
      expect(readCheckCode(other)).toBeNull()
  })
})

describe('a check', () => {
  it('knows the very file, a copy that says the same, and one that says something else', async () => {
    const desk = await openRegister()
    const { pdf, words, number } = await issued(desk)
    const letter = { number, issuedOn: '2026-11-23', issuedBy: 'Ә. Қалиева' }
    const copy = Uint8Array.from([...pdf, 10])
    expect(await desk.ask('letters.check', { pdf, words })).toMatchObject({ verdict: 'sameBytes', letter })
    expect(await desk.ask('letters.check', { pdf: copy, words })).toMatchObject({
      verdict: 'sameWords',
      letter,
    })
    const forged = words.replace('не обрабатыва', 'обрабатыва').replace('2026', '2025 и 2026')
    expect(await desk.ask('letters.check', { pdf: copy, words: forged })).toMatchObject({
      verdict: 'different',
      letter,
    })
    expect(await desk.ask('letters.check', { pdf: copy, words: 'Счёт № 7' })).toEqual({
      verdict: 'unknown',
      letter: null,
    })
  })

  it('knows a code, one that was changed, and what is none', async () => {
    const desk = await openRegister()
    const { pdf, number } = await issued(desk)
    const code = await codeOf(pdf)
    expect(await desk.ask('letters.check', { code })).toMatchObject({
      verdict: 'sameWords',
      letter: { number },
    })
    expect(await desk.ask('letters.check', { code: code.replace('11-23', '11-24') })).toMatchObject({
      verdict: 'different',
    })
    expect(await desk.ask('letters.check', { code: code.replace(number, '2026-0099') })).toMatchObject({
      verdict: 'unknown',
    })
    expect(await desk.fail('letters.check', { code: 'ZHAUAP' })).toEqual({
      code: 'checkCodeInvalid',
      details: {},
    })
  })
})

describe('numbers of letters', () => {
  it('have neither gaps nor doubles, however many are issued at once and whatever fails', async () => {
    const desk = await openRegister()
    const ids: number[] = []
    for (let turn = 0; turn < 8; turn += 1) {
      const { id } = await desk.ask('cases.register', newCase({ kind: 'access' }))
      await decide(desk, id)
      ids.push(id)
    }
    // All are previewed with the same number; one is issued, the others are refused and previewed again.
    let waiting = ids
    while (waiting.length > 0) {
      const previews = await Promise.all(waiting.map((id) => previewReply(desk, id, 'ru')))
      const results = await Promise.all(
        previews.map(({ sha256 }) => desk.app.dispatch('letters.issue', { sha256 })),
      )
      const refused = results.flatMap((result, at) => (result.ok ? [] : [waiting[at] ?? 0]))
      expect(refused).toHaveLength(waiting.length - 1)
      waiting = refused
    }
    const cards = await Promise.all(ids.map((id) => desk.ask('cases.card', { id })))
    const numbers = cards.flatMap(({ letters }) => letters.map(({ number }) => number)).toSorted()
    expect(numbers).toEqual(ids.map((_, index) => `2026-${String(index + 1).padStart(4, '0')}`))
  })

  it('begin anew with the year in Almaty, and a preview of the old year is stale', async () => {
    const desk = await openRegister({ now: '2026-12-31T18:30:00Z' })
    const decided = async (): Promise<number> => {
      const { id } = await desk.ask('cases.register', newCase({ receivedOn: '2026-12-30' }))
      await decide(desk, id)
      return id
    }
    const issue = async (id: number): Promise<string> => {
      const { sha256 } = await previewReply(desk, id, 'ru')
      return (await desk.ask('letters.issue', { sha256 })).number
    }
    const ids = [await decided(), await decided(), await decided()] as const
    expect(await issue(ids[0])).toBe('2026-0001')
    const held = await previewReply(desk, ids[1], 'ru')
    expect(held).toMatchObject({ number: '2026-0002', date: '2026-12-31' })
    desk.clock.set('2026-12-31T19:30:00Z')
    expect(await desk.fail('letters.issue', { sha256: held.sha256 })).toMatchObject({
      code: 'letterPreviewStale',
    })
    expect(await issue(ids[1])).toBe('2027-0001')
    expect(await issue(ids[2])).toBe('2027-0002')
  })
})

describe('the register itself', () => {
  function withLetter(): Database.Database {
    const db = new Database(':memory:')
    migrate(db)
    db.exec(`
      INSERT INTO person (id, family_name, given_name, patronymic, iin, address, email, phone, lang)
        VALUES (1, 'Ким', '', '', '', '', '', '', 'ru');
      INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject, text)
        VALUES (1, 'ДС-2026-0001', 'access', 'registered', '2026-11-25', '2026-11-20', '', 1, 'paper', '', '', '');
      INSERT INTO journal VALUES ('', 2026, 1);
      INSERT INTO letter (id, case_id, template_id, template_version, lang, number, issued_on, answers, round,
        mail_subject, mail_text, sha256, pdf) VALUES (1, 1, 't', 1, 'ru', '2026-0001', '2026-11-23', 1, 1, '', '', '', x'00');
    `)
    return db
  }

  it.each([
    "UPDATE letter SET pdf = x'01'",
    "UPDATE letter SET number = '2026-0002'",
    "UPDATE letter SET sha256 = 'x'",
    "UPDATE letter SET content_sha256 = 'x'",
    "UPDATE letter SET issued_on = '2026-11-24'",
    "UPDATE letter SET issued_by = 'x'",
    'DELETE FROM letter',
    'UPDATE journal SET last_place = 3',
    'UPDATE journal SET last_place = 0',
    'DELETE FROM journal',
  ])('refuses %s', (sql) => {
    const db = withLetter()
    expect(() => db.exec(sql)).toThrow(/never|next number/)
    db.close()
  })

  it('takes the delivery of a letter, and the next number', () => {
    const db = withLetter()
    db.exec(
      "UPDATE letter SET delivery_method = 'post', delivered_on = '2026-11-24', delivery_note = 'RR000000000KZ'",
    )
    db.exec('UPDATE journal SET last_place = 2')
    db.close()
  })

  it('tells of letters of an older register who issued them and when', () => {
    const db = new Database(':memory:')
    migrate(db, 90)
    db.exec(`
      INSERT INTO person (id, family_name, given_name, patronymic, iin, address, email, phone, lang)
        VALUES (1, 'Ким', '', '', '', '', '', '', 'ru');
      INSERT INTO cases (id, number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject, text)
        VALUES (1, 'ДС-2026-0001', 'access', 'registered', '2026-11-25', '2026-11-20', '', 1, 'paper', '', '', '');
      INSERT INTO letter (id, case_id, template_id, template_version, lang, number, issued_on, answers, round,
        mail_subject, mail_text, sha256, pdf) VALUES (1, 1, 't', 1, 'ru', '2026-0001', '2026-11-23', 1, 1, '', '', '', x'00');
      INSERT INTO audit (seq, at, actor, action, case_id, details, hash) VALUES
        (1, '2026-11-23T06:00:00.000Z', 'Ә. Қалиева', 'letterIssued', 1, '{"number":"2026-0001"}', '');
    `)
    migrate(db)
    const letter = db.prepare('SELECT issued_at, issued_by, content_sha256 FROM letter').get()
    expect(letter).toEqual({
      issued_at: '2026-11-23T06:00:00.000Z',
      issued_by: 'Ә. Қалиева',
      content_sha256: null,
    })
    db.close()
  })
})

describe('the pictures of letters', () => {
  it('stand on the letter once they are set, and no more once they are taken away', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind: 'access' }))
    await decide(desk, id)
    const bare = await previewReply(desk, id, 'ru')
    const png = pngOf(40, 20, [200, 30, 30])
    await desk.ask('settings.savePicture', { name: 'logo', png })
    expect((await desk.ask('settings.pictures', {})).logo).toEqual(Buffer.from(png))
    const dressed = await previewReply(desk, id, 'ru')
    const [page] = await renderPages(dressed.pdf, 36)
    const red = Array.from(
      { length: (page?.rgba.length ?? 0) / 4 },
      (_, at) => page?.rgba.slice(at * 4, at * 4 + 3) ?? [],
    )
    expect(red.some(([r = 0, g = 0]) => r > 180 && g < 60)).toBe(true)
    await desk.ask('settings.savePicture', { name: 'logo', png: null })
    expect((await previewReply(desk, id, 'ru')).sha256).toBe(bare.sha256)
  })

  const png = pngOf(40, 20, [200, 30, 30])
  const broken = Uint8Array.from(png)
  broken[50] = (broken[50] ?? 0) ^ 0xff
  it.each([
    ['a text', new TextEncoder().encode('логотип, которого нет, но достаточно длинный')],
    ['an empty file', new Uint8Array()],
    ['a JPEG', Uint8Array.from({ length: 600 }, (_, at) => [0xff, 0xd8, 0xff, 0xe0][at] ?? at % 251)],
    ['half a PNG', png.subarray(0, png.length / 2)],
    ['a damaged PNG', broken],
  ])('are refused where they are %s, and the letter stays whole', async (_, bytes) => {
    const desk = await openRegister()
    expect(await desk.fail('settings.savePicture', { name: 'stamp', png: bytes })).toMatchObject({
      code: 'imageInvalid',
    })
    expect((await desk.ask('settings.pictures', {})).stamp).toBeNull()
  })

  it('are refused where they are huge, before they are unpacked', async () => {
    const desk = await openRegister()
    const huge = Uint8Array.from(png)
    new DataView(huge.buffer).setUint32(16, 60_000)
    new DataView(huge.buffer).setUint32(20, 60_000)
    expect(await desk.fail('settings.savePicture', { name: 'logo', png: huge })).toMatchObject({
      code: 'imageTooLarge',
    })
    const heavy = new Uint8Array(2 * 1_048_576 + 1)
    expect(await desk.fail('settings.savePicture', { name: 'logo', png: heavy })).toMatchObject({
      code: 'imageTooLarge',
    })
  })
})
