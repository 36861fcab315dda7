import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmail } from '../../src/main/engine/intake/read-email.ts'
import { decompressRtf, readRtf } from '../../src/main/engine/intake/rtf.ts'
import { AppFailure } from '../../src/shared/errors.ts'
import { packRtf, writeMsg, writeTnef, type OutlookMessage } from '../mail/outlook.ts'

const text = 'Прошу сообщить, какие мои персональные данные вы обрабатываете. Құрметпен, Әлия'
const pdf = new Uint8Array(Buffer.from('%PDF-1.7\n…'))

/** Bytes of Windows-1251. */
function ansi(words: string): { ansi: Uint8Array } {
  return {
    ansi: Uint8Array.from(words, (letter) => {
      const code = letter.charCodeAt(0)
      return code < 128 ? code : code - 0x410 + 0xc0
    }),
  }
}

const request: OutlookMessage = {
  props: [
    [0x0037, 'Запрос о данных'],
    [0x0c1a, 'Үмбетова Гүлнәр'],
    [0x0c1f, 'gulnar@example.com'],
    [0x1000, text],
    [0x1035, '<one@example.com>'],
    [0x0e06, new Date('2026-11-20T04:00:00Z')],
  ],
  attachments: [
    {
      props: [
        [0x3707, 'Справка.pdf'],
        [0x370e, 'application/pdf'],
      ],
      content: pdf,
    },
  ],
}

describe('a .msg file', () => {
  test('in Unicode: sender, subject, day, text, id and files', async () => {
    const email = await readEmail(writeMsg(request))
    expect(email).toMatchObject({
      format: 'msg',
      from: { name: 'Үмбетова Гүлнәр', address: 'gulnar@example.com' },
      subject: 'Запрос о данных',
      messageId: '<one@example.com>',
      receivedOn: '2026-11-20',
      text,
    })
    expect(email.attachments).toMatchObject([{ name: 'Справка.pdf', mime: 'application/pdf', bytes: pdf }])
  })

  test.each([1251, 1252, 0])('in a code page, declared as %i', async (page) => {
    const words = 'Прошу исправить мои персональные данные'
    const bytes = writeMsg({
      props: [
        [0x0037, ansi('Заявление')],
        [0x1000, ansi(words)],
        [0x3ffd, page],
      ],
    })
    expect(await readEmail(bytes)).toMatchObject({ subject: 'Заявление', text: words })
  })

  test('takes the headers of the internet before its own fields', async () => {
    const headers = [
      'Received: from a by b; Thu, 19 Nov 2026 19:00:00 +0000',
      'From: =?utf-8?B?w5zDvA==?= <real@example.com>',
      'Message-ID: <two@example.com>',
      'Subject: =?windows-1251?B?x+Dv8O7x?=',
      'Auto-Submitted: auto-replied',
    ].join('\r\n')
    const email = await readEmail(writeMsg({ props: [...request.props, [0x007d, headers]] }))
    expect(email).toMatchObject({
      from: { address: 'real@example.com' },
      subject: 'Запрос',
      messageId: '<two@example.com>',
      receivedOn: '2026-11-20',
    })
    expect(email.headers).toContainEqual({ key: 'auto-submitted', value: 'auto-replied' })
  })

  test('with HTML alone becomes text', async () => {
    const html = new Uint8Array(Buffer.from('<p>Сәлем</p><script>x()</script>'))
    const email = await readEmail(
      writeMsg({
        props: [
          [0x0037, 'h'],
          [0x1013, html],
          [0x3fde, 65_001],
        ],
      }),
    )
    expect(email.text).toBe('Сәлем')
    expect(email.html).toContain('<p>Сәлем</p>')
  })

  test('holds a message that holds a message', async () => {
    const within: OutlookMessage = {
      props: [[0x0037, 'Внутри']],
      attachments: [{ props: [[0x3001, 'Первое: запрос']], content: request }],
    }
    const outer = writeMsg({
      props: [[0x0037, 'Снаружи']],
      attachments: [{ props: [[0x3001, 'Внутри']], content: within }],
    })
    const [file] = (await readEmail(outer)).attachments
    expect(file).toMatchObject({ name: 'Внутри.eml', mime: 'message/rfc822' })
    const second = await readEmail(file?.bytes ?? new Uint8Array())
    expect(second.subject).toBe('Внутри')
    const third = await readEmail(second.attachments[0]?.bytes ?? new Uint8Array())
    expect(third).toMatchObject({ subject: 'Запрос о данных', text })
    expect(third.attachments).toMatchObject([{ name: 'Справка.pdf', bytes: pdf }])
  })
})

describe('RTF', () => {
  const cyrillic = (words: string): string =>
    Array.from(ansi(words).ansi, (byte) =>
      byte < 128 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`,
    ).join('')

  test('is read in the code page of its font, and in Unicode', () => {
    const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 Arial;}}{\\*\\generator x;}\\f0 ${cyrillic('Запрос')}\\par \\u1179?${cyrillic('ала')} \\{1\\}}`
    expect(readRtf(rtf)).toEqual({ text: 'Запрос\nқала {1}' })
  })

  test('gives back the HTML it was made from', () => {
    const rtf = [
      '{\\rtf1\\ansi\\ansicpg1251\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}',
      '{\\*\\htmltag64 <p>}\\htmlrtf {\\f0 \\htmlrtf0 ',
      cyrillic('Текст'),
      '{\\*\\htmltag84 &lt;}\\htmlrtf <\\htmlrtf0 {\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0 }',
    ].join('')
    expect(readRtf(rtf)).toEqual({ html: '<p>Текст&lt;</p>' })
  })

  test('is unpacked: the example of MS-OXRTFCP section 4.1', () => {
    const packed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af8' +
        '0b60ccee2068656c6c20bd44ab002077806c64047d0a800f a0'.replaceAll(' ', ''),
      'hex',
    )
    expect(decompressRtf(packed)).toMatch(/^\{\\rtf1\\ansi\\ansicpg1252\\pard/)
  })

  test('is the body of a message that has no other', async () => {
    const packed = packRtf(`{\\rtf1\\ansi\\ansicpg1251 ${cyrillic('Прошу ответить')}}`)
    const email = await readEmail(
      writeMsg({
        props: [
          [0x0037, 'r'],
          [0x1009, packed],
        ],
      }),
    )
    expect(email.text).toBe('Прошу ответить')
  })
})

describe('winmail.dat', () => {
  const wrap = (tnef: Uint8Array, body: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from(
          [
            'From: a@example.com',
            'Content-Type: multipart/mixed; boundary=b',
            '',
            '--b',
            'Content-Type: text/plain; charset=utf-8',
            '',
            body,
            '--b',
            'Content-Type: application/ms-tnef; name=winmail.dat',
            'Content-Transfer-Encoding: base64',
            '',
            Buffer.from(tnef).toString('base64'),
            '--b--',
            '',
          ].join('\r\n'),
        ),
      ]),
    )

  test('gives its files, and its text where the message has none', async () => {
    const tnef = writeTnef({
      ...request,
      attachments: [...(request.attachments ?? []), { props: [[0x3001, 'Внутри']], content: request }],
    })
    const email = await readEmail(wrap(tnef, ''))
    expect(email.text).toBe(text)
    expect(email.attachments.map(({ name }) => name)).toEqual(['Справка.pdf', 'Внутри.eml'])
    expect(email.attachments[0]?.bytes).toEqual(pdf)
    const within = await readEmail(email.attachments[1]?.bytes ?? new Uint8Array())
    expect(within.attachments).toMatchObject([{ name: 'Справка.pdf', bytes: pdf }])
    expect((await readEmail(wrap(tnef, 'Своё'))).text).toBe('Своё')
  })

  test('that is damaged stays a file, or gives what is whole', async () => {
    const email = await readEmail(wrap(writeTnef(request).subarray(0, 40), 'Своё'))
    expect(email.text).toBe('Своё')
  })
})

/** Whatever the bytes: a message or `emailUnreadable`. A hang would end the test by its time. */
async function survives(bytes: Uint8Array): Promise<void> {
  const fault = await readEmail(bytes).then(
    () => null,
    (error: unknown) => error,
  )
  expect(fault === null || fault instanceof AppFailure).toBe(true)
}

// Hundreds of files each: their number, not their time, is what counts.
describe('damage', { timeout: 120_000 }, () => {
  const nested = writeMsg({
    props: [...request.props, [0x1009, packRtf('{\\rtf1 {\\*\\htmltag <p>} a}')]],
    attachments: [...(request.attachments ?? []), { props: [], content: request }],
  })
  const tables = { min: 0, max: nested.length - 1 }

  test('of any kind to a .msg ends in a message or in emailUnreadable', async () => {
    const change = fc.record({ at: fc.integer(tables), value: fc.integer({ min: 0, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.integer(tables),
        async (changes, end) => {
          const bytes = nested.slice(0, end % 3 === 0 ? end : undefined)
          for (const { at, value } of changes) if (at < bytes.length) bytes[at] = value
          await survives(bytes)
        },
      ),
      { numRuns: 1_500 },
    )
  })

  test('to its tables, word by word, neither hangs nor fills the memory', async () => {
    const words = [0, 1, 2, 3, 0x7fffffff, 0xfffffffa, 0xfffffffe, 0xffffffff, 0x10000]
    const starts = Array.from({ length: 30 }, (_, index) => 28 + 4 * index)
    for (let at = 512; at + 4 <= nested.length; at += 60) starts.push(at - (at % 4))
    for (const at of starts) {
      for (const word of words) {
        const bytes = nested.slice()
        new DataView(bytes.buffer).setUint32(at, word, true)
        await survives(bytes)
      }
    }
  })

  test('to winmail.dat and to packed RTF is borne', async () => {
    const tnef = writeTnef(request)
    const change = fc.record({ at: fc.nat(tnef.length - 1), value: fc.integer({ min: 0, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = tnef.slice()
        for (const { at, value } of changes) bytes[at] = value
        const head =
          'From: a@example.com\r\nContent-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        await survives(new Uint8Array(Buffer.from(head + Buffer.from(bytes).toString('base64'))))
      }),
      { numRuns: 400 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 600 }), (bytes) => {
        new DataView(bytes.buffer).setUint32(8, 0x75465a4c, true)
        expect(decompressRtf(bytes).length).toBeLessThanOrEqual(8_000_000)
        readRtf(decompressRtf(bytes))
      }),
      { numRuns: 300 },
    )
  })
})
