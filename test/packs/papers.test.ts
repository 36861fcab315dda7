import { describe, expect, it } from 'vitest'
import { paperDifferences } from '../../src/core/reports/paper-texts.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { haveSameLines, originalWords } from '../../src/main/engine/papers/words.ts'
import { PaperId } from '../../src/shared/model/paper.ts'

const packs = loadPacks('resources')
const papers = [
  ...PaperId.options.map((id) => [id, originalWords(packs, id)] as const),
  ['evidence', packs.evidence] as const,
]

describe.each(papers)('the paper %s', (_, texts) => {
  it('has the same lines in both languages, and they tell the same facts', () => {
    expect(haveSameLines({ ru: texts.ru, kk: texts.ru }, { ru: texts.kk, kk: texts.kk })).toBe(true)
    expect(paperDifferences(texts)).toEqual([])
  })

  it('mixes no Latin letter into a Cyrillic word', () => {
    for (const line of [...Object.values(texts.ru), ...Object.values(texts.kk)])
      expect(line).not.toMatch(/\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u)
  })
})
