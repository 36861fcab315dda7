import type { IntakeRules } from '../../shared/model/intake.ts'
import type { CaseProposal } from './classify.ts'
import { fold, wordsOf } from './words.ts'

type EvidenceField = 'kind' | 'person' | 'iin' | 'phone' | 'address' | 'site' | 'lang'

/** Where in a text the words stand that led to a field of the proposal. UTF-16 units, the end not included. */
export type Evidence = { field: EvidenceField; from: number; to: number }

type Proposed = Pick<CaseProposal, 'because' | 'applicant' | 'site'>

const searched = 50_000
const kazakhLetter = /[әғқңөұүһі]/i
const shownLanguageWords = 3

/** The places that led to the proposal, in order and without overlap; a field that came from elsewhere has none. */
export function evidenceOf(
  whole: string,
  { because, applicant, site }: Proposed,
  rules: IntakeRules,
): Evidence[] {
  const text = whole.slice(0, searched)
  const { familyName, givenName, patronymic, iin, phone, address, lang } = applicant
  const names = [familyName, givenName, patronymic].filter((name) => name !== '' && !name.includes('@'))
  const found = [
    placeOf(text, 'iin', iin === '' ? null : spaced([...iin].map(escaped), '[ \\u00a0]?')),
    placeOf(text, 'phone', phrase(phone)),
    placeOf(text, 'site', site === '' ? null : escaped(site)),
    placeOf(text, 'address', phrase(address)),
    ...names.map((name) => placeOf(text, 'person', `(?<!\\p{L})${phrase(name) ?? ''}(?!\\p{L})`)),
    ...because.map((words) => placeOf(text, 'kind', phrase(words))),
    ...languagePlaces(text, lang, rules.languageWords),
  ]
  return withoutOverlap(found.filter((place) => place !== null))
}

function placeOf(text: string, field: EvidenceField, pattern: string | null): Evidence | null {
  const match = pattern === null ? null : new RegExp(pattern, 'iu').exec(text)
  return match && { field, from: match.index, to: match.index + match[0].length }
}

/** The words in their order, whatever space is between them; null where there are none. */
function phrase(words: string): string | null {
  const parts = words.split(/\s+/).filter((word) => word !== '')
  return parts.length === 0 ? null : spaced(parts.map(escaped), '\\s+')
}

function spaced(parts: readonly string[], between: string): string {
  return parts.join(between)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** The first words that voted for the language. */
function languagePlaces(
  text: string,
  lang: 'ru' | 'kk',
  languageWords: IntakeRules['languageWords'],
): Evidence[] {
  const known = new Set(languageWords[lang].map(fold))
  const isTelling = (folded: string, word: string): boolean =>
    known.has(folded) || (lang === 'kk' && kazakhLetter.test(word))
  return wordsOf(text, 2_000)
    .filter(({ folded, from, to }) => isTelling(folded, text.slice(from, to)))
    .slice(0, shownLanguageWords)
    .map(({ from, to }) => ({ field: 'lang', from, to }))
}

/** Of places that overlap the first named stays. */
function withoutOverlap(places: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = []
  for (const place of places) {
    if (!kept.some(({ from, to }) => place.from < to && from < place.to)) kept.push(place)
  }
  return kept.toSorted((a, b) => a.from - b.from)
}
