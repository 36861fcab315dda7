import { fail, ok, type Result } from '../../shared/errors.ts'
import type { CaseKind, CaseStatus, ClockEvent, Outcome, Step, StepAction } from '../../shared/model/case.ts'
import type { RefusalGround } from '../../shared/model/catalog.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import { outcomes, transitions, type Transition } from './transitions.ts'

/** What a step is judged by. */
export type CaseState = {
  kind: CaseKind
  status: CaseStatus
  outcome: Outcome | null
  receivedOn: LocalDate
  /** Data are blocked now. */
  blocked: boolean
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

function transitionFor(state: CaseState, action: StepAction): Transition | undefined {
  return transitions[state.kind].find(
    (line) =>
      line.action === action &&
      line.from.includes(state.status) &&
      (!line.outcomes || (state.outcome !== null && line.outcomes.includes(state.outcome))),
  )
}

/** The steps that may be taken now, in the order of the table. */
export function allowedSteps(state: CaseState): StepAction[] {
  const actions = transitions[state.kind].map((line) => line.action)
  return [...new Set(actions)].filter((action) => isPossible(state, action))
}

function isPossible(state: CaseState, action: StepAction): boolean {
  if (!transitionFor(state, action)) return false
  if (action === 'block') return !state.blocked
  if (action === 'unblock') return state.blocked
  return true
}

/** The outcomes that may be chosen now; none where nothing can be decided. */
export function allowedOutcomes(state: CaseState): readonly Outcome[] {
  const transition = transitionFor(state, 'decide')
  return transition ? (transition.choices ?? outcomes[state.kind]) : []
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
  const transition = transitionFor(state, step.action)
  if (!transition || !isPossible(state, step.action)) {
    return fail('stepNotAllowed', { status: state.status, action: step.action })
  }
  const needs = checkNeeds(state, step)
  if (!needs.ok) return needs
  const on = dayOfStep(step) ?? today
  const date = checkDate(on, state.receivedOn, today)
  if (!date.ok) return date
  return ok({
    status: transition.to === 'same' ? state.status : transition.to,
    on,
    events: eventsOf(state, step),
  })
}

/** A letter that answers was delivered. Refused where the table has no answer from this state. */
export function judgeAnswer(state: CaseState, on: LocalDate): Result<StepEffect> {
  const transition = transitionFor(state, 'answer')
  if (!transition) return fail('stepNotAllowed', { status: state.status, action: 'answer' })
  return ok({ status: 'answered', on, events: ['answered'] })
}

/** A date that was typed: not before the event it follows, not after today. */
export function checkDate(date: LocalDate, earliest: string, today: LocalDate): Result<LocalDate> {
  if (date > today) return fail('dateInFuture', { today })
  if (date < earliest) return fail('dateTooEarly', { earliest })
  return ok(date)
}

function checkNeeds(state: CaseState, step: Step): Result<null> {
  if (step.action === 'decide') return checkDecision(state, step)
  const ends = step.action === 'close' || step.action === 'annul'
  if (ends && state.blocked) return fail('stillBlocked', {})
  if (step.action === 'close') {
    if (state.openClocks > 0) return fail('clocksOpen', { count: state.openClocks })
    if (state.late && step.latenessReason === null) return fail('latenessReasonMissing', {})
  }
  return ok(null)
}

function checkDecision(state: CaseState, step: Extract<Step, { action: 'decide' }>): Result<null> {
  if (!allowedOutcomes(state).includes(step.outcome))
    return fail('outcomeNotAllowed', { outcome: step.outcome })
  const refuses = step.outcome === 'refused' || step.outcome === 'partly'
  if (refuses && step.refusalGround === null) return fail('refusalGroundMissing', {})
  return ok(null)
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
    case 'takeUp':
    case 'verifyIdentity':
    case 'decide':
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
      return eventsOfReturn(state.status)
    case 'annul':
      return ['annulled']
    case 'takeUp':
    case 'verifyIdentity':
    case 'close':
      return []
  }
}

function eventsOfDecision(state: CaseState, outcome: Outcome): ClockEvent[] {
  if (outcome === 'refused') return state.blocked ? ['refused', 'violationNotConfirmed'] : ['refused']
  return state.kind === 'withdrawal' && outcome === 'granted' ? ['withdrawalAccepted'] : []
}

/** What the decision set going stops; an answer that was given is owed once more. */
function eventsOfReturn(status: CaseStatus): ClockEvent[] {
  const isAnswered = status === 'answered' || status === 'closed'
  return isAnswered ? ['decisionRevoked', 'reopened'] : ['decisionRevoked']
}
