import { describe, expect, it } from 'vitest'
import { sourcesOf } from '../../src/core/letters/sources.ts'
import type { LetterBlock } from '../../src/shared/model/letter.ts'
import { field, letterInput, template } from './letters-input.ts'

const paragraph = (text: string, when?: LetterBlock['when']): LetterBlock => ({
  type: 'paragraph',
  text,
  when,
})

const sources = (blocks: LetterBlock[], over = {}) =>
  sourcesOf(letterInput({ template: template(blocks, [field('own')]), ...over }))

describe('where a letter takes its values from', () => {
  it('tells each place once, in the order of the text, with its value in both languages', () => {
    const found = sources([paragraph('{{receivedOn}}, {{own}}, {{caseNumber}}, {{receivedOn:locative}}')])
    expect(found.slice(0, 2)).toEqual([
      {
        place: 'receivedOn',
        origin: 'person',
        value: { ru: '20 ноября 2026 года', kk: '2026 жылғы 20 қараша' },
        required: true,
      },
      { place: 'caseNumber', origin: 'journal', value: { ru: '2026-0017', kk: '2026-0017' }, required: true },
    ])
    expect(found.filter(({ place }) => place === 'receivedOn')).toHaveLength(1)
  })

  it('leaves out what the decision leaves out', () => {
    expect(sources([paragraph('{{refusalGround}}', { kinds: ['claim'] })])).not.toContainEqual(
      expect.objectContaining({ place: 'refusalGround' }),
    )
  })

  it('needs what stands anyway, and can do without what stands only where it is filled', () => {
    const found = sources([
      paragraph('{{demand}}'),
      { type: 'listOf', name: 'systemsFound', when: { filled: 'systemsFound' } },
    ])
    expect(found).toContainEqual(
      expect.objectContaining({ place: 'demand', value: { ru: '', kk: '' }, required: true }),
    )
    expect(found).toContainEqual(expect.objectContaining({ place: 'systemsFound', required: false }))
  })
})
