import type { CaseKind, CaseStatus, Outcome } from '../../shared/model/case.ts'
import type { LetterField, LetterMeta } from '../../shared/model/letter.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'

/** What decides whether a letter may be written now. */
export type LetterMoment = { kind: CaseKind; status: CaseStatus; outcome: Outcome | null }

/** What the register knows already and a field may begin with. */
export type KnownFacts = { reason: string; executedOn: LocalDate | null; executionNote: string }

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

/** The same fields, each with what it begins with: what the register knows, else the suggestion of the pack. */
export function withSuggestions(fields: readonly LetterField[], known: KnownFacts): LetterField[] {
  return fields.map((field) => {
    const fact = field.prefill === undefined ? null : known[field.prefill]
    return fact === null || fact === '' ? field : { ...field, suggestion: { ru: fact, kk: fact } }
  })
}

function holdsOutcome(allowed: readonly Outcome[] | null, outcome: Outcome | null): boolean {
  return allowed === null || (outcome !== null && allowed.includes(outcome))
}
