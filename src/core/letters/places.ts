import type {
  Applicant,
  CaseDetails,
  CaseKind,
  Channel,
  Outcome,
  Representative,
} from '../../shared/model/case.ts'
import type { CatalogEntry, RefusalGround } from '../../shared/model/catalog.ts'
import type { Bilingual, Lang } from '../../shared/model/lang.ts'
import type { FieldValues, LetterField, LetterTemplate } from '../../shared/model/letter.ts'
import { LocalDate } from '../../shared/model/local-date.ts'
import type { ClockRule } from '../../shared/model/rule.ts'
import type { Organisation } from '../../shared/model/settings.ts'
import { formatTenge } from '../casework/amount.ts'
import { salutation } from './address.ts'
import { formatDate } from './dates.ts'
import { fieldsAsked } from './fields.ts'
import {
  linesOfDeeds,
  linesOfDestruction,
  linesOfFindings,
  linesOfKeeping,
  type LetterSystem,
} from './systems.ts'
import { printable } from './text.ts'
import { channels, matters } from './wording.ts'

/** A clock that runs, as the applicant may be told of it. */
export type LetterClock = {
  title: Bilingual
  nature: ClockRule['nature']
  basis: Bilingual
  dueOn: LocalDate
}

/** What a letter tells of the case. */
export type LetterCase = {
  /** Incoming number. */
  number: string
  kind: CaseKind
  receivedOn: LocalDate
  channel: Channel
  applicant: Applicant
  representative: Representative | null
  details: CaseDetails
  outcome: Outcome | null
  refusalGround: RefusalGround | null
  /** Clocks that run. Those by an internal rule bind nobody outside and are left out of letters. */
  clocks: readonly LetterClock[]
  /** What was found and done in each system, in the order of the catalog. */
  systems: readonly LetterSystem[]
}

export type LetterCatalogs = Record<'categories' | 'purposes' | 'systems', readonly CatalogEntry[]>

/** Everything a letter is made of. */
export type LetterInput = {
  template: LetterTemplate
  lang: Lang
  organisation: Organisation
  case: LetterCase
  /** The person in the dative, by language: the «Кому» line. */
  addressee: Record<Lang, string>
  /** The issued letter that this one takes the place of. */
  corrects: { number: string; date: LocalDate } | null
  /** Outgoing number. */
  number: string
  date: LocalDate
  fields: FieldValues
  catalogs: LetterCatalogs
}

/**
 * Why there is no letter. `missing`: a value is needed and empty. `invalid`: a field holds what it can't.
 * `unknownPlace`: the pack names a place that does not exist.
 */
export type LetterFault = { reason: 'missing' | 'invalid' | 'unknownPlace'; field: string }

export type PlaceValue =
  | { type: 'text'; text: string }
  | { type: 'date'; date: LocalDate | null }
  | { type: 'list'; items: readonly string[] }

/** Names that a letter may use in `{{…}}`, besides its own fields. */
export const textPlaces = [
  'salutation',
  'organisation',
  'caseNumber',
  'matter',
  'channel',
  'letterNumber',
  'refusalGround',
  'refusalBasis',
  'demand',
  'amount',
  'referenceNumber',
] as const
export const datePlaces = ['receivedOn', 'letterDate', 'referenceOn', 'statedDueOn'] as const
/** Names that a `listOf` block may use, besides the letter's own fields. */
export const listPlaces = [
  'deadlines',
  'systemsSearched',
  'systemsFound',
  'systemsTreated',
  'systemsDestroyed',
  'systemsKept',
] as const

export type CasePlace =
  (typeof textPlaces)[number] | (typeof datePlaces)[number] | (typeof listPlaces)[number]
export type Places = ReadonlyMap<string, PlaceValue>

/** The value of every place the letter may use; empty where the case or the officer gave none. */
export function gatherPlaces(input: LetterInput): { places: Places; faults: LetterFault[] } {
  const places = new Map<string, PlaceValue>(Object.entries(casePlaces(input)))
  const faults: LetterFault[] = []
  for (const field of fieldsAsked(input.template.meta, input.case.outcome)) {
    const value = fieldValue(field, input)
    if (value === null) faults.push({ reason: 'invalid', field: field.id })
    else if (field.required && isEmpty(value)) faults.push({ reason: 'missing', field: field.id })
    else places.set(field.id, value)
  }
  return { places, faults }
}

export function isEmpty(value: PlaceValue): boolean {
  switch (value.type) {
    case 'text':
      return value.text === ''
    case 'date':
      return value.date === null
    case 'list':
      return value.items.length === 0
  }
}

/** What the case, the settings and the journal give a letter. */
export function casePlaces({
  case: about,
  lang,
  organisation,
  number,
  date,
}: Omit<LetterInput, 'fields'>): Record<CasePlace, PlaceValue> {
  return {
    salutation: text(salutation(about.applicant, lang)),
    organisation: text(organisation.name[lang]),
    caseNumber: text(about.number),
    matter: text(matters[about.kind][lang]),
    channel: text(channels[about.channel][lang]),
    letterNumber: text(number),
    refusalGround: text(about.refusalGround?.sentence[lang] ?? ''),
    refusalBasis: text(about.refusalGround?.basis[lang] ?? ''),
    demand: text(about.details.demand),
    amount: text(amountIn(about.details.amountTiyn, lang)),
    referenceNumber: text(about.details.referenceNumber),
    receivedOn: { type: 'date', date: about.receivedOn },
    referenceOn: { type: 'date', date: about.details.referenceOn },
    statedDueOn: { type: 'date', date: about.details.statedDueOn },
    letterDate: { type: 'date', date },
    deadlines: { type: 'list', items: deadlines(about.clocks, lang) },
    systemsSearched: { type: 'list', items: about.systems.map(({ title }) => title[lang]) },
    systemsFound: { type: 'list', items: linesOfFindings(about.systems, lang) },
    systemsTreated: { type: 'list', items: linesOfDeeds(about.systems, lang) },
    systemsDestroyed: { type: 'list', items: linesOfDestruction(about.systems, lang) },
    systemsKept: { type: 'list', items: linesOfKeeping(about.systems, lang) },
  }
}

function amountIn(tiyn: number | null, lang: Lang): string {
  if (tiyn === null) return ''
  return `${formatTenge(tiyn)}\u00a0${lang === 'ru' ? 'тенге' : 'теңге'}`
}

function deadlines(clocks: readonly LetterClock[], lang: Lang): string[] {
  return clocks
    .filter((clock) => clock.nature !== 'internal')
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map((clock) => {
      const due = formatDate(clock.dueOn, lang, 'ablative')
      const limit = lang === 'ru' ? `не позднее ${due}` : `${due} кешіктірмей`
      return `${clock.title[lang]} – ${limit} (${clock.basis[lang]})`
    })
}

/** Null: the value does not fit the field. */
function fieldValue(field: LetterField, { fields, catalogs, lang }: LetterInput): PlaceValue | null {
  const value = Object.hasOwn(fields, field.id) ? fields[field.id] : undefined
  switch (field.type) {
    case 'line':
    case 'text':
      return Array.isArray(value) ? null : text(field.type === 'line' ? oneLine(value) : (value ?? ''))
    case 'date':
      return Array.isArray(value) ? null : dateValue(value ?? '')
    case 'catalog':
      return catalogValue(value ?? [], field.catalog === undefined ? [] : catalogs[field.catalog], lang)
  }
}

function oneLine(value: string | undefined): string {
  return (value ?? '').replace(/\s*\n\s*/g, ' ')
}

function text(value: string): PlaceValue {
  return { type: 'text', text: printable(value) }
}

function dateValue(value: string): PlaceValue | null {
  if (value === '') return { type: 'date', date: null }
  const date = LocalDate.safeParse(value)
  return date.success ? { type: 'date', date: date.data } : null
}

/** Entries stand in the order of the catalog, whatever the order in which they were ticked. */
function catalogValue(
  ids: string | readonly string[],
  entries: readonly CatalogEntry[],
  lang: Lang,
): PlaceValue | null {
  if (typeof ids === 'string') return ids === '' ? { type: 'list', items: [] } : null
  if (ids.some((id) => !entries.some((entry) => entry.id === id))) return null
  return {
    type: 'list',
    items: entries.filter((entry) => ids.includes(entry.id)).map((entry) => entry.title[lang]),
  }
}
