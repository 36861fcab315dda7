import petrovich from 'petrovich'
import type { Inflect } from '../../../core/letters/dative.ts'

const partOf = { family: 'last', given: 'first', patronymic: 'middle' } as const

/** Russian endings by the rules of petrovich. */
export const inflect: Inflect = (word, part, gender) => {
  const name = partOf[part]
  return petrovich({ gender, [name]: word }, 'dative')[name] ?? word
}
