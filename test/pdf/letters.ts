import { join } from 'node:path'
import { composeLetter } from '../../src/core/letters/bilingual.ts'
import { fieldsAsked } from '../../src/core/letters/fields.ts'
import { partsOf, textsOf, type LetterDocument, type TableBlock } from '../../src/core/letters/document.ts'
import { mergeLetter } from '../../src/core/letters/merge.ts'
import type { LetterInput } from '../../src/core/letters/places.ts'
import { dressed } from '../../src/core/letters/pictures.ts'
import { loadFonts } from '../../src/main/engine/letters/fonts.ts'
import { typesetLetter, type Typeset } from '../../src/main/engine/letters/typeset.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import type { Outcome } from '../../src/shared/model/case.ts'
import type { Lang } from '../../src/shared/model/lang.ts'
import type { FieldValues, LetterTemplate } from '../../src/shared/model/letter.ts'
import { everyDetail, everySystem, letterInput } from '../core/letters-input.ts'
import { pngOf } from './png.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')
const fonts = loadFonts(join(resources, 'fonts'))
const packs = loadPacks(resources)

const known = new WeakMap<LetterDocument, Promise<Typeset>>()

/** A letter as bytes, set once however many tests look at it. */
export function set(document: LetterDocument): Promise<Typeset> {
  const done = known.get(document) ?? typesetLetter(document, fonts)
  known.set(document, done)
  return done
}

const noPictures = { logo: null, signature: null, stamp: null }

export function merged(input: LetterInput): LetterDocument {
  const result = mergeLetter(input)
  if (!result.ok) throw new Error(`${result.reason}: ${result.field}`)
  return dressed(result.document, input.number, noPictures)
}

const texts: Record<Lang, string> = {
  ru: 'Сведения сверены с договором № 14 от 5 марта 2026 года на сумму 12 000 ₸.',
  kk: 'Мәліметтер 2026 жылғы 5 наурыздағы № 14 шартпен салыстырылды, сомасы 12 000 ₸.',
}

/** A letter by the decision it tells; where it tells no more than two, by the one that makes it say most. */
type Shape = { id: string; template: LetterTemplate; outcome: Outcome | null }

const shapes: readonly Shape[] = packs.letters.flatMap((template) => {
  const { id, outcomes } = template.meta
  const main = { id, template, outcome: outcomes?.at(-1) ?? null }
  const others = outcomes && outcomes.length > 2 ? outcomes.slice(0, -1) : []
  return [main, ...others.map((outcome) => ({ id: `${id}-${outcome}`, template, outcome }))]
})

function filled({ template, outcome }: Shape, lang: Lang): LetterInput {
  const kind = template.meta.kinds[0] ?? 'access'
  const fields: FieldValues = {}
  for (const field of fieldsAsked(template.meta, outcome)) {
    if (field.type === 'date') fields[field.id] = '2026-11-23'
    else if (field.catalog) fields[field.id] = packs.catalogs[field.catalog].map((entry) => entry.id)
    else fields[field.id] = texts[lang]
  }
  const base = letterInput({ template, lang, fields, catalogs: packs.catalogs })
  const refusalGround = packs.refusalGrounds.find((ground) => ground.kinds.includes(kind)) ?? null
  const told = { details: everyDetail, systems: everySystem(packs.catalogs) }
  return { ...base, case: { ...base.case, ...told, kind, outcome, refusalGround } }
}

/** Every letter of the pack in either language, with all its fields filled. */
export const everyLetter = shapes.flatMap((shape) =>
  (['ru', 'kk'] as const).map((lang): [id: string, lang: Lang, document: LetterDocument] => [
    shape.id,
    lang,
    merged(filled(shape, lang)),
  ]),
)

function inBoth(shape: Shape): LetterDocument {
  const { fields: ru, ...input } = filled(shape, 'ru')
  const { fields: kk } = filled(shape, 'kk')
  const result = composeLetter(input, 'both', {
    ru: { fields: ru, body: null },
    kk: { fields: kk, body: null },
  })
  if (!result.ok) throw new Error(`${result.reason}: ${result.field}`)
  if (result.differences.length > 0) throw new Error(JSON.stringify(result.differences))
  return dressed(result.document, input.number, noPictures)
}

/** The same letters in both languages at once. */
export const everyBilingual = shapes.map((shape): [id: string, lang: 'both', document: LetterDocument] => [
  shape.id,
  'both',
  inBoth(shape),
])

/** All that a letter says, a text for each of its lines, paragraphs, items and cells. */
export function textsOfLetter(document: LetterDocument): string[] {
  const { kk, ru, contacts } = document.letterhead
  const own = partsOf(document).flatMap((part) => [
    part.numberLine,
    part.dateLine,
    part.reference,
    part.addressee.label,
    part.addressee.name,
    ...part.addressee.lines,
    part.title,
    part.salutation,
    ...part.blocks.flatMap(textsOf).map((runs) => runs.map(({ text }) => text).join('')),
    part.closing,
    part.signatory.position,
    part.signatory.name,
    ...part.executor,
  ])
  return [kk.name, ...kk.lines, ru.name, ...ru.lines, contacts, ...own].filter((text) => text !== '')
}

export function tableOf(rows: number, words = 'Фамилия, имя и отчество'): TableBlock {
  const cell = (text: string) => [{ text, style: 'regular' as const }]
  return {
    type: 'table',
    columns: [
      { share: 1, align: 'right' },
      { share: 5, align: 'left' },
      { share: 3, align: 'left' },
    ],
    header: ['№', 'Категория данных', 'Система'].map(cell),
    rows: Array.from({ length: rows }, (_, row) => [
      cell(String(row + 1)),
      cell(words),
      cell(row === 0 ? '' : 'CRM'),
    ]),
  }
}

/** A letter with all that a letter can have. */
export function richLetter(): LetterDocument {
  const plain = (lang: Lang): LetterDocument => merged(letterInput({ lang }))
  const kk = plain('kk')
  const document = {
    ...kk,
    blocks: [
      ...kk.blocks,
      { type: 'heading' as const, runs: [{ text: 'Бірінші бөлім', style: 'regular' as const }] },
      tableOf(40),
    ],
    second: { ...plain('ru'), blocks: [tableOf(3)] },
    file: { name: 'case-record.json', type: 'application/json', description: 'test', text: '{}\n' },
  }
  return dressed(document, '2026/45', {
    logo: pngOf(60, 40, [20, 90, 160]),
    signature: pngOf(90, 30, [20, 20, 120]),
    stamp: pngOf(80, 80, [60, 60, 200]),
  })
}

/** Those whose pictures are kept: every letter, one in both languages, and all that a letter can have. */
export const shownLetters = [
  ...everyLetter,
  ...everyBilingual.filter(([id]) => id === 'claim-answered'),
  ['all-at-once', 'kk', richLetter()] as const,
]
