import type { CaseState } from '../../src/core/casework/steps.ts'
import type { CaseKind, CaseStatus } from '../../src/shared/model/case.ts'
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
