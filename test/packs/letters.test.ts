import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldsAsked, letterFits } from '../../src/core/letters/fields.ts'
import { mergeLetter } from '../../src/core/letters/merge.ts'
import { datePlaces, listPlaces, textPlaces, type LetterInput } from '../../src/core/letters/places.ts'
import { differencesBetween } from '../../src/core/letters/parity.ts'
import { plainText } from '../../src/core/letters/plain.ts'
import { parseText } from '../../src/core/letters/text.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { CaseKind } from '../../src/shared/model/case.ts'
import type { FieldValues, LetterBlock, LetterText } from '../../src/shared/model/letter.ts'
import { linesAt, type Place, placesOf } from '../core/case-state.ts'
import { date, everyDetail, everySystem, letterInput } from '../core/letters-input.ts'

const packs = loadPacks(join(import.meta.dirname, '..', '..', 'resources'))
const letters = packs.letters.map((letter) => [letter.meta.id, letter] as const)

const textsOf = (block: LetterBlock): string[] =>
  block.type === 'list' ? block.items : block.type === 'listOf' ? [] : [block.text]
const wordsOf = (text: LetterText): string[] => [
  text.title,
  text.mailSubject,
  text.mailText,
  ...text.blocks.flatMap(textsOf),
]
const placesIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => parseText(text).flatMap((part) => (part.type === 'place' ? [part.name] : [])))
    .toSorted()
/** Numbers of articles, clauses and laws, whatever the order of the words. */
const numbersIn = (texts: readonly string[]): string[] => (texts.join(' ').match(/\d+/g) ?? []).toSorted()
const shapeOf = ({ type, when }: LetterBlock) => ({ type, when })

/** A kind of case at the moment a letter would be written. */
type Moment = Place & { kind: CaseKind }
const moments: Moment[] = CaseKind.options.flatMap((kind) =>
  placesOf(kind).map((place) => ({ ...place, kind })),
)

/** Something in every field that is asked for. */
function filled(input: LetterInput): FieldValues {
  const values: FieldValues = {}
  for (const field of fieldsAsked(input.template.meta, input.case.outcome)) {
    if (field.type === 'date') values[field.id] = '2026-11-23'
    else if (field.catalog) values[field.id] = packs.catalogs[field.catalog].map((entry) => entry.id)
    else values[field.id] = field.suggestion?.[input.lang] ?? 'Мәтін.'
  }
  return values
}

function inputAt(template: LetterInput['template'], moment: Moment, lang: 'ru' | 'kk'): LetterInput {
  const base = letterInput({ template, lang, catalogs: packs.catalogs })
  const refusalGround = packs.refusalGrounds.find((ground) => ground.kinds.includes(moment.kind)) ?? null
  const clock = { nature: 'statutory', dueOn: date('2026-11-25') } as const
  const clocks = packs.rules
    .filter((rule) => rule.kinds.includes(moment.kind))
    .map((rule) => ({ ...clock, title: rule.title, basis: rule.basis }))
  const refused = moment.outcome === 'refused' || moment.outcome === 'partly'
  const systems = everySystem(packs.catalogs)
  const ground = refused ? refusalGround : null
  const about = { ...base.case, ...moment, clocks, details: everyDetail, systems, refusalGround: ground }
  const input = { ...base, case: about }
  return { ...input, fields: filled(input) }
}

describe.each(letters)('the letter %s', (_, template) => {
  const { ru, kk } = template.texts

  it('has the same blocks, conditions and places in both languages', () => {
    expect(kk.blocks.map(shapeOf)).toEqual(ru.blocks.map(shapeOf))
    ru.blocks.forEach((block, index) => {
      const other = kk.blocks[index]
      if (!other) throw new Error('a block is missing')
      expect(placesIn(textsOf(other)), textsOf(other)[0]).toEqual(placesIn(textsOf(block)))
    })
    expect(placesIn([kk.mailText, kk.mailSubject])).toEqual(placesIn([ru.mailText, ru.mailSubject]))
  })

  it('cites the same articles and clauses in both languages, block by block', () => {
    ru.blocks.forEach((block, index) => {
      const other = kk.blocks[index]
      if (!other) throw new Error('a block is missing')
      expect(numbersIn(textsOf(other)), textsOf(other)[0]).toEqual(numbersIn(textsOf(block)))
    })
  })

  it('uses only places that exist, and every field that it asks for', () => {
    const own = template.meta.fields.map((field) => field.id)
    const known: string[] = [...textPlaces, ...datePlaces, ...listPlaces, ...own]
    for (const text of [ru, kk]) {
      const lists = text.blocks.flatMap((block) => (block.type === 'listOf' ? [block.name] : []))
      const used = [...placesIn(wordsOf(text)), ...lists]
      expect(known).toEqual(expect.arrayContaining(used))
      expect(used).toEqual(expect.arrayContaining(own))
    }
  })

  it('has fields of its own names only, with suggestions in both languages', () => {
    const builtIn: string[] = [...textPlaces, ...datePlaces, ...listPlaces]
    for (const field of template.meta.fields) {
      expect(builtIn).not.toContain(field.id)
      expect(field.type === 'catalog').toBe(field.catalog !== undefined)
    }
  })

  it('mixes no Latin letter into a Cyrillic word', () => {
    for (const text of [...wordsOf(ru), ...wordsOf(kk)]) {
      expect(text.replace(/\{\{.*?\}\}/g, '')).not.toMatch(
        /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u,
      )
    }
  })

  it('can be merged at every moment at which it may be written', () => {
    const fitting = moments.filter((moment) => letterFits(template.meta, moment))
    expect(fitting.length).toBeGreaterThan(0)
    for (const moment of fitting) {
      for (const lang of ['ru', 'kk'] as const) {
        const result = mergeLetter(inputAt(template, moment, lang))
        expect(result, JSON.stringify(moment)).toMatchObject({ ok: true })
      }
    }
  })

  it('tells the same facts in both languages at every moment', () => {
    for (const moment of moments.filter((moment) => letterFits(template.meta, moment))) {
      const [ru, kk] = (['ru', 'kk'] as const).map((lang) => mergeLetter(inputAt(template, moment, lang)))
      if (!ru?.ok || !kk?.ok) throw new Error('no letter')
      expect(differencesBetween(ru.document, kk.document), JSON.stringify(moment)).toEqual([])
    }
  })

  it('cites the article or the clause it rests on at every moment', () => {
    for (const moment of moments.filter((moment) => letterFits(template.meta, moment))) {
      for (const [lang, cited] of [
        ['ru', /стать\p{L}+ \d|пункт\p{L}* \d/u],
        ['kk', /\d+(-| және \d+-)(баб|бап|тарма[ғқ])/u],
      ] as const) {
        const result = mergeLetter(inputAt(template, moment, lang))
        expect(result.ok && plainText(result.document), JSON.stringify(moment)).toMatch(cited)
      }
    }
  })
})

describe('the letters together', () => {
  it('answer every case that the table of transitions lets be answered, each by one letter', () => {
    for (const moment of moments) {
      const isAnswerable = linesAt(moment.kind, moment).some(({ action }) => action === 'answer')
      const answering = packs.letters.filter(({ meta }) => meta.answers && letterFits(meta, moment))
      expect(
        answering.map(({ meta }) => meta.id),
        JSON.stringify(moment),
      ).toHaveLength(isAnswerable ? 1 : 0)
    }
  })

  it('cite of Law 94-V only what the sources name', () => {
    const cited = packs.letters.flatMap(({ texts }) => wordsOf(texts.ru)).join(' ')
    const articles = [...cited.matchAll(/стать\p{L}+ ((?:\d+(?:, | и )?)+)/gu)].flatMap(
      (match) => match[1]?.match(/\d+/g) ?? [],
    )
    expect(new Set(articles)).toEqual(new Set(['8', '24', '25']))
  })
})
