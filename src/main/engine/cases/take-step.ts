import { isSearched, isTreated } from '../../../core/casework/execution.ts'
import {
  groundFits,
  judgeAnswer,
  judgeStep,
  type CaseState,
  type StepEffect,
} from '../../../core/casework/steps.ts'
import type { Law } from '../../../core/deadlines/start.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { AuditAction, AuditDetails } from '../../../shared/model/audit.ts'
import type { CaseStatus, Step } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { insertBlocking, liftBlocking } from '../blocking/store.ts'
import type { ReadableDb } from '../db/db.ts'
import { applyEvents, endingsTakenBack } from '../deadlines/clocks.ts'
import { returnClocks } from '../deadlines/merge-store.ts'
import { isLate, runningClocks } from '../deadlines/store.ts'
import { notesOf, readSystems, refuseUnknownSystems } from '../execution/store.ts'
import { destructionOf } from '../retention/store.ts'
import { contactsOf, suppress } from '../suppression/store.ts'
import { must } from '../failure.ts'
import type { Packs } from '../packs/load.ts'
import type { Deed, Session } from '../session.ts'
import { insertVerification, representativeOf } from './identity-store.ts'
import { indexCase } from './search-store.ts'
import {
  findCase,
  reclaimEmail,
  releaseEmail,
  updateCase,
  type CaseChange,
  type StoredCase,
} from './store.ts'

/** Takes one step of casework. What is allowed and needed: `core/casework`. Refused steps change nothing. */
export function takeStep(session: Session, id: CaseId, step: Step): { status: CaseStatus } {
  return session.command((deed) => {
    const found = mustFindKept(deed.db, id)
    const state = stateOf(deed.db, session.packs, found, deed.today)
    const effect = must(judgeStep(state, step, deed.today))
    refuseUnfitGround(session.packs, found, step)
    if (step.action === 'block') refuseUnknownSystems(deed.db, session.packs, step.systems)
    updateCase(deed.db, found, { status: effect.status, ...changeOf(step, found) })
    keepVerification(deed, found, step)
    keepBlocking(deed, found, step, effect.on)
    suppressApplicant(deed, session, found, step, effect.on)
    if (step.action === 'decide' || step.action === 'execute') indexCase(deed.db, id)
    if (step.action === 'annul') releaseEmail(deed.db, id)
    if (step.action === 'reopen') {
      reclaimEmail(deed.db, found)
      takeBackClocks(deed, found)
    }
    recordStep(deed, session.law, found, effect, deedOf(step, found))
    return { status: effect.status }
  })
}

/** A duplicate that is taken up again owes itself what went over with its merge: who had it meanwhile is told. */
function takeBackClocks({ db, today, record }: Deed, { id, number }: StoredCase): void {
  for (const [holderId, rules] of returnClocks(db, id, endingsTakenBack, today)) {
    record('mergeUndone', holderId, { case: number, clocksReturned: rules.join('; ') })
  }
}

/** Fails with `caseDestroyed`. */
export function refuseDestroyed(db: ReadableDb, id: CaseId): void {
  if (destructionOf(db, id)) throw new AppFailure('caseDestroyed', {})
}

function keepVerification({ db, at, officer }: Deed, { id, round }: StoredCase, step: Step): void {
  if (step.action !== 'verifyIdentity' && step.action !== 'failVerification') return
  const { method, compared } = step
  insertVerification(db, id, round, {
    method,
    compared,
    confirmed: step.action === 'verifyIdentity',
    officer,
    at,
  })
}

/** The register of blockings follows the steps. */
function keepBlocking({ db, officer }: Deed, { id }: StoredCase, step: Step, on: LocalDate): void {
  if (step.action === 'block') insertBlocking(db, id, { ...step, on, officer })
  if (step.action === 'unblock') liftBlocking(db, id, { on, officer, why: step.why })
}

/** Who withdrew the consent or opted out is mailed nothing any more, though all else of them be destroyed. */
function suppressApplicant(
  { db, officer, record, changed }: Deed,
  { ports }: Session,
  { id, kind, applicant }: StoredCase,
  step: Step,
  on: LocalDate,
): void {
  if (step.action !== 'execute' || (kind !== 'withdrawal' && kind !== 'optout')) return
  const about = { reason: kind, caseId: id, on, officer } as const
  record('suppressed', id, { contacts: suppress(db, ports.random, contactsOf(applicant), about) })
  changed('suppression')
}

function refuseUnfitGround(packs: Packs, of: StoredCase, step: Step): void {
  if (step.action !== 'decide' || step.refusalGround === null) return
  const ground = packs.refusalGrounds.find(({ id }) => id === step.refusalGround)
  if (!ground || !groundFits(ground, of)) throw new AppFailure('refusalGroundMissing', {})
}

/**
 * The letter that answers a case was delivered on a day. A letter of an earlier round, and a case whose state knows no
 * answer, leave the case as it is: the delivery stands in the history by itself.
 */
export function answerCase(
  deed: Deed,
  { law, packs }: Pick<Session, 'law' | 'packs'>,
  letter: { caseId: CaseId; number: string; round: number },
  on: LocalDate,
): void {
  const found = mustFindCase(deed.db, letter.caseId)
  if (letter.round !== found.round) return
  const effect = judgeAnswer(stateOf(deed.db, packs, found, deed.today), on)
  if (!effect.ok) return
  updateCase(deed.db, found, { status: effect.value.status })
  recordStep(deed, law, found, effect.value, { action: 'answered', details: { letter: letter.number } })
}

export function mustFindCase(db: ReadableDb, id: CaseId): StoredCase {
  const found = findCase(db, id)
  if (!found) throw new AppFailure('caseNotFound', {})
  return found
}

/** A case that may be written to. Fails with `caseNotFound`, or with `caseDestroyed`. */
export function mustFindKept(db: ReadableDb, id: CaseId): StoredCase {
  refuseDestroyed(db, id)
  return mustFindCase(db, id)
}

/** What the table of transitions needs to know of a case. */
export function stateOf(db: ReadableDb, packs: Packs, of: StoredCase, today: LocalDate): CaseState {
  const notes = notesOf(db, of)
  const inUse = readSystems(db, packs.catalogs.systems).filter(({ active }) => active)
  return {
    kind: of.kind,
    status: of.status,
    outcome: of.outcome,
    ground: of.details.ground,
    receivedOn: of.receivedOn,
    blocked: of.blocked,
    powerValidUntil: representativeOf(db, of.id)?.powerValidUntil,
    systemsSearched: isSearched(
      inUse.map(({ id }) => id),
      notes,
    ),
    systemsTreated: isTreated(notes, of),
    openClocks: runningClocks(db, of.id).length,
    late: isLate(db, of.id, today),
  }
}

function recordStep(
  deed: Deed,
  law: Law,
  of: StoredCase,
  effect: StepEffect,
  what: { action: AuditAction; details: AuditDetails },
): void {
  const clocks = applyEvents(deed.db, law, of, effect.events, effect.on)
  const status = effect.status === of.status ? {} : { from: of.status, to: effect.status }
  deed.record(what.action, of.id, { on: effect.on, ...what.details, ...status, ...clocks })
  deed.changed('cases')
}

function changeOf(step: Step, before: StoredCase): CaseChange {
  switch (step.action) {
    case 'block':
      return { blocked: true }
    case 'unblock':
      return { blocked: false }
    case 'decide':
      return { outcome: step.outcome, refusalGround: step.refusalGround, reason: step.reason }
    case 'close':
      return { latenessReason: step.latenessReason }
    case 'reopen':
      return {
        annulled: false,
        round: before.round + 1,
        outcome: null,
        refusalGround: null,
        reason: '',
        executedOn: null,
        executionNote: '',
      }
    case 'execute':
      return { executedOn: step.executedOn, executionNote: step.what }
    case 'handToCourt':
      return { courtOn: step.handedOn }
    case 'takeUp':
    case 'verifyIdentity':
    case 'failVerification':
    case 'proceedUnverified':
    case 'receiveDocuments':
      return {}
    case 'annul':
      return { annulled: true }
  }
}

function deedOf(step: Step, before: StoredCase): { action: AuditAction; details: AuditDetails } {
  switch (step.action) {
    case 'takeUp':
      return { action: 'takenUp', details: {} }
    case 'verifyIdentity':
      return { action: 'identityVerified', details: { method: step.method, compared: step.compared } }
    case 'failVerification':
      return { action: 'identityNotConfirmed', details: { method: step.method, compared: step.compared } }
    case 'proceedUnverified':
      return { action: 'proceededUnverified', details: { reason: step.reason } }
    case 'handToCourt':
      return { action: 'handedToCourt', details: { what: step.what } }
    case 'receiveDocuments':
      return { action: 'documentsReceived', details: { what: step.what } }
    case 'block':
      return { action: 'blocked', details: { what: step.what } }
    case 'unblock':
      return { action: 'unblocked', details: { why: step.why } }
    case 'decide':
      return {
        action: 'decided',
        details: { outcome: step.outcome, refusalGround: step.refusalGround, reason: step.reason },
      }
    case 'execute':
      return { action: 'executed', details: { what: step.what } }
    case 'close':
      return { action: 'closed', details: { latenessReason: latenessTold(step, before) } }
    case 'reopen':
      return { action: 'reopened', details: { reason: step.reason } }
    case 'annul':
      return { action: 'annulled', details: { reason: step.reason } }
  }
}

/** A case that was closed late before has a reason already: taking the closing back restores it. */
function latenessTold(
  { latenessReason: now }: Extract<Step, { action: 'close' }>,
  { latenessReason: before }: StoredCase,
): AuditDetails[string] {
  return before === null ? now : { before, now }
}
