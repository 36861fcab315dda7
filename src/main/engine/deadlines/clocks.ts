import { checkDate } from '../../../core/casework/steps.ts'
import { clocksOfEvent, type Law, type StartedClock } from '../../../core/deadlines/start.ts'
import type { CaseKind, ClockEvent } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { AuditDetails } from '../../../shared/model/audit.ts'
import type { WritableDb } from '../db/db.ts'
import { must } from '../failure.ts'
import { runsOwnClock } from './merge-store.ts'
import { endClock, insertClock, refreshDueOn, resumeClocks, runningClocks } from './store.ts'

/** After these nothing is owed: every clock ends. */
const endAll: readonly ClockEvent[] = ['requestWithdrawn', 'annulled', 'merged']

/** Endings that hold only as long as the decision does: once it is taken back, these clocks run on by their first dates. */
export const endingsTakenBack: readonly ClockEvent[] = [
  'refused',
  'nothingFound',
  'redirected',
  'requestWithdrawn',
  'annulled',
  'merged',
]

/** Stores clocks that start to run, and tells them for the record: rule, version, due date. */
export function startClocks(db: WritableDb, caseId: CaseId, clocks: readonly StartedClock[]): AuditDetails {
  for (const clock of clocks) insertClock(db, caseId, clock)
  refreshDueOn(db, caseId)
  if (clocks.length === 0) return {}
  const started = clocks.map(({ rule, dueOn }) => `${rule.id} v${rule.version} → ${dueOn}`)
  return { clocksStarted: started.join('; ') }
}

/**
 * Lets events of a case end and start its clocks, in this order, and tells what they did for the record.
 * A clock can't end before it began: `dateTooEarly`.
 */
export function applyEvents(
  db: WritableDb,
  law: Law,
  of: { id: CaseId; kind: CaseKind },
  events: readonly ClockEvent[],
  on: LocalDate,
): AuditDetails {
  const ended: string[] = []
  const started: StartedClock[] = []
  const resumptions: string[] = []
  for (const event of events) {
    for (const clock of runningClocks(db, of.id)) {
      if (!endAll.includes(event) && !clock.rule.endsOn.includes(event)) continue
      must(checkDate(on, clock.startedOn, on))
      endClock(db, clock.id, on, event)
      ended.push(clock.rule.id)
    }
    const resumed = event === 'decisionRevoked' ? resumeClocks(db, of.id, endingsTakenBack) : []
    if (resumed.length > 0) resumptions.push(...resumed.map(({ rule, dueOn }) => `${rule.id} → ${dueOn}`))
    started.push(
      ...must(clocksOfEvent(law, of.kind, event, on)).filter((clock) => isOwed(db, of.id, event, clock)),
    )
  }
  const endings = ended.length > 0 ? { clocksEnded: ended.join('; ') } : {}
  const runAgain = resumptions.length > 0 ? { clocksResumed: resumptions.join('; ') } : {}
  return { ...endings, ...runAgain, ...startClocks(db, of.id, started) }
}

/** A clock of its own that runs is not started again: its first date holds. An answer is owed anew where none is owed still. */
function isOwed(db: WritableDb, caseId: CaseId, event: ClockEvent, { rule }: StartedClock): boolean {
  if (event !== 'reopened') return !runsOwnClock(db, caseId, rule.id)
  return !runningClocks(db, caseId).some((clock) => clock.rule.endsOn.includes('answered'))
}
