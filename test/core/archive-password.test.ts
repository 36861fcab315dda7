import { describe, expect, it } from 'vitest'
import { makePassword, passwordBytes } from '../../src/core/mail/archive-password.ts'
import { randomFrom } from '../random.ts'

const random = randomFrom(7)
const bytes = (): Uint8Array => Uint8Array.from({ length: passwordBytes }, () => Math.floor(random() * 256))

describe('the password of an encrypted file', () => {
  it('is 24 digits in groups of four', () => {
    for (let round = 0; round < 500; round += 1) expect(makePassword(bytes())).toMatch(/^\d{4}(-\d{4}){5}$/)
  })

  it('has every digit as often as another', () => {
    const digits = Array.from({ length: 2_000 }, () => makePassword(bytes()).replaceAll('-', '')).join('')
    const counts = Array.from({ length: 10 }, (_, digit) => digits.split(String(digit)).length - 1)
    for (const count of counts) expect(Math.abs(count - 4_800)).toBeLessThan(350)
  })

  it('is not made of too little chance', () => {
    expect(() => makePassword(new Uint8Array(passwordBytes).fill(255))).toThrow('too little chance')
  })
})
