import { judgeStep } from '../../../core/casework/steps.ts'
import type { Prospect } from '../../../shared/contract/bulk.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Step } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { AuditEntry } from '../../../shared/model/audit.ts'
import { changesOf } from '../audit/changes.ts'
import { entriesOfCase } from '../audit/store.ts'
import { updateCase } from '../cases/store.ts'
import { mustFindCase, stateOf, takeStep } from '../cases/take-step.ts'
import { hindrance } from '../failure.ts'
import type { Session } from '../session.ts'

/** Whether each case can be closed now. A late one can, once it is said why. */
export function previewClose(session: Session, ids: readonly CaseId[]): Prospect[] {
  return session.query((db) =>
    ids.map((id) => {
      const found = mustFindCase(db, id)
      const state = stateOf(db, session.packs, found, session.today)
      const judged = judgeStep(state, closing(state.late ? '—' : ''), session.today)
      return { id, number: found.number, late: state.late, problem: judged.ok ? null : judged.error }
    }),
  )
}

function closing(latenessReason: string): Step {
  return { action: 'close', latenessReason: latenessReason === '' ? null : latenessReason }
}

export async function closeCases(
  session: Session,
  { task, ids, latenessReason }: { task: string; ids: readonly CaseId[]; latenessReason: string },
): Promise<Output<'bulk.close'>> {
  const reason = latenessReason.trim()
  const fit = previewClose(session, ids).filter(({ problem, late }) => !problem && (!late || reason !== ''))
  const { done, stopped } = await session.tasks.each(task, fit, async (one): Promise<Prospect> => {
    // A case may have changed since it was looked at: that does not stop the others.
    const problem = await hindrance(() => takeStep(session, one.id, closing(one.late ? reason : '')))
    return { ...one, problem }
  })
  return {
    closed: done.filter(({ problem }) => problem === null).map(({ id }) => id),
    problems: done.filter(({ problem }) => problem !== null),
    stopped,
  }
}

/** The reason that stood before a closing; null: there was none. */
function latenessBefore({ details }: AuditEntry): string | null {
  const told = details['latenessReason']
  return typeof told === 'object' && typeof told?.before === 'string' ? told.before : null
}

/** A case is opened again only while its closing is the last thing that happened to it. */
export function undoClose(session: Session, ids: readonly CaseId[]): { opened: number } {
  return session.command(({ db, record, changed }) => {
    let opened = 0
    for (const id of ids) {
      const last = entriesOfCase(db, id).at(-1)
      if (last?.action !== 'closed') continue
      const { from } = last.details
      const found = mustFindCase(db, id)
      if (found.status !== 'closed' || (from !== 'answered' && from !== 'executed' && from !== 'decided'))
        continue
      const latenessReason = latenessBefore(last)
      updateCase(db, found, { status: from, latenessReason })
      const changes = changesOf({ latenessReason: found.latenessReason }, { latenessReason })
      record('closeUndone', id, { from: 'closed', to: from, ...changes })
      opened += 1
    }
    changed('cases')
    return { opened }
  })
}
