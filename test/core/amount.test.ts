import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatTenge, parseTenge } from '../../src/core/casework/amount.ts'

it('a sum of a claim is read as it is typed, and written as it is read', () => {
  expect(parseTenge('1 500 000,50')).toBe(150_000_050)
  expect(parseTenge('1500000.5')).toBe(150_000_050)
  expect(parseTenge('12')).toBe(1_200)
  for (const typed of ['', '-5', '1,234', '1e6', 'много', '12345678901234'])
    expect(parseTenge(typed)).toBeNull()
  expect(formatTenge(150_000_050)).toBe('1\u00a0500\u00a0000,50')
  fc.assert(fc.property(fc.nat(), (tiyn) => parseTenge(formatTenge(tiyn)) === tiyn))
})
