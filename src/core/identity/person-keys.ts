import type { Applicant } from '../../shared/model/case.ts'
import { emailKey, phoneKey } from './contact-key.ts'
import { foldName } from './search-words.ts'

type Told = Pick<Applicant, 'familyName' | 'givenName' | 'iin' | 'email' | 'phone'>

/**
 * By what a person is known again, however it was typed; empty: not told, or not enough. A name counts with its given
 * name, and Kazakh letters as the Russian ones that people write for them.
 */
export function personKeys({ familyName, givenName, iin, email, phone }: Told): {
  iin: string
  email: string
  phone: string
  name: string
} {
  const [family, given] = [foldName(familyName), foldName(givenName)]
  return {
    iin: iin.length === 12 ? iin : '',
    email: email.includes('@') ? emailKey(email) : '',
    phone: phoneKey(phone) ?? '',
    name: family !== '' && given !== '' ? `${family} ${given}` : '',
  }
}
