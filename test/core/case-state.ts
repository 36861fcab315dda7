import type { CaseState } from '../../src/core/casework/steps.ts'
import { transitions, type Transition } from '../../src/core/casework/transitions.ts'
import { type CaseKind, CaseStatus, Outcome, type StepAction } from '../../src/shared/model/case.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'

export const today = LocalDate.parse('2026-11-23')

/** A case at a place of its way, with nothing that hinders it. */
export function state(kind: CaseKind, status: CaseStatus, change: Partial<CaseState> = {}): CaseState {
  const receivedOn = LocalDate.parse('2026-11-20')
  return {
    kind,
    status,
    outcome: null,
    ground: null,
    receivedOn,
    blocked: false,
    powerValidUntil: undefined,
    systemsSearched: true,
    systemsTreated: true,
    openClocks: 0,
    late: false,
    ...change,
  }
}

/** Where a case can stand. */
export type Place = { status: CaseStatus; outcome: Outcome | null }

/** Where a line of the table leads from a place. */
export function follow({ action, to, choices }: Transition, { status, outcome }: Place): Place[] {
  const next = to === 'same' ? status : to
  if (action === 'reopen') return [{ status: next, outcome: null }]
  return choices ? choices.map((choice) => ({ status: next, outcome: choice })) : [{ status: next, outcome }]
}

export function linesAt(kind: CaseKind, { status, outcome }: Place): Transition[] {
  return transitions[kind].filter(
    ({ from, outcomes: only }) =>
      from.includes(status) && (!only || (outcome !== null && only.includes(outcome))),
  )
}

/** Every place a case of the kind can come to from its registration, by the lines that are not left out. */
export function placesOf(kind: CaseKind, without: readonly StepAction[] = []): Place[] {
  const places: Place[] = [{ status: 'registered', outcome: null }]
  for (const place of places) {
    for (const line of linesAt(kind, place).filter(({ action }) => !without.includes(action))) {
      for (const next of follow(line, place)) {
        if (!places.some(({ status, outcome }) => status === next.status && outcome === next.outcome))
          places.push(next)
      }
    }
  }
  const order = (place: Place) =>
    CaseStatus.options.indexOf(place.status) * 10 +
    (place.outcome ? Outcome.options.indexOf(place.outcome) + 1 : 0)
  return places.toSorted((a, b) => order(a) - order(b))
}
