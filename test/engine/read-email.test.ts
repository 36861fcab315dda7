import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeCase } from '../../src/core/mail/classify.ts'
import { cleanFileName } from '../../src/main/engine/intake/file-name.ts'
import type { ParsedEmail } from '../../src/main/engine/intake/parsed-email.ts'
import { readEmail } from '../../src/main/engine/intake/read-email.ts'
import { AppFailure } from '../../src/shared/errors.ts'
import { IntakeRules } from '../../src/shared/model/intake.ts'

const resources = new URL('../../resources/', import.meta.url)
const rules = IntakeRules.parse(
  JSON.parse(readFileSync(new URL('packs/kz/intake/rules.json', resources), 'utf8')),
)
const demoFolder = new URL('demo/', resources)
const demoNames = readdirSync(demoFolder).filter((name) => name.endsWith('.eml'))
const demo = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, demoFolder)))

function bytesOf(...lines: (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(lines.map((line) => Buffer.from(line)).flatMap((line) => [line, Buffer.from('\r\n')])),
  )
}

const read = (...lines: (string | Uint8Array)[]): Promise<ParsedEmail> => readEmail(bytesOf(...lines))

async function failureOf(bytes: Uint8Array): Promise<unknown> {
  try {
    return await readEmail(bytes)
  } catch (error) {
    return error instanceof AppFailure ? { code: error.code, details: error.details } : error
  }
}

const unreadable = { code: 'emailUnreadable', details: {} }

/** The letters of a Cyrillic code page that has А–я in one run from `first`. */
function encodeRun(text: string, first: number): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code < 128 ? code : code - 0x410 + first
  })
}

describe('the demo e-mails', () => {
  test.each([
    ['access-ru.eml', 'access', '2026-11-16', 'Ахметова', 'ru', []],
    ['withdrawal-kk.eml', 'withdrawal', '2026-11-17', 'Әбдірахманов', 'kk', []],
    [
      'rectification-ru.eml',
      'rectification',
      '2026-11-18',
      'Тлеубаева',
      'ru',
      ['Справка о перемене фамилии.pdf'],
    ],
    ['claim-ru.eml', 'claim', '2026-11-19', 'Коваленко', 'ru', []],
    ['access-kk.eml', 'access', '2026-11-21', 'Сейітмұхаммедова', 'kk', []],
  ] as const)('%s', async (name, kind, receivedOn, familyName, lang, files) => {
    const email = await readEmail(demo(name))
    expect(email.receivedOn).toBe(receivedOn)
    expect(email.attachments.map((file) => file.name)).toEqual(files)
    expect(`${email.subject}${email.from.name}${email.text}`).not.toContain('\ufffd')
    const proposal = proposeCase(email, rules)
    expect(proposal).toMatchObject({
      kind,
      applicant: { familyName, lang },
      documentsEnclosed: files.length > 0,
    })
    expect(proposal.applicant.iin).toMatch(/^\d{12}$/)
    expect(proposal.applicant.address).not.toBe('')
  })

  test('all are known here', () => {
    expect(demoNames).toHaveLength(5)
  })

  test('keep the attachment byte for byte', async () => {
    const { attachments } = await readEmail(demo('rectification-ru.eml'))
    const pdf = Buffer.from(attachments[0]?.bytes ?? [])
    expect([pdf.subarray(0, 5).toString(), pdf.subarray(-6).toString()]).toEqual(['%PDF-', '%%EOF\n'])
  })
})

describe('charsets and encodings', () => {
  const text = 'Прошу исправить данные'
  test.each([
    ['windows-1251', encodeRun(text, 0xc0)],
    ['iso-8859-5', encodeRun(text, 0xb0)],
    ['koi8-r', Buffer.from('f0d2cfdbd520c9d3d0d2c1d7c9d4d820c4c1ceced9c5', 'hex')],
    ['utf-8', Buffer.from(text)],
  ])('%s: 8bit, base64 and quoted-printable', async (charset, body) => {
    const head = ['From: a@example.com', `Content-Type: text/plain; charset=${charset}`]
    const printable = Array.from(body, (byte) =>
      `=${byte.toString(16).toUpperCase()}`.replace(/=(.)$/, '=0$1'),
    ).join('')
    const base64 = Buffer.from(body).toString('base64')
    expect((await read(...head, 'Content-Transfer-Encoding: 8bit', '', body)).text).toBe(text)
    expect((await read(...head, 'Content-Transfer-Encoding: base64', '', base64)).text).toBe(text)
    expect((await read(...head, 'Content-Transfer-Encoding: quoted-printable', '', printable)).text).toBe(
      text,
    )
    const subject = `=?${charset}?B?${base64}?=`
    expect((await read(...head, `Subject: ${subject}`, '', '')).subject).toBe(text)
  })

  test('HTML alone becomes plain text: no scripts, styles or addresses of pictures', async () => {
    const html = [
      '<html><head><title>t</title><style>p{color:red}</style></head><body>',
      '<p>Сәлем&nbsp;&laquo;мен&raquo;<br>екінші жол</p><!-- <p>жасырын</p> -->',
      '<script>alert("x")</script><style>b{}</style><img src="http://t.example/p.gif">',
      '<table><tr><td>а</td></tr></table></body></html>',
    ]
    const { text } = await read('From: a@example.com', 'Content-Type: text/html; charset=utf-8', '', ...html)
    expect(text.split(/\s+/)).toEqual(['Сәлем', '«мен»', 'екінші', 'жол', 'а'])
  })

  test('nested multiparts, the plain part before the HTML', async () => {
    const email = await read(
      'From: =?utf-8?B?0JDQu9C40Y8=?= <a@example.com>',
      'Content-Type: multipart/mixed; boundary=m',
      '',
      '--m',
      'Content-Type: multipart/alternative; boundary=a',
      '',
      '--a',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'жай мәтін',
      '--a',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<b>html</b>',
      '--a--',
      '--m',
      'Content-Type: image/png',
      "Content-Disposition: attachment; filename*=utf-8''%D1%81%D1%83%D1%80%D0%B5%D1%82.png",
      'Content-Transfer-Encoding: base64',
      '',
      'AAEC',
      '--m--',
    )
    expect(email.from).toEqual({ name: 'Алия', address: 'a@example.com' })
    expect(email.text).toBe('жай мәтін')
    expect(email.attachments).toEqual([
      { name: 'сурет.png', mime: 'image/png', bytes: Uint8Array.of(0, 1, 2), inline: false, contentId: '' },
    ])
  })
})

describe('the day of receipt', () => {
  const late = 'Received: from a by b; Thu, 19 Nov 2026 18:59:59 +0000'
  const next = 'Received: from a by b; Thu, 19 Nov 2026 19:00:00 +0000'
  const date = 'Date: Mon, 2 Nov 2026 10:00:00 +0500'
  test.each([
    [[late, next, date], '2026-11-19'],
    [[next, late, date], '2026-11-20'],
    [['Received: from a by b', date], '2026-11-02'],
    [[date], '2026-11-02'],
    [['Date: 28 Feb 2024 18:30:00 +0000'], '2024-02-29'],
    [['Date: Mon, 2 Nov 2026 10:00:00'], null],
    [[], null],
  ])('%j: %s', async (headers, day) => {
    expect((await read('From: a@example.com', ...headers, '', 'x')).receivedOn).toBe(day)
  })
})

describe('file names', () => {
  test.each([
    ['../../etc/passwd', 'text/plain', 'passwd'],
    ['C:\\Users\\x\\скан.pdf', 'application/pdf', 'скан.pdf'],
    ['отчёт\u202efdp.exe', 'application/pdf', 'отчётfdp.exe'],
    ['a\r\nb\u0000.txt', 'text/plain', 'ab.txt'],
    ['', 'application/pdf', 'file.pdf'],
    ['...', 'application/x-unknown', 'file.bin'],
    ['CON.txt', 'text/plain', '_CON.txt'],
    [`${'ұ'.repeat(300)}.pdf`, 'application/pdf', `${'ұ'.repeat(196)}.pdf`],
    ['й.pdf'.normalize('NFD'), 'application/pdf', 'й.pdf'],
  ])('%j', (name, mime, clean) => {
    expect(cleanFileName(name, mime)).toBe(clean)
  })
})

describe('what is no e-mail', () => {
  test.each([
    ['an empty file', new Uint8Array()],
    ['a PDF', bytesOf('%PDF-1.7', '1 0 obj', '<< /Type: x >>')],
    [
      'an Outlook file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(4_096)]),
    ],
    ['plain prose', bytesOf('Сәлем!', '', 'Қалайсыз?')],
    ['random bytes', Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7_919) % 251)],
  ])('%s', async (_what, bytes) => {
    expect(await failureOf(bytes)).toEqual(unreadable)
  })

  test('too large', async () => {
    const bytes = new Uint8Array(150 * 1_048_576 + 1)
    expect(await failureOf(bytes)).toEqual({ code: 'emailTooLarge', details: { limitMiB: 150 } })
  })
})

describe('broken and enormous', () => {
  test('parts in parts without end are refused', async () => {
    const bomb = Array.from({ length: 5_000 }, (_, i) => [
      `Content-Type: multipart/mixed; boundary=b${i}`,
      '',
      `--b${i}`,
    ]).flat()
    expect(await failureOf(bytesOf('From: a@example.com', ...bomb))).toEqual(unreadable)
  })

  test('messages in messages end as attachments', async () => {
    const bomb = Array.from({ length: 1_000 }, () => ['Content-Type: message/rfc822', '']).flat()
    expect((await read('From: a@example.com', ...bomb)).attachments).toHaveLength(1)
  })

  test('10,000 parts are read', async () => {
    const part = ['--b', 'Content-Type: application/pdf', '', 'x']
    const parts = Array.from({ length: 10_000 }, () => part).flat()
    const email = await read('From: a@example.com', 'Content-Type: multipart/mixed; boundary=b', '', ...parts)
    expect(email.attachments).toHaveLength(10_000)
  })

  test('a header of 1 MB is read, its line cut; 5 MB are refused', async () => {
    const email = await read('From: a@example.com', `Subject: ${'x'.repeat(1_000_000)}`, '', 'text')
    expect([email.subject.length, email.text]).toEqual([500, 'text'])
    expect(await failureOf(bytesOf('From: a@example.com', `X: ${'x'.repeat(5_000_000)}`))).toEqual(unreadable)
  })

  test('base64 that ends in the middle gives what there is', async () => {
    const head = [
      'From: a@example.com',
      'Content-Type: application/pdf',
      'Content-Transfer-Encoding: base64',
      '',
    ]
    const { attachments } = await read(...head, 'JVBERi0xLj')
    expect(Buffer.from(attachments[0]?.bytes ?? []).toString()).toBe('%PDF-1.')
  })

  test('a part whose boundary never comes, and headers without a body', async () => {
    expect(
      (await read('From: a@example.com', 'Content-Type: multipart/mixed; boundary=b', '', 'x')).text,
    ).toBe('')
    expect((await read('From: a@example.com')).text).toBe('')
  })

  test.each(['\n', `${'A'.repeat(76)}\n`])(
    'a million lines of %j are refused before they fill the memory',
    async (line) => {
      expect(await failureOf(bytesOf('From: a@example.com', '', line.repeat(1_000_000)))).toEqual(unreadable)
    },
  )

  test('half a million lines of base64, an honest attachment of 28 MB, are read', async () => {
    const head = [
      'From: a@example.com',
      'Content-Type: application/pdf',
      'Content-Transfer-Encoding: base64',
      '',
    ]
    const { attachments } = await read(...head, `${'A'.repeat(76)}\r\n`.repeat(500_000))
    expect(attachments[0]?.bytes.length).toBe(28_500_000)
  })

  test.each(['<!--', '<script>', '<script></script', '<style', '<', '<a href=', '&#1', '<p>'])(
    'hostile HTML: %s',
    async (piece) => {
      const html = piece.repeat(200_000)
      const alone = await read('From: a@example.com', 'Content-Type: text/html', '', html)
      const head = ['From: a@example.com', 'Content-Type: multipart/mixed; boundary=b', '']
      const beside = await read(...head, '--b', '', 'x', '--b', 'Content-Type: text/html', '', html, '--b--')
      expect(alone.text + beside.text).not.toContain('<script>')
    },
  )

  test('damage of any kind to the demo e-mails ends in a message or in emailUnreadable', async () => {
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(200),
      bytes: fc.uint8Array({ maxLength: 40 }),
    })
    const damaged = fc.tuple(fc.constantFrom(...demoNames), fc.array(damage, { minLength: 1, maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(damaged, async ([name, wounds]) => {
        const bytes = wounds.reduce((whole, { at, cut, bytes: put }) => {
          const from = Math.floor(at * whole.length)
          return new Uint8Array(Buffer.concat([whole.subarray(0, from), put, whole.subarray(from + cut)]))
        }, demo(name))
        const result = await failureOf(bytes)
        if (result instanceof Error) throw result
      }),
      { numRuns: 500 },
    )
  })
})
