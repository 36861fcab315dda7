import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  groupCode,
  makeRecoveryCode,
  readRecoveryCode,
  recoveryCodeBytes,
} from '../../src/core/vault/recovery-code.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codes = fc
  .uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes })
  .map(makeRecoveryCode)

describe('a recovery code', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{35}$/)
        for (const typed of [code, groupCode(code), groupCode(code).toLowerCase().replaceAll('-', ' – ')]) {
          expect(readRecoveryCode(typed)).toEqual({ ok: true, code })
        }
      }),
    )
  })

  it('forgives misread letters and a Cyrillic keyboard', () => {
    const code = makeRecoveryCode(new Uint8Array(recoveryCodeBytes).fill(0))
    expect(code.startsWith('00000')).toBe(true)
    expect(readRecoveryCode(code.replaceAll('0', 'o'))).toEqual({ ok: true, code })
    expect(readRecoveryCode(code.replaceAll('0', 'О'))).toEqual({ ok: true, code })
    expect(readRecoveryCode(code.replaceAll('1', 'l'))).toEqual({ ok: true, code })
  })

  it('tells the group of every wrong symbol and of every two neighbours that changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(34), fc.integer({ min: 1, max: 31 }), (code, place, shift) => {
        const other = alphabet.charAt((alphabet.indexOf(code.charAt(place)) + shift) % 32)
        const wrong = code.slice(0, place) + other + code.slice(place + 1)
        const group = Math.floor(place / 5) + 1
        expect(readRecoveryCode(wrong)).toEqual({ ok: false, fault: 'group', group })
        const [a = '', b = ''] = code.slice(place, place + 2)
        if (place % 5 === 4 || a === b) return
        const swapped = code.slice(0, place) + b + a + code.slice(place + 2)
        expect(readRecoveryCode(swapped)).toEqual({ ok: false, fault: 'group', group })
      }),
    )
  })

  it('notices groups that changed places, what is missing and what is too much', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readRecoveryCode(code.slice(5, 10) + code.slice(0, 5) + code.slice(10)).ok).toBe(false)
        expect(readRecoveryCode(code.slice(0, 33))).toEqual({ ok: false, fault: 'length', group: 7 })
        expect(readRecoveryCode(`${code}0`)).toEqual({ ok: false, fault: 'length', group: 7 })
        expect(readRecoveryCode(`${code.slice(0, 7)}!${code.slice(8)}`)).toMatchObject({
          fault: 'symbol',
          group: 2,
        })
      }),
    )
  })
})
