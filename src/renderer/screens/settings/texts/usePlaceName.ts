import type { Output } from '../../../../shared/contract/index.ts'
import { useOf, useTexts } from '../../../i18n/index.ts'

export type TextFieldsOfLetter = Output<'templates.read'>['fields']

/** What a place of a text holds, in words. */
export function usePlaceName(fields: TextFieldsOfLetter): (name: string) => string {
  const { templates } = useTexts()
  const of = useOf()
  const known: Record<string, string> = templates.places
  return (name) => {
    const field = fields.find(({ id }) => id === name)
    return field ? of(field.title) : (known[name] ?? name)
  }
}
