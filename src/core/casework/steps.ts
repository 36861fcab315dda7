import { fail, ok, type Result } from '../../shared/errors.ts'
import type {
  CaseKind,
  CaseStatus,
  ClockEvent,
  Ground,
  Outcome,
  Representative,
  Step,
  StepAction,
} from '../../shared/model/case.ts'
import type { RefusalGround } from '../../shared/model/catalog.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import { transitions, type Need, type Transition } from './transitions.ts'

/** What a step is judged by. */
export type CaseState = {
  kind: CaseKind
  status: CaseStatus
  outcome: Outcome | null
  ground: Ground | null
  receivedOn: LocalDate
  /** Data are blocked now. */
  blocked: boolean
  /** Last day of the representative's power; null: it has no term. Undefined: the applicant acts in person. */
  powerValidUntil: LocalDate | null | undefined
  /** Every system of the catalog has a finding. */
  systemsSearched: boolean
  /** Something was done in every system where data were found. */
  systemsTreated: boolean
  openClocks: number
  /** A clock ended after its due date, or runs past it. */
  late: boolean
}

/** What a step does to a case. */
export type StepEffect = {
  status: CaseStatus
  /** Day the step happened on, and the events by which it starts and ends clocks. */
  on: LocalDate
  events: ClockEvent[]
}

/** The first day that personal data had a law of their own: Law 94-V is of 21 May 2013. */
export const earliestDate = '2013-05-21'

function linesFor(state: CaseState, action: StepAction): Transition[] {
  return transitions[state.kind].filter(
    (line) =>
      line.action === action &&
      line.from.includes(state.status) &&
      (!line.outcomes || (state.outcome !== null && line.outcomes.includes(state.outcome))),
  )
}

/** The steps that may be taken now, in the order of the table. What each still needs is told when it is taken. */
export function allowedSteps(state: CaseState): StepAction[] {
  const actions = transitions[state.kind].map((line) => line.action)
  return [...new Set(actions)].filter((action) => linesFor(state, action).length > 0 && isApt(state, action))
}

function isApt(state: CaseState, action: StepAction): boolean {
  if (action === 'block') return !state.blocked
  if (action === 'unblock') return state.blocked
  return true
}

/** The outcomes that may be chosen now; none where nothing can be decided. */
export function allowedOutcomes(state: CaseState): readonly Outcome[] {
  return linesFor(state, 'decide').flatMap((line) => line.choices ?? [])
}

/** Whether a refusal may rest on the ground, as the case stands: none contradicts what is recorded of the identity. */
export function groundFits(
  ground: RefusalGround,
  { kind, status }: Pick<CaseState, 'kind' | 'status'>,
): boolean {
  if (!ground.kinds.includes(kind)) return false
  return status === 'registered'
    ? ground.beforeVerification !== undefined
    : ground.beforeVerification !== 'only'
}

/** Judges a step against the table and its needs, and tells what it does. `today` is the day in Almaty. */
export function judgeStep(state: CaseState, step: Step, today: LocalDate): Result<StepEffect> {
  const lines = isApt(state, step.action) ? linesFor(state, step.action) : []
  if (lines.length === 0) return fail('stepNotAllowed', { status: state.status, action: step.action })
  const line = step.action === 'decide' ? lineOfDecision(lines, step.outcome) : lines[0]
  if (!line) return fail('outcomeNotAllowed', { outcome: step.action === 'decide' ? step.outcome : '' })
  for (const need of line.needs ?? []) {
    const met = checkNeed(state, step, need, today)
    if (!met.ok) return met
  }
  const on = dayOfStep(step) ?? today
  const date = checkDate(on, state.receivedOn, today)
  if (!date.ok) return date
  return ok({ status: line.to === 'same' ? state.status : line.to, on, events: eventsOf(state, step) })
}

function lineOfDecision(lines: readonly Transition[], outcome: Outcome): Transition | undefined {
  return lines.find((line) => line.choices?.includes(outcome))
}

/** A letter that answers was delivered. Refused where the table has no answer from this state. */
export function judgeAnswer(state: CaseState, on: LocalDate): Result<StepEffect> {
  if (linesFor(state, 'answer').length === 0) {
    return fail('stepNotAllowed', { status: state.status, action: 'answer' })
  }
  return ok({ status: 'answered', on, events: ['answered'] })
}

/**
 * Whether it may be told anew who asks. Once something is decided, the case is first reopened: who asks has to be verified
 * anew. Refuses with `caseClosed` or `stepNotAllowed`.
 */
export function judgeWhoAsks(status: CaseStatus): Result<null> {
  if (status === 'closed') return fail('caseClosed', {})
  if (status !== 'registered' && status !== 'inWork') {
    return fail('stepNotAllowed', { status, action: 'verifyIdentity' })
  }
  return ok(null)
}

/** Until something is decided a case can take in another, and be taken in. */
export function isMergeable(status: CaseStatus): boolean {
  return status === 'registered' || status === 'inWork'
}

/** Issued not after today, and valid to no day before it was issued. */
export function checkPowerDates(
  { powerIssuedOn, powerValidUntil }: Representative,
  today: LocalDate,
): Result<null> {
  if (powerIssuedOn > today) return fail('dateInFuture', { today })
  if (powerValidUntil !== null && powerValidUntil < powerIssuedOn) {
    return fail('dateTooEarly', { earliest: powerIssuedOn })
  }
  return ok(null)
}

/** A date that was typed: not before the event it follows, not after today. */
export function checkDate(date: LocalDate, earliest: string, today: LocalDate): Result<LocalDate> {
  if (date > today) return fail('dateInFuture', { today })
  if (date < earliest) return fail('dateTooEarly', { earliest })
  return ok(date)
}

/** Who acts for another needs a power that is still in force. */
function checkPower(state: CaseState, byPower: boolean, today: LocalDate): Result<null> {
  if (state.powerValidUntil === undefined) return byPower ? fail('representativeMissing', {}) : ok(null)
  if (state.powerValidUntil !== null && state.powerValidUntil < today) {
    return fail('powerExpired', { on: state.powerValidUntil })
  }
  return ok(null)
}

function checkNeed(state: CaseState, step: Step, need: Need, today: LocalDate): Result<null> {
  switch (need) {
    case 'powerInForce':
      return checkPower(state, step.action === 'verifyIdentity' && step.method === 'powerOfAttorney', today)
    case 'refusalGround': {
      const refuses = step.action === 'decide' && (step.outcome === 'refused' || step.outcome === 'partly')
      return refuses && step.refusalGround === null ? fail('refusalGroundMissing', {}) : ok(null)
    }
    case 'systemsSearched':
      return state.systemsSearched ? ok(null) : fail('systemsNotSearched', {})
    case 'systemsTreated':
      return state.systemsTreated ? ok(null) : fail('systemsNotTreated', {})
    case 'unblocked':
      return state.blocked ? fail('stillBlocked', {}) : ok(null)
    case 'clocksEnded':
      return state.openClocks > 0 ? fail('clocksOpen', { count: state.openClocks }) : ok(null)
    // No step of hers: `judgeAnswer` is asked once the letter is delivered.
    case 'letterDelivered':
      return ok(null)
    case 'latenessExplained': {
      const isUnexplained = state.late && step.action === 'close' && step.latenessReason === null
      return isUnexplained ? fail('latenessReasonMissing', {}) : ok(null)
    }
  }
}

function dayOfStep(step: Step): LocalDate | undefined {
  switch (step.action) {
    case 'receiveDocuments':
      return step.receivedOn
    case 'block':
      return step.blockedOn
    case 'unblock':
      return step.unblockedOn
    case 'execute':
      return step.executedOn
    case 'handToCourt':
      return step.handedOn
    case 'decide':
      return step.decidedOn ?? undefined
    case 'takeUp':
    case 'verifyIdentity':
    case 'failVerification':
    case 'proceedUnverified':
    case 'close':
    case 'reopen':
    case 'annul':
      return undefined
  }
}

function eventsOf(state: CaseState, step: Step): ClockEvent[] {
  switch (step.action) {
    case 'receiveDocuments':
      return ['documentsReceived']
    case 'block':
      return ['blocked']
    case 'unblock':
      return ['unblocked']
    case 'execute':
      return ['executed']
    case 'decide':
      return eventsOfDecision(state, step.outcome)
    case 'reopen':
      return ['decisionRevoked', 'reopened']
    case 'annul':
      return ['annulled']
    case 'takeUp':
    case 'verifyIdentity':
    case 'failVerification':
    case 'proceedUnverified':
    case 'handToCourt':
    case 'close':
      return []
  }
}

function eventsOfDecision(state: CaseState, outcome: Outcome): ClockEvent[] {
  switch (outcome) {
    case 'granted':
    case 'partly':
      return eventsOfGrant(state)
    case 'refused':
    case 'nothingFound':
    case 'redirected':
      return withoutViolation(state, outcome)
    case 'withdrawnByApplicant':
      return withoutViolation(state, 'requestWithdrawn')
  }
}

/** The check is over and nothing unlawful was confirmed: what is blocked is to be lifted (art. 25 p. 2 (8)). */
function withoutViolation({ blocked }: CaseState, event: ClockEvent): ClockEvent[] {
  return blocked ? [event, 'violationNotConfirmed'] : [event]
}

/** Only unlawful collection or processing, once confirmed, has to end in destruction (art. 25 p. 2 (8)). */
function eventsOfGrant({ kind, ground }: CaseState): ClockEvent[] {
  if (kind === 'withdrawal') return ['withdrawalAccepted']
  return ground === 'unlawful' ? ['violationConfirmed'] : []
}
