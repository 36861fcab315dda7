import type { Lang } from '../../shared/model/lang.ts'
import type { LetterBlock, LetterTemplate, LetterText } from '../../shared/model/letter.ts'
import type { DocumentBlock } from './document.ts'
import { dateForms } from './dates.ts'
import { type Difference, differencesBetween } from './parity.ts'
import { datePlaces, listPlaces, textPlaces } from './places.ts'
import { parseText, placesIn, strayBraces } from './text.ts'

/**
 * Why a text can't be a letter's. `unknownPlace`: a place that does not exist, or a brace that makes none.
 * `otherBlocks`: not the blocks and conditions of the letter. `otherPlaces`: the languages use different places in a block.
 * `fieldUnused`: what the officer fills in would stand nowhere.
 */
export type TemplateFault = {
  fault: 'unknownPlace' | 'otherBlocks' | 'otherPlaces' | 'fieldUnused'
  lang: Lang | null
  detail: string
}

type Texts = LetterTemplate['texts']

/** What is wrong with the texts of a letter in both languages, beside the facts in which they differ. */
export function templateFaults({ meta, texts: original }: LetterTemplate, texts: Texts): TemplateFault[] {
  const langs = ['ru', 'kk'] as const
  const own = meta.fields.map(({ id }) => id)
  const known = new Set<string>([...textPlaces, ...datePlaces, ...listPlaces, ...own])
  const blocks = langs
    .filter((lang) => shapeOf(texts[lang]) !== shapeOf(original[lang]))
    .map((lang): TemplateFault => ({ fault: 'otherBlocks', lang, detail: '' }))
  const unknown = langs.flatMap((lang) =>
    wordsOf(texts[lang]).flatMap((text) =>
      strangePlaces(text, known).map((detail): TemplateFault => ({ fault: 'unknownPlace', lang, detail })),
    ),
  )
  const unused = langs.flatMap((lang) =>
    own
      .filter((id) => !placesOf(texts[lang]).includes(id))
      .map((detail): TemplateFault => ({ fault: 'fieldUnused', lang, detail })),
  )
  return [...blocks, ...unknown, ...unused, ...unlikePlaces(texts)]
}

/** Numbers, dates, articles and names that the words of one language tell and those of the other do not. */
export function templateDifferences({ ru, kk }: Texts): Difference[] {
  return differencesBetween(withoutPlaces(ru), withoutPlaces(kk))
}

function unlikePlaces({ ru, kk }: Texts): TemplateFault[] {
  return ru.blocks.flatMap((block, index): TemplateFault[] => {
    const other = kk.blocks[index]
    const named = (of: LetterBlock) => placesIn(textsOf(of)).toSorted().join(' ')
    const unlike = other && named(block) !== named(other)
    return unlike ? [{ fault: 'otherPlaces', lang: null, detail: String(index + 1) }] : []
  })
}

function strangePlaces(text: string, known: ReadonlySet<string>): string[] {
  return parseText(text).flatMap((part) => {
    if (part.type === 'words') return strayBraces(part.text) ?? []
    const isForm = part.form === null || dateForms.some((form) => form === part.form)
    return known.has(part.name) && isForm
      ? []
      : [part.form === null ? part.name : `${part.name}:${part.form}`]
  })
}

function shapeOf({ blocks }: LetterText): string {
  return JSON.stringify(
    blocks.map((block) => [block.type, block.when ?? null, block.type === 'listOf' ? block.name : null]),
  )
}

const textsOf = (block: LetterBlock): string[] =>
  block.type === 'list' ? block.items : block.type === 'listOf' ? [] : [block.text]
const wordsOf = ({ title, mailSubject, mailText, blocks }: LetterText): string[] => [
  title,
  mailSubject,
  mailText,
  ...blocks.flatMap(textsOf),
]

function placesOf(text: LetterText): string[] {
  const lists = text.blocks.flatMap((block) => (block.type === 'listOf' ? [block.name] : []))
  return [...placesIn(wordsOf(text)), ...lists]
}

function withoutPlaces({ title, blocks }: LetterText): { title: string; blocks: DocumentBlock[] } {
  const runs = (text: string) => [{ text: text.replace(/\{\{.*?\}\}/g, ' '), style: 'regular' as const }]
  return {
    title: title.replace(/\{\{.*?\}\}/g, ' '),
    blocks: blocks.map((block): DocumentBlock => {
      if (block.type === 'listOf') return { type: 'list', items: [] }
      if (block.type === 'list') return { type: 'list', items: block.items.map(runs) }
      return { type: block.type, runs: runs(block.text) }
    }),
  }
}
