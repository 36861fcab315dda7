import type { Applicant } from '../../shared/model/case.ts'
import type { Lang } from '../../shared/model/lang.ts'
import type { Gender } from '../../shared/model/names.ts'

type NamedPerson = Pick<Applicant, 'familyName' | 'givenName' | 'patronymic'>
export type AddressedPerson = NamedPerson & Pick<Applicant, 'iin'>

const malePatronymic = /(ич|ұлы|улы|оглы|оғлы)$/iu
const femalePatronymic = /(вна|чна|қызы|кызы|гызы)$/iu
/** «Қайратұлы Ержан», «Айгүл Серікқызы»: many Kazakhs bear such a name in the place of a family name. */
const son = /(ұлы|улы)$/iu
const daughter = /(қызы|кызы)$/iu

/**
 * The gender a polite Russian address needs, or null where nothing tells it.
 * The patronymic, or another name with its ending, is what the person wrote; digit 7 of the IIN (odd: male,
 * even: female, 0: unknown) only stands in for it.
 */
export function genderOf(person: AddressedPerson): Gender | null {
  const patronymic = person.patronymic.trim()
  if (malePatronymic.test(patronymic)) return 'male'
  if (femalePatronymic.test(patronymic)) return 'female'
  return genderOfName(person.givenName) ?? genderOfName(person.familyName) ?? genderOfIin(person.iin)
}

function genderOfName(name: string): Gender | null {
  if (son.test(name.trim())) return 'male'
  return daughter.test(name.trim()) ? 'female' : null
}

function genderOfIin(iin: string): Gender | null {
  const digit = /^\d{6}([1-6])\d{5}$/.exec(iin.trim())?.[1]
  if (digit === undefined) return null
  return Number(digit) % 2 === 1 ? 'male' : 'female'
}

/** «Сериков Арман Болатович»: the order of official papers. */
export function fullName(person: NamedPerson): string {
  return joined([person.familyName, person.givenName, person.patronymic])
}

const salutations = { organisation: { ru: 'Уважаемые коллеги!', kk: 'Құрметті әріптестер!' } } as const

/** «Уважаемый Арман Болатович!», «Құрметті Айгүл Серікқызы!»; neutral where the gender is unknown. */
export function salutation(person: AddressedPerson & { organisation?: string }, lang: Lang): string {
  if ((person.organisation ?? '').trim() !== '' && person.familyName.trim() === '')
    return salutations.organisation[lang]
  return lang === 'ru' ? russianSalutation(person) : kazakhSalutation(person)
}

function russianSalutation(person: AddressedPerson): string {
  const gender = genderOf(person)
  if (gender === null) return 'Уважаемый заявитель!'
  const dear = gender === 'male' ? 'Уважаемый' : 'Уважаемая'
  const name = spokenName(person)
  if (name !== null) return `${dear} ${name}!`
  return `${dear} ${gender === 'male' ? 'господин' : 'госпожа'} ${person.familyName.trim()}!`
}

function kazakhSalutation(person: AddressedPerson): string {
  const name = spokenName(person)
  if (name !== null) return `Құрметті ${name}!`
  const gender = genderOf(person)
  if (gender === null) return 'Құрметті өтініш беруші!'
  return `Құрметті ${person.familyName.trim()} ${gender === 'male' ? 'мырза' : 'ханым'}!`
}

/** Name and patronymic, or name and family name; null where only a family name is known. */
function spokenName(person: AddressedPerson): string | null {
  if (person.givenName.trim() === '') return null
  if (person.patronymic.trim() !== '') return joined([person.givenName, person.patronymic])
  return joined([person.givenName, person.familyName])
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
}
