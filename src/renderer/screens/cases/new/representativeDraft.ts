import type { Representative } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import type { Texts } from '../../../i18n/index.ts'
import { isTooLong } from './nameLimit.ts'

/** A representative as typed: the date of the power may still be missing. */
export type RepresentativeDraft = Omit<Representative, 'powerIssuedOn'> & { powerIssuedOn: LocalDate | null }

export const noRepresentative: RepresentativeDraft = {
  name: '',
  powerNumber: '',
  powerIssuedOn: null,
  powerIssuer: '',
  powerValidUntil: null,
}

/** The representative, or null while a particular of the power is missing or the name is too long. */
export function toRepresentative(draft: RepresentativeDraft): Representative | null {
  const { name, powerNumber, powerIssuedOn, powerIssuer } = draft
  const hasGap = [name, powerNumber, powerIssuer].some((text) => text.trim() === '')
  return hasGap || isTooLong(name) || !powerIssuedOn ? null : { ...draft, powerIssuedOn }
}

export function checkRepresentative(draft: RepresentativeDraft, { request }: Texts): string | undefined {
  return toRepresentative(draft) ? undefined : request.powerMissing
}
