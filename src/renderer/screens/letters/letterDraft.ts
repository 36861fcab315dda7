import type { Output } from '../../../shared/contract/index.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterField } from '../../../shared/model/letter.ts'

type Value = FieldValues[string]
type Known = Output<'letters.available'>['known']

/** What stands in a field at first: what the register knows, else what the letter suggests in its language. */
function firstValue(field: LetterField, lang: Lang, known: Known): Value {
  const prefilled = field.prefill ? known[field.prefill] : ''
  if (field.type === 'catalog') return typeof prefilled === 'string' ? [] : prefilled
  return prefilled || (field.suggestion?.[lang] ?? '')
}

export function fillIn(
  fields: readonly LetterField[],
  lang: Lang,
  known: Known,
  typed: FieldValues,
): FieldValues {
  return Object.fromEntries(
    fields.map((field) => [field.id, typed[field.id] ?? firstValue(field, lang, known)]),
  )
}

function isBlank(value: Value | undefined): boolean {
  if (value === undefined) return true
  return typeof value === 'string' ? value.trim() === '' : value.length === 0
}

export function missingFields(fields: readonly LetterField[], values: FieldValues): LetterField[] {
  return fields.filter((field) => field.required && isBlank(values[field.id]))
}
