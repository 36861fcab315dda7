export type IinCheck = {
  /**
   * `checkDigit` and `neverIssued` are warnings: numbers with wrong digits were issued, and people own them.
   * `date`: digits 1–6 are no date of birth.
   */
  state: 'empty' | 'ok' | 'length' | 'checkDigit' | 'neverIssued' | 'date'
  /** `YYYY-MM-DD`, from digits 1–7. */
  birthDate: string | null
  sex: 'm' | 'f' | null
}

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
const centuries: Record<string, number> = { '1': 1800, '2': 1800, '3': 1900, '4': 1900, '5': 2000, '6': 2000 }

/** Checks an individual identification number (ИИН, ЖСН; 12 digits) by its check digit and date of birth. */
export function checkIin(iin: string): IinCheck {
  const nobody = { birthDate: null, sex: null }
  if (iin === '') return { state: 'empty', ...nobody }
  if (!/^\d{12}$/.test(iin)) return { state: 'length', ...nobody }
  const person = { birthDate: birthDate(iin), sex: sex(iin) }
  // Digit 7 is 0 for some foreigners: then there is no century to read.
  if (person.birthDate === null && iin[6] !== '0') return { state: 'date', ...person }
  const expected = checkDigit(iin)
  if (expected === null) return { state: 'neverIssued', ...person }
  return { state: expected === Number(iin[11]) ? 'ok' : 'checkDigit', ...person }
}

/** The digit 12 that digits 1–11 call for; null where no number with them was ever issued. */
function checkDigit(iin: string): number | null {
  const first = weightedSum(iin, firstWeights) % 11
  if (first < 10) return first
  const second = weightedSum(iin, secondWeights) % 11
  return second < 10 ? second : null
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}

function birthDate(iin: string): string | null {
  const century = centuries[iin.charAt(6)]
  if (century === undefined) return null
  const date = `${century + Number(iin.slice(0, 2))}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null
}

function sex(iin: string): 'm' | 'f' | null {
  const digit = Number(iin.charAt(6))
  if (digit < 1 || digit > 6) return null
  return digit % 2 === 1 ? 'm' : 'f'
}
