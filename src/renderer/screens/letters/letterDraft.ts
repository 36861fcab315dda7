import type { Lang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterField, LetterMeta } from '../../../shared/model/letter.ts'

type Value = FieldValues[string]

function suggested(field: LetterField, lang: Lang): Value {
  return field.type === 'catalog' ? [] : (field.suggestion?.[lang] ?? '')
}

/** The fields of a letter: what was typed, else what the letter suggests in its language. */
export function fillIn(meta: LetterMeta, lang: Lang, typed: FieldValues): FieldValues {
  return Object.fromEntries(meta.fields.map((field) => [field.id, typed[field.id] ?? suggested(field, lang)]))
}

function isBlank(value: Value | undefined): boolean {
  if (value === undefined) return true
  return typeof value === 'string' ? value.trim() === '' : value.length === 0
}

export function missingFields(meta: LetterMeta, values: FieldValues): LetterField[] {
  return meta.fields.filter((field) => field.required && isBlank(values[field.id]))
}
