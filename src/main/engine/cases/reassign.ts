import type { Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb } from '../db/db.ts'
import { findOfficer } from '../officers/store.ts'
import type { Session } from '../session.ts'
import { assigneeOf, assignCase } from './store.ts'
import { mustFindCase, mustFindKept } from './take-step.ts'

type Assignment = { id: CaseId; assigneeId: number | null }

/** Gives cases to officers, each told in its history. What undoes it is given back. */
export function reassignCases(
  session: Session,
  assignments: readonly Assignment[],
): Output<'cases.reassign'> {
  return session.command(({ db, record, changed }) => {
    const undo: Assignment[] = []
    for (const { id, assigneeId } of assignments) {
      mustFindKept(db, id)
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
