import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeCase } from '../../src/core/mail/classify.ts'
import { evidenceOf } from '../../src/core/mail/evidence.ts'
import { IntakeRules } from '../../src/shared/model/intake.ts'

const rules = IntakeRules.parse(JSON.parse(readFileSync('resources/packs/kz/intake/rules.json', 'utf8')))

function wordsBehind(text: string): { kind: string | null; rivals: string[]; words: [string, string][] } {
  const from = { name: '', address: 'a@example.com' }
  const proposal = proposeCase({ subject: '', text, from, replyTo: null, attachments: [] }, rules)
  const places = evidenceOf(text, proposal, rules)
  const { kind, rivals } = proposal
  return { kind, rivals, words: places.map(({ field, from: start, to }) => [field, text.slice(start, to)]) }
}

describe('the words that led to a proposal', () => {
  test('are found in the text, a field after another', () => {
    const { kind, words } = wordsBehind(
      'Я, Ахметова Гульнара Сериковна, ИИН 8803 1240 0173, прошу сообщить, какие\nперсональные данные обо мне есть на smartcloud.kz. Тел. +7 700 000 14 58',
    )
    expect(kind).toBe('access')
    expect(words).toEqual(
      expect.arrayContaining([
        ['person', 'Ахметова'],
        ['person', 'Гульнара'],
        ['iin', '8803 1240 0173'],
        ['site', 'smartcloud.kz'],
        ['phone', '+7 700 000 14 58'],
      ]),
    )
    expect(words.some(([field, text]) => field === 'kind' && text.includes('персональные'))).toBe(true)
  })

  test.each([
    ['Прошу удалить мои данные', 'Прошу'],
    ['Дербес деректерімді жоюды сұраймын', 'деректерімді'],
  ])('the words of the language are among them: %s', (text, word) => {
    expect(wordsBehind(text).words).toContainEqual(['lang', word])
  })

  test('two requests in one message: no kind is proposed, both are named', () => {
    const { kind, rivals } = wordsBehind(
      'Прошу сообщить, какие персональные данные обо мне вы храните. Также отзываю согласие на обработку персональных данных.',
    )
    expect(kind).toBeNull()
    expect(rivals).toEqual(expect.arrayContaining(['access', 'withdrawal']))
  })

  test('stay within the text and never overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const from = { name: text.slice(0, 20), address: 'a@example.com' }
        const proposal = proposeCase({ subject: text, text, from, replyTo: null, attachments: [] }, rules)
        let end = 0
        for (const place of evidenceOf(text, proposal, rules)) {
          expect(place.from).toBeGreaterThanOrEqual(end)
          expect(place.to).toBeLessThanOrEqual(text.length)
          end = place.to
        }
      }),
    )
  })
})
