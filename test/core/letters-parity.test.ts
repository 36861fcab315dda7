import { describe, expect, it } from 'vitest'
import type { DocumentBlock } from '../../src/core/letters/document.ts'
import { composeLetter } from '../../src/core/letters/bilingual.ts'
import { differencesBetween } from '../../src/core/letters/parity.ts'
import { date, letterInput } from './letters-input.ts'

const p = (text: string): DocumentBlock => ({ type: 'paragraph', runs: [{ text, style: 'regular' }] })
const between = (ru: string, kk: string) =>
  differencesBetween({ title: 'Ответ', blocks: [p(ru)] }, { title: 'Жауап', blocks: [p(kk)] })

describe('the two languages of a letter', () => {
  it.each([
    ['от 21 мая 2013 года', '2013 жылғы 21 мамырдағы'],
    ['«22» ноября 2026 года', '2026 жылғы «22» қараша'],
    ['до 22.11.2026', '2026 жылғы 22 қарашадан кешіктірмей'],
    ['в соответствии со статьями 8, 24 и 25 Закона', 'Заңның 8, 24 және 25-баптарына сәйкес'],
    ['подпунктом 7) пункта 2 статьи 25', '25-бабы 2-тармағының 7) тармақшасына'],
    ['подпункты 5) и 10) пункта 21', '21-тармағының 5) және 10) тармақшалары'],
    ['сумма 1 500 000,50 тенге', 'сома 1\u00a0500\u00a0000,50\u00a0теңге'],
    ['сумма 12 000 ₸ и 500 тенге', 'сома 12\u00a0000\u00a0теңге және 500 ₸'],
    ['Иванову И. И. и Г. С. Нурлановой', 'Иванов И.И. мен Г.\u00a0С. Нұрлановаға'],
    ['директору Ә. Қалиевой', 'директор Ә. Қалиеваға'],
    ['по адресу: ул. А. Байтурсынова, 5', 'мекенжайы: А. Байтұрсынов көшесі, 5'],
    ['передано Киму А. Б.', 'Ким А. Б.-ге берілді'],
    ['А. Первый случай', 'А. Бірінші жағдай'],
    ['АО «Альфа», ТОО «Бета»', '«Альфа» АҚ, «Бета» ЖШС'],
    ['АО «Казпочта» сообщило', '«Қазпошта» АҚ-ның хабарлауынша'],
    ['ТОО «Народные товары», раздел «Профиль»', '«Халық тауарлары» ЖШС, «Бейін» бөлімі'],
    ['банк АО «Заря»', 'банк'],
    ['в приложении «Парус»', '«Парус» қосымшасында'],
    ['раздел «Мои данные» сайта «Парус»', '«Парус» сайтының «Менің деректерім» бөлімі'],
    ['АО «Парус»', '«Парус»'],
    ['№ ДС-2026-0017 в CRM, office@example.kz', 'office@example.kz, CRM № ДС-2026-0017'],
  ])('agree: %s', (ru, kk) => {
    expect(between(ru, kk)).toEqual([])
  })

  it.each([
    ['dates', '22 ноября 2026 года', '2026 жылғы 23 қараша', ['2026-11-22'], ['2026-11-23']],
    ['articles', 'статья 24', '25-бап', ['ст. 24'], ['ст. 25']],
    ['articles', 'подпункт 7) пункта 2', '2-тармақтың 8) тармақшасы', ['пп. 7'], ['пп. 8']],
    ['amounts', '1 000 тенге', '1 001 теңге', ['1000'], ['1001']],
    ['numbers', 'в течение 30 дней', 'күн ішінде', ['30'], []],
    ['amounts', '1 000 ₸', '1 001 теңге', ['1000'], ['1001']],
    ['names', 'Иванов И. И.', 'Петров П. П.', ['Иванов И. И.'], ['Петров П. П.']],
    ['names', 'И. И. Иванов', 'И. К. Ивановке', ['Иванов И. И.'], ['Ивановке И. К.']],
    ['names', 'директору Б. Ержановой', 'директорға', ['Ержановой Б.'], []],
    ['names', 'АО «Альфа»', 'Бета АҚ', ['«Альфа»'], ['«Бета»']],
    ['names', 'ТОО Альфа', '«Бета» ЖШС-ға', ['«Альфа»'], ['«Бета»']],
    ['names', 'передано в «Парус»', 'берілді', ['«Парус»'], []],
    [
      'names',
      'раздел «Мои данные» сайта «Парус»',
      '«Менің деректерім» бөлімі',
      ['«Мои данные»', '«Парус»'],
      ['«Менің деректерім»'],
    ],
    ['names', 'в CRM', 'Billing жүйесінде', ['crm'], ['billing']],
  ])('differ in %s: %s', (kind, ru, kk, onlyRu, onlyKk) => {
    expect(between(ru, kk)).toEqual([{ kind, block: 1, ru: onlyRu, kk: onlyKk }])
  })

  it('name the same people, in whatever case', () => {
    const people = ['Сейітов', 'Ерлан']
    const ru = { title: '', blocks: [p('Сейітову Ерлану')] }
    const kk = { title: '', blocks: [p('Сейітовке')] }
    expect(differencesBetween(ru, { title: '', blocks: [p('Сейітов Ерланға')] }, people)).toEqual([])
    expect(differencesBetween(ru, kk, people)).toEqual([{ kind: 'names', block: 1, ru: ['Ерлан'], kk: [] }])
  })

  it.each(['Ермеков', 'Нұрланова', 'Әбенова', 'Болатович'])('are asked about %s of the letter', (name) => {
    const input = letterInput()
    const power = {
      powerNumber: '1',
      powerIssuedOn: date('2026-11-01'),
      powerIssuer: '–',
      powerValidUntil: null,
    }
    const about = { ...input.case, representative: { name: 'Әбенова Дана', ...power } }
    const body = (text: string) => ({ fields: {}, body: [p(text)] })
    const bodies = { ru: body(`Передано: ${name}`), kk: body('Берілді') }
    const letter = composeLetter({ ...input, case: about }, 'both', bodies)
    expect(letter).toMatchObject({ ok: true, differences: [{ kind: 'names', block: 1, ru: [name], kk: [] }] })
  })

  it('differ in their blocks, and then are compared as wholes', () => {
    const ru = { title: '', blocks: [p('Срок 30'), p('Ещё 5')] }
    const kk = { title: '', blocks: [p('Мерзім 30')] }
    expect(differencesBetween(ru, kk)).toEqual([
      { kind: 'blocks', block: null, ru: ['paragraph', 'paragraph'], kk: ['paragraph'] },
      { kind: 'numbers', block: null, ru: ['5'], kk: [] },
    ])
  })

  it('differ in the size of a list or a table', () => {
    const item = [{ text: 'а', style: 'regular' as const }]
    const list = (count: number): DocumentBlock => ({
      type: 'list',
      items: Array.from({ length: count }, () => item),
    })
    expect(differencesBetween({ title: '', blocks: [list(2)] }, { title: '', blocks: [list(3)] })).toEqual([
      { kind: 'blocks', block: null, ru: ['list:2'], kk: ['list:3'] },
    ])
  })
})
