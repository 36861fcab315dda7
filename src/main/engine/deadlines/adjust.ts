import {
  adjustedDueDate,
  checkExtension,
  checkPause,
  isProvisionalNow,
} from '../../../core/deadlines/adjustment.ts'
import { computeDueDate, warningDay } from '../../../core/deadlines/due-date.ts'
import { checkDate } from '../../../core/casework/steps.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { AuditAction, AuditDetails } from '../../../shared/model/audit.ts'
import type { AdjustmentId, ClockId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { ClockRule } from '../../../shared/model/rule.ts'
import { must } from '../failure.ts'
import type { Deed, Session } from '../session.ts'
import {
  activeAdjustments,
  endPause,
  findAdjustment,
  insertAdjustment,
  markRevoked,
  toCounted,
} from './adjustment-store.ts'
import { adjustClock, findClock, type RunningClock } from './running-store.ts'
import { refreshDueOn } from './store.ts'

/** A pause and an extension exist only with a reason and a basis. */
type Grounds = { clockId: ClockId; reason: string; basis: string }
type Change = { action: AuditAction; details: AuditDetails }

/** Changes what moves a running clock, dates it anew, and tells it in the history of its case. */
function adjust(
  session: Session,
  clockId: ClockId,
  change: (deed: Deed, clock: RunningClock, rule: ClockRule) => Change,
): Record<string, never> {
  return session.command((deed) => {
    const clock = findClock(deed.db, clockId)
    if (!clock) throw new AppFailure('clockNotFound', {})
    if (clock.endedOn !== null) throw new AppFailure('clockEnded', {})
    const rule = ClockRule.parse(JSON.parse(clock.rule))
    const { action, details } = change(deed, clock, rule)
    const active = activeAdjustments(deed.db, clockId)
    const term = { ...rule, statedDueOn: clock.dueOn }
    const { calendar } = session.law
    const adjusted = must(adjustedDueDate(clock.startedOn, term, toCounted(active), calendar))
    const effectiveOn = adjusted?.dueOn ?? clock.dueOn
    const { provisional } = must(computeDueDate(clock.startedOn, term, calendar))
    adjustClock(deed.db, clockId, {
      effectiveOn,
      trace: adjusted?.trace ?? null,
      provisional: isProvisionalNow({ dueOn: clock.dueOn, provisional }, effectiveOn, calendar),
      paused: active.some(({ type, until }) => type === 'pause' && until === null),
      warnOn: warningDay(clock.startedOn, effectiveOn, rule.warnWorkingDays, calendar),
    })
    refreshDueOn(deed.db, clock.caseId)
    const moved =
      clock.effectiveOn === effectiveOn ? {} : { dueBefore: clock.effectiveOn, dueNow: effectiveOn }
    deed.record(action, clock.caseId, { rule: `${rule.id} v${rule.version}`, ...details, ...moved })
    deed.changed('cases')
    return {}
  })
}

export function pauseClock(
  session: Session,
  { clockId, from, reason, basis }: Grounds & { from: LocalDate },
): Record<string, never> {
  return adjust(session, clockId, ({ db, today, officer, at }, clock, { unit }) => {
    const pauses = activeAdjustments(db, clock.id).filter(({ type }) => type === 'pause')
    must(checkPause({ ...clock, unit }, pauses, from, today))
    insertAdjustment(db, clock.id, { type: 'pause', from, until: null, reason, basis, officer, at })
    return { action: 'clockPaused', details: { on: from, reason, basis } }
  })
}

export function resumeClock(session: Session, clockId: ClockId, on: LocalDate): Record<string, never> {
  return adjust(session, clockId, ({ db, today }, clock) => {
    const pause = activeAdjustments(db, clock.id).find(
      ({ type, until }) => type === 'pause' && until === null,
    )
    if (!pause) throw new AppFailure('notPaused', {})
    must(checkDate(on, pause.from, today))
    endPause(db, pause.id, on)
    return { action: 'clockResumed', details: { on } }
  })
}

export function extendClock(
  session: Session,
  { clockId, until, reason, basis }: Grounds & { until: LocalDate },
): Record<string, never> {
  return adjust(session, clockId, ({ db, today, officer, at }, clock, { unit }) => {
    must(checkExtension({ ...clock, unit }, until))
    insertAdjustment(db, clock.id, { type: 'extension', from: today, until, reason, basis, officer, at })
    return { action: 'clockExtended', details: { until, reason, basis } }
  })
}

export function revokeAdjustment(
  session: Session,
  { id, reason }: { id: AdjustmentId; reason: string },
): Record<string, never> {
  const found = session.query((db) => findAdjustment(db, id))
  if (!found || found.revoked) throw new AppFailure('adjustmentUnknown', {})
  return adjust(session, found.clockId, ({ db, officer, at }) => {
    markRevoked(db, found.id, { at, officer, reason })
    return { action: 'adjustmentRevoked', details: { type: found.type, reason } }
  })
}
