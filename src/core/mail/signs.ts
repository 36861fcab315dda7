import type { PersonSigns } from '../../shared/model/intake.ts'

/** One of several patterns. */
export function anyOf(patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`
}

/** Makes expressions out of the pack's signs once, however many texts are read with them. */
export function compiled<T>(make: (signs: PersonSigns) => T): (signs: PersonSigns) => T {
  const known = new WeakMap<PersonSigns, { made: T }>()
  return (signs) => {
    const found = known.get(signs) ?? { made: make(signs) }
    known.set(signs, found)
    return found.made
  }
}
