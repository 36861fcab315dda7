import { z } from 'zod'
import { Applicant, CaseKind, CaseStatus, requiredNote } from '../model/case.ts'
import { CaseId } from '../model/ids.ts'
import { LocalDate } from '../model/local-date.ts'
import { command, query } from './call.ts'

/** `duplicate`: the same request again. `follows`: grew from the other, as a claim from a refusal. */
export const RelationType = z.enum(['duplicate', 'follows', 'related'])
export type RelationType = z.infer<typeof RelationType>

const OtherCase = z.object({
  id: CaseId,
  number: z.string(),
  kind: CaseKind,
  status: CaseStatus,
  receivedOn: LocalDate,
})

/** A case that is linked with this one; `isLater`: this one is the later of the two. */
export const RelatedCase = OtherCase.extend({ type: RelationType, isLater: z.boolean() })
export type RelatedCase = z.infer<typeof RelatedCase>

/** An open case of what may be the same person, and by what one may think so. */
const SimilarCase = OtherCase.extend({
  applicantName: z.string(),
  same: z.enum(['iin', 'email', 'phone', 'name']),
  sameKind: z.boolean(),
})
export type SimilarCase = z.infer<typeof SimilarCase>

const number = z.string().trim().max(40)

export const relations = {
  /** Open cases of the same person, those of the same kind first: they may be the same request. */
  similar: query({
    input: z.object({
      kind: CaseKind.nullable(),
      applicant: Applicant.pick({ familyName: true, givenName: true, iin: true, email: true, phone: true }),
    }),
    output: z.object({ cases: z.array(SimilarCase) }),
  }),
  /** Links two cases, the one with `id` being the later. Linking them again changes the kind of link. */
  relate: command({
    input: z.object({ id: CaseId, otherNumber: number, type: RelationType }),
    output: z.object({}),
  }),
  unrelate: command({ input: z.object({ id: CaseId, otherId: CaseId }), output: z.object({}) }),
  /**
   * Makes a case part of an earlier one of the same kind: it ends without an answer, and says where the work goes on.
   * Fails with `mergeIntoEarlier`, `mergeOtherKind`, `mergeOtherPerson`, `mergeAfterDecision`, `caseClosed` or `stillBlocked`.
   */
  merge: command({
    input: z.object({ id: CaseId, intoNumber: number, reason: requiredNote }),
    output: z.object({}),
  }),
}
