import { describe, expect, it } from 'vitest'
import { checkIin } from '../../src/core/identity/iin.ts'

// Invented numbers.
describe('IIN', () => {
  it.each([
    ['900101300126', 'ok', '1990-01-01', 'm'],
    ['851231456780', 'ok', '1985-12-31', 'f'],
    ['040229500015', 'ok', '2004-02-29', 'm'],
    // Needs the second weights.
    ['900101300811', 'ok', '1990-01-01', 'm'],
    ['900101300127', 'checkDigit', '1990-01-01', 'm'],
    ['900101300800', 'neverIssued', '1990-01-01', 'm'],
    ['901301300126', 'date', null, 'm'],
    ['90010130012', 'length', null, null],
    ['90010130012а', 'length', null, null],
    ['', 'empty', null, null],
  ])('%s is %s', (iin, state, birthDate, sex) => {
    expect(checkIin(iin)).toEqual({ state, birthDate, sex })
  })
})
