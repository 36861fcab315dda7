import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactKeys, emailKey, phoneKey } from '../../src/core/identity/contact-key.ts'

describe('a contact', () => {
  it.each([
    '+7 701 123-45-67',
    '8 (701) 123 45 67',
    '87011234567',
    '77011234567',
    '7011234567',
    '00 7 701 123 45 67',
    '0077011234567',
    '+7\u00a0701\u00a0123\u00a045\u00a067',
    '＋７ ７０１ １２３ ４５ ６７',
  ])('%s is one number', (written) => {
    expect(phoneKey(written)).toBe('77011234567')
  })

  it('of another country keeps its own digits', () => {
    expect(phoneKey('+998 90 123 45 67')).toBe('998901234567')
    expect(phoneKey('+7 912 123 45 67')).toBe('79121234567')
    expect(phoneKey('00 998 90 123 45 67')).toBe('998901234567')
    expect(phoneKey('123')).toBeNull()
  })

  it('is one address however it is typed', () => {
    expect(emailKey(' Aigul.S@Example.COM. ')).toBe('aigul.s@example.com')
    expect(emailKey('Ө@пример.қаз')).toBe('ө@пример.қаз')
  })

  it('is found in whatever cell it stands, once', () => {
    expect(contactKeys('"Ким" <Kim@Example.com>, тел. 8-701-123-45-67; доп. +998901234567')).toEqual([
      { type: 'email', key: 'kim@example.com' },
      { type: 'phone', key: '77011234567' },
      { type: 'phone', key: '998901234567' },
    ])
    expect(contactKeys('2026-11-23')).toEqual([])
  })

  it.each([
    '87010000001 87010000002',
    '87010000001\n8 701 000 00 02',
    '7010000001 7010000002',
    '+7 701 000 00 01 87010000002',
    '00 7 701 000 00 01 00 7 701 000 00 02',
  ])('is found beside another with nothing but space between: %s', (cell) => {
    expect(contactKeys(cell).map(({ key }) => key)).toEqual(['77010000001', '77010000002'])
  })

  it('is found whatever nobody sees in it', () => {
    expect(contactKeys('\u200bkim\u00ad@exam\u200bple.com ; \u202d8701\u200b0000001')).toEqual([
      { type: 'email', key: 'kim@example.com' },
      { type: 'phone', key: '77010000001' },
    ])
  })

  it('is the same after it was normalised', () => {
    fc.assert(fc.property(fc.emailAddress(), (address) => emailKey(emailKey(address)) === emailKey(address)))
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(digits, (rest) => {
        const number = `7${rest.join('')}`
        return (
          phoneKey(`8${number}`) === phoneKey(`+7${number}`) && phoneKey(number) === phoneKey(`8 ${number}`)
        )
      }),
    )
  })
})
