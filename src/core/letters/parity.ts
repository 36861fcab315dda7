import { type DocumentBlock, type LetterPart, type TextRun, textsOf } from './document.ts'
import { datesIn, removeDates } from './found-dates.ts'
import { organisationsIn, personsIn, quotedIn, sameName } from './found-names.ts'

export const differenceKinds = ['blocks', 'dates', 'articles', 'amounts', 'numbers', 'names'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/**
 * What one language of a letter says and the other does not. `block` counts from 1; 0 is the title; null is the whole
 * letter. `ru` and `kk` list what the other side lacks.
 */
export type Difference = { kind: DifferenceKind; block: number | null; ru: string[]; kk: string[] }

type Text = Pick<LetterPart, 'title' | 'blocks'>
type Facts = Record<Exclude<DifferenceKind, 'blocks'>, string[]>

/**
 * Where the two languages of a letter tell different facts: block by block, or as wholes where the blocks differ.
 * `people`: family names, given names and the like, which both languages have to name as often, in whatever case.
 */
export function differencesBetween(ru: Text, kk: Text, people: readonly string[] = []): Difference[] {
  const title = factDifferences(0, [ru.title], [kk.title], people)
  const shapes = { ru: ru.blocks.map(shapeOf), kk: kk.blocks.map(shapeOf) }
  if (shapes.ru.join(' ') !== shapes.kk.join(' ')) {
    const whole = factDifferences(null, ru.blocks.flatMap(linesOf), kk.blocks.flatMap(linesOf), people)
    return [...title, { kind: 'blocks', block: null, ...shapes }, ...whole]
  }
  const blocks = ru.blocks.flatMap((block, index) => {
    const other = kk.blocks[index]
    return other ? factDifferences(index + 1, linesOf(block), linesOf(other), people) : []
  })
  return [...title, ...blocks]
}

function factDifferences(
  block: number | null,
  ru: readonly string[],
  kk: readonly string[],
  people: readonly string[],
): Difference[] {
  const facts = { ru: factsOf(ru.join('\n'), people), kk: factsOf(kk.join('\n'), people) }
  const organisations = { ru: organisationsOf(ru), kk: organisationsOf(kk) }
  // Where one language names none, it may well call it in other words.
  if (organisations.ru.length > 0 && organisations.kk.length > 0) {
    facts.ru.names.push(...organisations.ru)
    facts.kk.names.push(...organisations.kk)
  }
  const quoted = quotedDifferences(ru, kk)
  facts.ru.names.push(...quoted.ru)
  facts.kk.names.push(...quoted.kk)
  return differenceKinds.flatMap((kind) => {
    if (kind === 'blocks') return []
    const only = { ru: lacking(facts.ru[kind], facts.kk[kind]), kk: lacking(facts.kk[kind], facts.ru[kind]) }
    return only.ru.length + only.kk.length === 0 ? [] : [{ kind, block, ...only }]
  })
}

/** A name in quotes may be translated; what one language calls so and the other leaves out can't be. */
function quotedDifferences(ru: readonly string[], kk: readonly string[]): Record<'ru' | 'kk', string[]> {
  const all = { ru: quotedIn(plainSpaces(ru.join('\n'))), kk: quotedIn(plainSpaces(kk.join('\n'))) }
  const only = (one: 'ru' | 'kk', other: 'ru' | 'kk'): string[] =>
    lacking(
      all[one].filter(({ bare }) => bare).map(({ name }) => name),
      all[other].map(({ name }) => name),
    )
  const unlike = { ru: only('ru', 'kk'), kk: only('kk', 'ru') }
  return unlike.ru.length === unlike.kk.length ? { ru: [], kk: [] } : unlike
}

/** What the first has more of than the second, each as often as it is missing. */
function lacking(have: readonly string[], other: readonly string[]): string[] {
  const rest = [...other]
  return have.filter((fact) => {
    const exact = rest.indexOf(fact)
    const at = exact >= 0 ? exact : rest.findIndex((another) => sameName(fact, another))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

const amount = /(\d[\d\s]*(?:,\d+)?)\s*(?:тенге|теңге|₸)/giu
const listed = String.raw`((?:\d+\)?(?:, | и | және )?)+)`
const articles: readonly [string, RegExp][] = [
  ['ст.', new RegExp(String.raw`(?:стат\p{L}*|ст\.)\s*${listed}|${listed}-ба[бп]\p{L}*`, 'giu')],
  ['пп.', new RegExp(String.raw`(?:подпункт\p{L}*|пп\.)\s*${listed}|${listed}\s*тармақша\p{L}*`, 'giu')],
  ['п.', new RegExp(String.raw`(?<!\p{L})(?:пункт\p{L}*|п\.)\s*${listed}|${listed}-тарма[қғ]\p{L}*`, 'giu')],
]
/** Codes, addresses and names in Latin letters, numbers of papers, and numbers. */
const latinName = /[a-z0-9][\w.@+-]*[a-z][\w.@+-]*/giu
const number = /\d+(?:[.,/:-]\d+)*/gu

/** The facts of a text. Each is taken out once it is told, so that a date is not also three numbers. */
function factsOf(text: string, people: readonly string[]): Facts {
  let rest = plainSpaces(text)
  const persons = personsIn(rest)
  const dates = datesIn(rest)
  rest = removeDates(rest)
  const take = (pattern: RegExp, tell: (found: string) => string[]): string[] => {
    const facts = [...rest.matchAll(pattern)].flatMap((match) =>
      tell(match.slice(1).find(Boolean) ?? match[0]),
    )
    rest = rest.replace(pattern, ' ')
    return facts
  }
  return {
    dates,
    amounts: take(amount, (found) => [found.replace(/\s/g, '')]),
    articles: articles.flatMap(([unit, pattern]) =>
      take(pattern, (found) => (found.match(/\d+/g) ?? []).map((digits) => `${unit} ${digits}`)),
    ),
    names: [
      ...people.flatMap((name) => namings(name, text)),
      ...persons,
      ...take(latinName, (found) => [found.replace(/[.-]+$/, '').toLowerCase()]),
    ],
    numbers: take(number, (found) => [found]),
  }
}

const plainSpaces = (text: string): string => text.replace(/\u00a0/g, ' ')
const organisationsOf = (lines: readonly string[]): string[] => organisationsIn(plainSpaces(lines.join('\n')))

/** A name as often as a text has it, known by what no case changes. */
function namings(name: string, text: string): string[] {
  const stem = name.length > 4 ? name.slice(0, -2) : name
  const words = text.match(/[\p{L}-]+/gu) ?? []
  return words.filter((word) => word.startsWith(stem) && word.length - name.length < 5).map(() => name)
}

function shapeOf(block: DocumentBlock): string {
  switch (block.type) {
    case 'list':
      return `list:${block.items.length}`
    case 'table':
      return `table:${block.rows.length}×${block.columns.length}`
    case 'paragraph':
    case 'heading':
      return block.type
  }
}

const linesOf = (block: DocumentBlock): string[] => textsOf(block).map(wordsOf)
const wordsOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('')
