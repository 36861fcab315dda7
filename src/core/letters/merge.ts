import type { Lang } from '../../shared/model/lang.ts'
import type { LetterBlock, LetterMeta, When } from '../../shared/model/letter.ts'
import { dateForms, formatDate, type DateForm } from './dates.ts'
import type { DocumentBlock, LetterDocument, TextRun } from './document.ts'
import { frameOf } from './frame.ts'
import {
  gatherPlaces,
  isEmpty,
  type LetterCase,
  type LetterFault,
  type LetterInput,
  type Places,
  type PlaceValue,
} from './places.ts'
import { correctionLine } from './correction.ts'
import { filledLines, parseText, strayBraces, type TextPart } from './text.ts'

/** Subject and covering text of the e-mail that carries a letter. */
export type LetterMail = { subject: string; text: string }

export type MergeResult =
  { ok: true; document: LetterDocument; mail: LetterMail } | ({ ok: false } & LetterFault)

/** What every step of a merge looks at; `faults` gathers what goes wrong. */
type Merge = { lang: Lang; about: LetterCase; meta: LetterMeta; places: Places; faults: LetterFault[] }

/**
 * Fills a letter of the pack with the case and the officer's words.
 * Never leaves a gap: an empty required field, a place without a value and a place that does not exist each end it.
 */
export function mergeLetter(input: LetterInput): MergeResult {
  const { places, faults } = gatherPlaces(input)
  const merge: Merge = { lang: input.lang, about: input.case, meta: input.template.meta, places, faults }
  const text = input.template.texts[input.lang]
  const title = plain(text.title, merge)
  const blocks = text.blocks
    .filter((block) => holds(block.when, merge))
    .flatMap((block) => fill(block, merge))
  if (input.corrects) blocks.unshift(paragraphOf(correctionLine(input.corrects, input.lang)))
  const mail = { subject: plain(text.mailSubject, merge), text: plain(text.mailText, merge) }
  const fault = faults[0]
  if (fault) return { ok: false, ...fault }
  const frame = frameOf(input)
  if (!frame.ok) return { ok: false, reason: 'missing', field: frame.missing }
  return { ok: true, document: { ...frame.frame, title, blocks }, mail }
}

function paragraphOf(text: string): DocumentBlock {
  return { type: 'paragraph', runs: [{ text, style: 'regular' }] }
}

function holds(when: When | undefined, merge: Merge): boolean {
  return fitsCase(when, merge.about) && (when?.filled === undefined || isFilled(when.filled, merge))
}

/** Whether a block belongs in the letters of such a case, as far as its kind and its outcome decide. */
export function fitsCase(
  when: When | undefined,
  { kind, outcome }: Pick<LetterCase, 'kind' | 'outcome'>,
): boolean {
  if (when?.kinds && !when.kinds.includes(kind)) return false
  return !when?.outcomes || (outcome !== null && when.outcomes.includes(outcome))
}

function isFilled(name: string, merge: Merge): boolean {
  const value = merge.places.get(name)
  if (value) return !isEmpty(value)
  // A field that this outcome does not ask for is empty; any other name is a fault of the pack.
  if (!merge.meta.fields.some((field) => field.id === name)) {
    merge.faults.push({ reason: 'unknownPlace', field: name })
  }
  return false
}

function fill(block: LetterBlock, merge: Merge): DocumentBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', runs: fillText(block.text, merge) }]
    case 'paragraph':
      return splitLines(fillText(block.text, merge)).map((runs) => ({ type: 'paragraph', runs }))
    case 'list':
      return [{ type: 'list', items: block.items.flatMap((item) => splitLines(fillText(item, merge))) }]
    case 'listOf':
      return [{ type: 'list', items: itemsOf(block.name, merge) }]
  }
}

function itemsOf(name: string, merge: Merge): TextRun[][] {
  const value = merge.places.get(name)
  if (!value || value.type === 'date') return fault('unknownPlace', name, merge, [])
  if (isEmpty(value)) return fault('missing', name, merge, [])
  const items = value.type === 'list' ? value.items : filledLines(value.text)
  return items.map((text) => [{ text, style: 'regular' }])
}

function plain(text: string, merge: Merge): string {
  return fillText(text, merge)
    .map((run) => run.text)
    .join('')
}

function fillText(text: string, merge: Merge): TextRun[] {
  return parseText(text).map((part) => ({ text: fillPart(part, merge), style: part.style }))
}

function fillPart(part: TextPart, merge: Merge): string {
  if (part.type === 'words') {
    const stray = strayBraces(part.text)
    return stray === null ? part.text : fault('unknownPlace', stray, merge, '')
  }
  const value = merge.places.get(part.name)
  if (!value) return fault('unknownPlace', part.name, merge, '')
  return isEmpty(value) ? fault('missing', part.name, merge, '') : written(value, part, merge)
}

function written(value: PlaceValue, part: { name: string; form: string | null }, merge: Merge): string {
  if (value.type === 'text' && part.form === null) return value.text
  const form = part.form ?? 'inline'
  if (value.type === 'date' && value.date !== null && isDateForm(form)) {
    return formatDate(value.date, merge.lang, form)
  }
  return fault('unknownPlace', part.form === null ? part.name : `${part.name}:${part.form}`, merge, '')
}

function isDateForm(form: string): form is DateForm {
  return dateForms.some((known) => known === form)
}

function fault<T>(reason: LetterFault['reason'], field: string, merge: Merge, instead: T): T {
  merge.faults.push({ reason, field })
  return instead
}

/** A value of several lines makes as many paragraphs. */
function splitLines(runs: readonly TextRun[]): TextRun[][] {
  const paragraphs: TextRun[][] = [[]]
  for (const run of runs) {
    const [first = '', ...rest] = run.text.split('\n')
    paragraphs.at(-1)?.push({ text: first, style: run.style })
    for (const line of rest) paragraphs.push([{ text: line, style: run.style }])
  }
  return paragraphs.filter((line) => line.some((run) => run.text.trim() !== ''))
}
