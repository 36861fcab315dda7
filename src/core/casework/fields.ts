import { fail, ok, type Result } from '../../shared/errors.ts'
import type { Applicant, CaseDetails, CaseKind, Ground } from '../../shared/model/case.ts'
import { contactKeys } from '../identity/contact-key.ts'

/** What may be asked of a request besides who, when, how and what it says. */
export type CaseField =
  | 'organisation'
  | 'contact'
  | 'ground'
  | 'demand'
  | 'amountTiyn'
  | 'referenceNumber'
  | 'referenceOn'
  | 'statedDueOn'

/** What each kind asks for: `required` fields keep a case without them from being registered. */
export const caseFields: Record<
  CaseKind,
  { required: readonly CaseField[]; optional: readonly CaseField[] }
> = {
  access: { required: [], optional: [] },
  rectification: { required: ['demand'], optional: [] },
  blocking: { required: ['ground', 'demand'], optional: [] },
  destruction: { required: ['ground', 'demand'], optional: [] },
  withdrawal: { required: ['demand'], optional: [] },
  // An address or a number as such: without one there is nothing to stop mailing to.
  optout: { required: ['contact'], optional: [] },
  // What is demanded, or how much.
  claim: { required: ['demand'], optional: ['amountTiyn', 'organisation', 'referenceNumber', 'referenceOn'] },
  question: { required: [], optional: ['organisation'] },
  authority: {
    required: ['organisation', 'referenceNumber', 'referenceOn', 'statedDueOn'],
    optional: ['demand', 'ground'],
  },
}

/** The grounds a kind may rest on; a rectification is always about inaccurate data. */
export const groundsOf: Partial<Record<CaseKind, readonly Ground[]>> = {
  blocking: ['inaccurate', 'unlawful'],
  destruction: ['unlawful', 'notNeeded'],
  // The authority, too, may say so, and then the data are blocked (policy cl. 28(4)).
  authority: ['inaccurate', 'unlawful'],
}

/** What a request says is wrong with the data; null: nothing. */
export function groundOf(kind: CaseKind, ground: Ground | null): Ground | null {
  return kind === 'rectification' ? 'inaccurate' : ground
}

/** True: the request says that data are inaccurate or processed unlawfully, so they are blocked at once (cl. 28(4)). */
export function isDisputed(kind: CaseKind, ground: Ground | null): boolean {
  const said = groundOf(kind, ground)
  return said === 'inaccurate' || said === 'unlawful'
}

export function asksFor(kind: CaseKind, field: CaseField): boolean {
  const { required, optional } = caseFields[kind]
  return required.includes(field) || optional.includes(field)
}

/** The fields that a request of its kind still lacks. */
export function missingFields(
  kind: CaseKind,
  applicant: Applicant,
  details: CaseDetails,
): (CaseField | 'familyName')[] {
  const missing = caseFields[kind].required.filter((field) => isMissing(kind, field, applicant, details))
  const isNameless = applicant.familyName.trim() === '' && applicant.organisation.trim() === ''
  return isNameless && !missing.includes('organisation') ? ['familyName', ...missing] : missing
}

/** Refuses a request that lacks a field with `caseFieldMissing`, naming the first. */
export function checkFields(kind: CaseKind, applicant: Applicant, details: CaseDetails): Result<null> {
  const [field] = missingFields(kind, applicant, details)
  return field ? fail('caseFieldMissing', { field }) : ok(null)
}

function isMissing(kind: CaseKind, field: CaseField, applicant: Applicant, details: CaseDetails): boolean {
  switch (field) {
    case 'organisation':
      return applicant.organisation.trim() === ''
    case 'contact':
      return contactKeys(`${applicant.email} ; ${applicant.phone}`).length === 0
    case 'ground':
      return details.ground === null || !(groundsOf[kind] ?? []).includes(details.ground)
    case 'demand':
      return details.demand.trim() === '' && (kind !== 'claim' || details.amountTiyn === null)
    case 'referenceNumber':
      return details.referenceNumber.trim() === ''
    case 'amountTiyn':
    case 'referenceOn':
    case 'statedDueOn':
      return details[field] === null
  }
}
