import type { CaseKind, CaseStatus, Outcome } from '../../shared/model/case.ts'
import type { LetterField, LetterMeta } from '../../shared/model/letter.ts'

/** What decides whether a letter may be written now. */
export type LetterMoment = { kind: CaseKind; status: CaseStatus; outcome: Outcome | null }

/** Whether the letter may be written in a case of this kind, at this status, with this outcome. */
export function letterFits(meta: LetterMeta, moment: LetterMoment): boolean {
  return (
    meta.kinds.includes(moment.kind) &&
    meta.statuses.includes(moment.status) &&
    holdsOutcome(meta.outcomes, moment.outcome)
  )
}

/** The fields that the letter asks the officer for with this outcome. */
export function fieldsAsked(meta: LetterMeta, outcome: Outcome | null): LetterField[] {
  return meta.fields.filter((field) => holdsOutcome(field.outcomes ?? null, outcome))
}

function holdsOutcome(allowed: readonly Outcome[] | null, outcome: Outcome | null): boolean {
  return allowed === null || (outcome !== null && allowed.includes(outcome))
}
