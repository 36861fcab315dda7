import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/main/engine/intake/charset.ts'
import { readEmail } from '../../src/main/engine/intake/read-email.ts'

const charsets = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'] as const

/** Writes a text in a charset of one byte a letter; letters it lacks become question marks. */
function encode(text: string, charset: string): Uint8Array {
  const bytes = Array.from({ length: 128 }, (_, index) => 128 + index)
  const letters = new Map(bytes.map((byte) => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from([...text], (letter) =>
    letter < '\x80' ? letter.charCodeAt(0) : (letters.get(letter) ?? 63),
  )
}

const texts = [
  'Прошу исправить данные',
  'Здравствуйте! Прошу сообщить, какие персональные данные обо мне вы храните. С уважением, Иванов И.И.',
  'ПРЕТЕНЗИЯ',
  'ОТЗЫВ СОГЛАСИЯ НА ОБРАБОТКУ ПЕРСОНАЛЬНЫХ ДАННЫХ',
  'Re: запрос',
  'Отзыв',
]

describe('a text in a Cyrillic charset', () => {
  test.each(charsets)('%s is read whatever is declared', (charset) => {
    for (const text of texts) {
      for (const declared of ['', 'utf-8', 'us-ascii', 'iso-8859-1', 'no-such-charset', ...charsets]) {
        expect([declared, decodeText(encode(text, charset), declared)]).toEqual([declared, text])
      }
    }
  })

  test.each(['', 'utf-8', 'windows-1251', 'koi8-r', 'iso-8859-1'])('UTF-8 declared as %s', (declared) => {
    const text = 'Мен, Әбдіқадырова Өркен, дербес деректерімді сұраймын'
    expect(decodeText(new TextEncoder().encode(text), declared)).toBe(text)
    // Cut off in the middle of a letter, and one byte damaged: still UTF-8.
    expect(decodeText(new TextEncoder().encode(text).subarray(0, 60), declared)).toContain(
      'Мен, Әбдіқадырова',
    )
    const damaged = new TextEncoder().encode(`${text} ${text}`)
    damaged[20] = 0xff
    expect(decodeText(damaged, 'utf-8')).toContain('сұраймын')
  })

  test.each(['kz-1048', 'STRK1048-2002', 'RK1048', 'windows-1251', ''])(
    'Kazakh in KZ-1048, declared as %s',
    (declared) => {
      const kazakh = new Map(
        Object.entries({ Қ: 0x8d, қ: 0x9d, ә: 0xbc, ө: 0xb4, ң: 0xbe, ү: 0xbf, ұ: 0xa2, ғ: 0xba, і: 0xb3 }),
      )
      const text = 'Құрметті мырза! Менің дербес деректерімді өңдеуді тоқтатуыңызды сұраймын'
      const plain = encode(text, 'windows-1251')
      const bytes = Uint8Array.from([...text], (letter, index) => kazakh.get(letter) ?? plain[index] ?? 0)
      expect(decodeText(bytes, declared)).toBe(text)
    },
  )

  test.each(['iso-8859-1', 'windows-1252', ''])('western text declared as %s stays western', (declared) => {
    const text = 'Grüße aus München, schöne Straße'
    expect(decodeText(encode(text, 'windows-1252'), declared)).toBe(text)
  })
})

describe('a message', () => {
  const head = (subject: Uint8Array, type: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from('From: a@example.com\r\nSubject: '),
        subject,
        Buffer.from(`\r\n${type}\r\n\r\n`),
      ]),
    )
  const text = 'Прошу сообщить, какие данные вы храните'

  test.each(charsets)('with a bare subject and an undeclared body in %s', async (charset) => {
    const bytes = Buffer.concat([head(encode('Запрос о данных', charset), 'X-A: b'), encode(text, charset)])
    expect(await readEmail(new Uint8Array(bytes))).toMatchObject({ subject: 'Запрос о данных', text })
  })

  test.each(charsets)('with a subject and a body in %s that say UTF-8', async (charset) => {
    const word = `=?utf-8?B?${Buffer.from(encode('Запрос', charset)).toString('base64')}?=`
    const type = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64'
    const body = Buffer.from(Buffer.from(encode(text, charset)).toString('base64'))
    const bytes = Buffer.concat([head(Buffer.from(word), type), body])
    expect(await readEmail(new Uint8Array(bytes))).toMatchObject({ subject: 'Запрос', text })
  })

  test.each(['Q', 'B'])('with words of a wrong charset in its subject: %s', async (encoding) => {
    const bytes = encode('Запрос', 'windows-1251')
    const data =
      encoding === 'B'
        ? Buffer.from(bytes).toString('base64')
        : Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase()}`).join('')
    for (const charset of ['iso-8859-1', 'koi8-r', 'x-unknown', 'windows-1251']) {
      const whole = head(Buffer.from(`=?${charset}?${encoding}?${data}?=`), 'X-A: b')
      expect((await readEmail(whole)).subject).toBe('Запрос')
    }
  })
})
