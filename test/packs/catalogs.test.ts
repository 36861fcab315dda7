import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outcomes } from '../../src/core/casework/transitions.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import type { CaseKind } from '../../src/shared/model/case.ts'

const packs = loadPacks(join(import.meta.dirname, '..', '..', 'resources'))
const mixed = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u

describe('the catalogs', () => {
  it('hold the 16 categories of clause 15, the 11 purposes of clause 21 and the three sites', () => {
    expect(packs.catalogs.categories.map((entry) => entry.basis)).toEqual(
      Array.from({ length: 16 }, (_, index) => `пп. ${index + 1}) п. 15 Политики`),
    )
    expect(packs.catalogs.purposes.map((entry) => entry.basis)).toEqual(
      Array.from({ length: 11 }, (_, index) => `пп. ${index + 1}) п. 21 Политики`),
    )
    expect(packs.catalogs.sites.map((entry) => entry.title.ru)).toEqual([
      'kazteleport.kz',
      'smartcloud.kz',
      'portal.smartcloud.kz',
    ])
  })

  it.each(Object.entries(packs.catalogs))(
    '%s: every id once, no Latin letter in a Cyrillic word',
    (_, entries) => {
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length)
      for (const { title } of entries) expect(`${title.ru} ${title.kk}`).not.toMatch(mixed)
    },
  )
})

describe('the grounds of refusal', () => {
  it.each(Object.keys(outcomes) as CaseKind[])('exist for %s, where it can be refused', (kind) => {
    const exist = packs.refusalGrounds.some((ground) => ground.kinds.includes(kind))
    expect(exist).toBe(outcomes[kind].includes('refused'))
  })

  it.each(packs.refusalGrounds.map((ground) => [ground.id, ground] as const))(
    '%s: a sentence, and a basis that is the same in both languages',
    (_, { sentence, basis }) => {
      const numbers = (text: string) => (text.match(/\d+/g) ?? []).toSorted()
      expect(sentence.ru).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence.kk).toMatch(/^\p{Lu}.*\.$/u)
      expect(basis.ru).not.toMatch(/\.$/)
      expect(basis.kk).not.toMatch(/\.$/)
      expect(numbers(basis.kk)).toEqual(numbers(basis.ru))
      expect(`${sentence.ru} ${sentence.kk} ${basis.ru} ${basis.kk}`).not.toMatch(mixed)
    },
  )

  it('have ids of their own', () => {
    expect(new Set(packs.refusalGrounds.map((ground) => ground.id)).size).toBe(packs.refusalGrounds.length)
  })
})
