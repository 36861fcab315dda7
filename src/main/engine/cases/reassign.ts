import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { findOfficer } from '../officers/store.ts'
import type { Session } from '../session.ts'
import { assigneeOf, assignCase } from './store.ts'
import { mustFindCase } from './take-step.ts'

type Assignment = { id: CaseId; assigneeId: number | null }

/** Gives cases to officers, each told in its history. What undoes it is given back. */
export function reassignCases(
  session: Session,
  assignments: readonly Assignment[],
): Output<'cases.reassign'> {
  return session.command(({ db, record, changed }) => {
    const undo: Assignment[] = []
    for (const { id, assigneeId } of assignments) {
      mustFindCase(db, id)
      const officer = assigneeId === null ? null : findOfficer(db, assigneeId)
      if (officer === undefined) throw new AppFailure('officerUnknown', {})
      const before = assigneeOf(db, id)
      if ((before?.id ?? null) === assigneeId) continue
      assignCase(db, id, assigneeId)
      record('reassigned', id, { officerBefore: before?.name ?? null, officer: officer?.name ?? null })
      undo.push({ id, assigneeId: before?.id ?? null })
    }
    changed('cases')
    return { undo }
  })
}
