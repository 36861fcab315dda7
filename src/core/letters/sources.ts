import type { Lang } from '../../shared/model/lang.ts'
import type { LetterBlock, PlaceOrigin } from '../../shared/model/letter.ts'
import { formatDate } from './dates.ts'
import { fitsCase } from './merge.ts'
import { type CasePlace, casePlaces, type LetterInput, type PlaceValue } from './places.ts'
import { placesIn } from './text.ts'

/** A place that a letter fills without the officer: what stands in it, and where it comes from. */
export type PlaceSource = {
  place: CasePlace
  origin: PlaceOrigin
  /** By language; empty where there is nothing to fill in. */
  value: Record<Lang, string>
  /** The letter can't do without it; else what tells of it is left out. */
  required: boolean
}

const origins: Record<CasePlace, PlaceOrigin> = {
  salutation: 'person',
  organisation: 'organisation',
  caseNumber: 'journal',
  matter: 'request',
  channel: 'person',
  letterNumber: 'journal',
  refusalGround: 'decision',
  refusalBasis: 'decision',
  demand: 'request',
  amount: 'request',
  referenceNumber: 'request',
  receivedOn: 'person',
  letterDate: 'journal',
  referenceOn: 'request',
  statedDueOn: 'request',
  deadlines: 'clocks',
  systemsSearched: 'systems',
  systemsFound: 'systems',
  systemsTreated: 'systems',
  systemsDestroyed: 'systems',
  systemsKept: 'systems',
}

/** The places that the letter uses in such a case, in the order in which it names them first; its own fields left out. */
export function sourcesOf(input: Omit<LetterInput, 'lang' | 'fields'>): PlaceSource[] {
  const { title, mailSubject, mailText, blocks } = input.template.texts.ru
  const standing = blocks.filter(({ when }) => fitsCase(when, input.case))
  const needed = new Set([
    ...placesIn([title, mailSubject, mailText]),
    ...standing.filter(({ when }) => when?.filled === undefined).flatMap(namesOf),
  ])
  const values = { ru: casePlaces({ ...input, lang: 'ru' }), kk: casePlaces({ ...input, lang: 'kk' }) }
  const named = [...placesIn([title]), ...standing.flatMap(namesOf), ...needed]
  return [...new Set(named)].filter(isCasePlace).map((place) => ({
    place,
    origin: origins[place],
    value: { ru: inWords(values.ru[place], 'ru'), kk: inWords(values.kk[place], 'kk') },
    required: needed.has(place),
  }))
}

const isCasePlace = (name: string): name is CasePlace => Object.hasOwn(origins, name)

function namesOf(block: LetterBlock): string[] {
  if (block.type === 'listOf') return [block.name]
  return placesIn(block.type === 'list' ? block.items : [block.text])
}

function inWords(value: PlaceValue, lang: Lang): string {
  switch (value.type) {
    case 'text':
      return value.text
    case 'date':
      return value.date === null ? '' : formatDate(value.date, lang, 'inline')
    case 'list':
      return value.items.join('\n')
  }
}
