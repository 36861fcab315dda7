import { limits } from '../../../../shared/model/case.ts'
import type { Texts } from '../../../i18n/index.ts'

export type NameField = 'organisation' | 'familyName' | 'givenName' | 'patronymic' | 'representativeName'

export function isTooLong(name: string): boolean {
  return name.trim().length > limits.name
}

/** Says what is wrong with a name that the register can't take whole, as the engine would say it. */
export function explainTooLong(field: NameField, name: string, { errors }: Texts): string | undefined {
  if (!isTooLong(name)) return undefined
  const { what, todo } = errors.textTooLong({ field, limit: limits.name })
  return `${what} ${todo}`
}
