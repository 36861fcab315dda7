import { foldText, withoutKazakh } from '../identity/search-words.ts'

const capital = '[А-ЯЁӘҒҚҢӨҰҮҺІ]'
const word = `${capital}\\p{L}[\\p{L}-]*`
const initials = `${capital}\\. ?${capital}\\.`

/**
 * «Иванов И. И.», «И. И. Иванов», «директор И. Иванов». At the beginning of a line one letter counts
 * cases: «А. Первый случай».
 */
const initialled = new RegExp(
  `(?<!\\p{L})(?:(${word}) (${initials})|(${initials}) ?(${word})|(?<=[^\\n] )(${capital}\\.) ?(${word}))`,
  'gu',
)

const formBefore = '(?:[НОЗП]?АО|ТОО|ООО|ИП) '
const formAfter = ' (?:(?:Ке)?АҚ|ЖШС|ЖК)(?!\\p{L})'

/** Beside its legal form a single word is a name, in quotes or not; several words may be translated. */
const organisation = new RegExp(
  `(?<!\\p{L})${formBefore}(?:«(${word})»|(${word}))|(?:«(${word})»|(?<!\\p{L})(${word}))${formAfter}`,
  'gu',
)

const quoted = new RegExp(
  `(?<before>${formBefore})?«(?<name>${capital}[^«»\\n]*)»(?<after>${formAfter})?`,
  'gu',
)

/** Persons that a text names by family name and initials, as «Иванов И. И.», in whatever case the text has them. */
export function personsIn(text: string): string[] {
  return [...text.matchAll(initialled)].map((match) => {
    const family = match[1] ?? match[4] ?? match[6] ?? ''
    const letters = (match[2] ?? match[3] ?? match[5] ?? '').match(/\p{L}/gu) ?? []
    return `${family} ${letters.map((letter) => `${letter}.`).join(' ')}`
  })
}

/** Organisations that a text names by one word: «АО «Альфа»», «Альфа АҚ». */
export function organisationsIn(text: string): string[] {
  return [...text.matchAll(organisation)].map((match) => `«${match.slice(1).find(Boolean) ?? ''}»`)
}

/** What a text calls by a name in quotes: «Профиль». `bare`: without a legal form beside it. */
export function quotedIn(text: string): { name: string; bare: boolean }[] {
  return [...text.matchAll(quoted)].map(({ groups: { before, name, after } = {} }) => ({
    name: `«${name ?? ''}»`,
    bare: before === undefined && after === undefined,
  }))
}

/** Whether two of these names are the same in another case or in the spelling of the other language. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)]
  if (a === b) return true
  const [[family = '', ...own], [otherFamily = '', ...others]] = [a.split(' '), b.split(' ')]
  const shared = sharedBeginning(family, otherFamily)
  const shorter = Math.min(family.length, otherFamily.length)
  // «Казпочта», «Қазпошта»: an organisation is spelt more freely than a family name.
  if (a.startsWith('«') && b.startsWith('«')) return shared > Math.min(3, shorter - 2)
  const areInitialled = own.length > 0 && own.join() === others.join()
  return areInitialled && shared >= Math.max(2, shorter - 2)
}

function sharedBeginning(one: string, other: string): number {
  const differs = [...one].findIndex((letter, index) => letter !== other[index])
  return differs < 0 ? one.length : differs
}

/** «Нұрланова» and «Нурланова» are one name. */
function folded(name: string): string {
  return withoutKazakh(foldText(name))
}
