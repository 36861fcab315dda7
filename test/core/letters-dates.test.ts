import { describe, expect, it } from 'vitest'
import { formatDate, type DateForm } from '../../src/core/letters/dates.ts'
import { date } from './letters-input.ts'

describe('formatDate', () => {
  it.each<[DateForm, string, string]>([
    ['inline', '22 ноября 2026 года', '2026 жылғы 22 қараша'],
    ['quoted', '«22» ноября 2026 года', '2026 жылғы «22» қараша'],
    ['numeric', '22.11.2026', '22.11.2026'],
    ['attributive', '22 ноября 2026 года', '2026 жылғы 22 қарашадағы'],
    ['quotedAttributive', '«22» ноября 2026 года', '2026 жылғы «22» қарашадағы'],
    ['locative', '22 ноября 2026 года', '2026 жылғы 22 қарашада'],
    ['dative', '22 ноября 2026 года', '2026 жылғы 22 қарашаға'],
    ['ablative', '22 ноября 2026 года', '2026 жылғы 22 қарашадан'],
  ])('writes the %s form in both languages', (form, ru, kk) => {
    expect(formatDate(date('2026-11-22'), 'ru', form)).toBe(ru)
    expect(formatDate(date('2026-11-22'), 'kk', form)).toBe(kk)
  })

  it('writes a day below ten with a zero only in quotes and in numbers', () => {
    expect(formatDate(date('2026-03-05'), 'ru')).toBe('5 марта 2026 года')
    expect(formatDate(date('2026-03-05'), 'ru', 'quoted')).toBe('«05» марта 2026 года')
    expect(formatDate(date('2026-03-05'), 'kk', 'numeric')).toBe('05.03.2026')
  })

  it.each([
    ['01', 'қаңтардағы', 'қаңтарға', 'қаңтардан'],
    ['02', 'ақпандағы', 'ақпанға', 'ақпаннан'],
    ['03', 'наурыздағы', 'наурызға', 'наурыздан'],
    ['04', 'сәуірдегі', 'сәуірге', 'сәуірден'],
    ['05', 'мамырдағы', 'мамырға', 'мамырдан'],
    ['06', 'маусымдағы', 'маусымға', 'маусымнан'],
    ['07', 'шілдедегі', 'шілдеге', 'шілдеден'],
    ['08', 'тамыздағы', 'тамызға', 'тамыздан'],
    ['09', 'қыркүйектегі', 'қыркүйекке', 'қыркүйектен'],
    ['10', 'қазандағы', 'қазанға', 'қазаннан'],
    ['11', 'қарашадағы', 'қарашаға', 'қарашадан'],
    ['12', 'желтоқсандағы', 'желтоқсанға', 'желтоқсаннан'],
  ])('inflects Kazakh month %s', (month, attributive, dative, ablative) => {
    const day = date(`2026-${month}-10`)
    expect(formatDate(day, 'kk', 'attributive')).toBe(`2026 жылғы 10 ${attributive}`)
    expect(formatDate(day, 'kk', 'dative')).toBe(`2026 жылғы 10 ${dative}`)
    expect(formatDate(day, 'kk', 'ablative')).toBe(`2026 жылғы 10 ${ablative}`)
  })
})
