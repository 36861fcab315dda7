import { describe, expect, it } from 'vitest'
import { headLine, readHead } from '../../src/core/audit/head.ts'

const hash = '0123456789abcdef'.repeat(4)

describe('a head kept elsewhere', () => {
  it('is read back as it was written', () => {
    expect(readHead(headLine({ seq: 1207, hash }))).toEqual({ seq: 1207, hash })
  })

  it.each([
    ['in a mail, amid words and dates', `Отправлено 23.11.2026 в 11:05\n\n№ 12: ${hash}\n\n--\nЖауап`],
    ['broken over lines, as a PDF gives it', `№ 12: ${hash.slice(0, 40)}\n${hash.slice(40)}`],
    ['in capitals, without a sign', `12 ${hash.toUpperCase()}`],
  ])('is found %s', (_where, text) => {
    expect(readHead(text)).toEqual({ seq: 12, hash })
  })

  it('is the last of several', () => {
    const other = 'f'.repeat(64)
    expect(readHead(`№ 1: ${other}\n№ 2: ${hash}`)).toEqual({ seq: 2, hash })
  })

  it.each(['', hash, `№ 5: ${hash.slice(1)}`, `№ 0: ${hash}`, `№ 5: ${hash}0`])(
    'is not made up of «%s»',
    (text) => {
      expect(readHead(text)).toBeNull()
    },
  )
})
