/** The part of petrovich 0.2.1 that letters use; the package has no types of its own. */
declare module 'petrovich' {
  type Person = { gender: 'male' | 'female'; first?: string; middle?: string; last?: string }
  export default function petrovich(person: Person, form: 'dative'): Omit<Person, 'gender'>
}
