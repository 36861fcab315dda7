import { checkFields } from '../../../core/casework/fields.ts'
import { checkPowerDates, judgeWhoAsks } from '../../../core/casework/steps.ts'
import type { AuditDetails } from '../../../shared/model/audit.ts'
import type { Applicant, Representative } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { changesOf } from '../audit/changes.ts'
import { must } from '../failure.ts'
import { forgetAddressee } from '../letters/draft-store.ts'
import { takeBackUnsent } from '../mail/take-back.ts'
import type { Deed, Session } from '../session.ts'
import {
  deleteRepresentative,
  insertRepresentative,
  representativeOf,
  supersedeVerifications,
} from './identity-store.ts'
import { indexCase } from './search-store.ts'
import { updateCase, updatePerson, type StoredCase } from './store.ts'
import { mustFindKept } from './take-step.ts'

/** What was taken down wrong stays in the record. An answer in another language is nobody else's answer. */
export function correctApplicant(
  session: Session,
  { id, applicant }: { id: CaseId; applicant: Applicant },
): Record<string, never> {
  return session.command((deed) => {
    const { db, record, changed } = deed
    const found = mustFindKept(db, id)
    must(judgeWhoAsks(found.status))
    must(checkFields(found.kind, applicant, found.details))
    const changes = changesOf(found.applicant, applicant)
    const { lang: _, ...ofPerson } = changes
    if (Object.keys(changes).length === 0) return {}
    updatePerson(db, id, applicant)
    forgetAddressee(db, id)
    session.forgetShown()
    indexCase(db, id)
    const back = Object.keys(ofPerson).length > 0 ? verifyAnew(deed, found) : {}
    record('applicantCorrected', id, { ...changes, ...back })
    changed('cases')
    return {}
  })
}

export function setRepresentative(
  session: Session,
  { id, representative }: { id: CaseId; representative: Representative | null },
): Record<string, never> {
  return session.command((deed) => {
    const { db, record, changed, today } = deed
    const found = mustFindKept(db, id)
    must(judgeWhoAsks(found.status))
    if (representative) must(checkPowerDates(representative, today))
    const before = representativeOf(db, id)
    if (representative) insertRepresentative(db, id, representative)
    else deleteRepresentative(db, id)
    session.forgetShown()
    indexCase(db, id)
    record('representativeSet', id, { ...changesOf(before, representative), ...verifyAnew(deed, found) })
    changed('cases')
    return {}
  })
}

/**
 * Somebody else asks, as far as one knows: who it is is verified anew, and what was to go to whoever was known before does
 * not go. Gives what that did to the case. Fails with `mailStateWrong`.
 */
function verifyAnew(deed: Deed, found: StoredCase): AuditDetails {
  takeBackUnsent(deed, found.id)
  supersedeVerifications(deed.db, found.id)
  if (found.status !== 'inWork') return {}
  updateCase(deed.db, found, { status: 'registered' })
  return { from: 'inWork', to: 'registered' }
}
