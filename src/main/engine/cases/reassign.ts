import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { entriesOfCase } from '../audit/store.ts'
import type { ReadableDb } from '../db/db.ts'
import { findOfficer } from '../officers/store.ts'
import type { Deed, Session } from '../session.ts'
import { assigneeOf, assignCase } from './store.ts'
import { mustFindCase, mustFindKept } from './take-step.ts'

type Assignment = { id: CaseId; assigneeId: number | null }

/** Gives cases to officers, each told in its history. What undoes it is given back. */
export function reassignCases(
  session: Session,
  assignments: readonly Assignment[],
): Output<'cases.reassign'> {
  return session.command((deed) => {
    const undo: Assignment[] = []
    for (const assignment of assignments) {
      const { id } = mustFindKept(deed.db, assignment.id)
      const before = assigneeOf(deed.db, id)
      if (reassign(deed, assignment, before)) undo.push({ id, assigneeId: before?.id ?? null })
    }
    deed.changed('cases')
    return { undo }
  })
}

/** A case goes back to who had it before only while its being given away is the last thing that happened to it. */
export function undoReassign(session: Session, assignments: readonly Assignment[]): { undone: number } {
  return session.command((deed) => {
    const undone = assignments.filter((assignment) => {
      const last = entriesOfCase(deed.db, assignment.id).at(-1)
      const had = mustFindAssignee(deed.db, assignment.assigneeId)?.name ?? null
      if (last?.action !== 'reassigned' || last.details['officerBefore'] !== had) return false
      return reassign(deed, assignment, assigneeOf(deed.db, assignment.id))
    })
    deed.changed('cases')
    return { undone: undone.length }
  })
}

/** False where the officer has the case already. Fails with `officerUnknown`. */
function reassign(
  { db, record }: Deed,
  { id, assigneeId }: Assignment,
  before: ReturnType<typeof assigneeOf>,
): boolean {
  const officer = mustFindAssignee(db, assigneeId)
  if ((before?.id ?? null) === assigneeId) return false
  assignCase(db, id, assigneeId)
  record('reassigned', id, { officerBefore: before?.name ?? null, officer: officer?.name ?? null })
  return true
}

function mustFindAssignee(db: ReadableDb, id: number | null): ReturnType<typeof findOfficer> | null {
  const officer = id === null ? null : findOfficer(db, id)
  if (officer === undefined) throw new AppFailure('officerUnknown', {})
  return officer
}

/** What `reassignCases` would do if all of them went to one officer: those who have most of them first. */
export function previewReassign(
  db: ReadableDb,
  { ids, assigneeId }: { ids: readonly CaseId[]; assigneeId: number },
): Output<'bulk.previewReassign'> {
  if (!findOfficer(db, assigneeId)) throw new AppFailure('officerUnknown', {})
  const counts = new Map<string | null, number>()
  let staying = 0
  for (const id of new Set(ids)) {
    mustFindCase(db, id)
    const before = assigneeOf(db, id)
    if (before?.id === assigneeId) staying += 1
    else counts.set(before?.name ?? null, (counts.get(before?.name ?? null) ?? 0) + 1)
  }
  const from = [...counts].map(([assignee, cases]) => ({ assignee, cases }))
  return { from: from.toSorted((a, b) => b.cases - a.cases), staying }
}
