import type { CaseKind, CaseStatus, Outcome, StepAction } from '../../shared/model/case.ts'

/** One line of the table: from these statuses the action leads to that one. */
export type Transition = {
  action: StepAction
  from: readonly CaseStatus[]
  /** `same`: the case stays where it is (a deed beside the main way). */
  to: CaseStatus | 'same'
  /** The outcomes with which the action may be taken; absent: whatever was decided, or nothing yet. */
  outcomes?: readonly Outcome[]
  /** For `decide`: the only outcomes that may be chosen here; absent: all of the kind. */
  choices?: readonly Outcome[]
}

/** The identity is verified, or the request is refused because it can't be: nothing else leads on. */
const start: readonly Transition[] = [
  { action: 'verifyIdentity', from: ['registered'], to: 'inWork' },
  { action: 'decide', from: ['registered'], to: 'decided', choices: ['refused'] },
]
const decide: Transition = { action: 'decide', from: ['inWork'], to: 'decided' }
const end: readonly Transition[] = [
  { action: 'close', from: ['answered'], to: 'closed' },
  // Back to the start: who asks is verified anew.
  { action: 'reopen', from: ['decided', 'executed', 'answered', 'closed'], to: 'registered' },
  { action: 'annul', from: ['registered', 'inWork', 'decided'], to: 'closed' },
]
const yes: readonly Outcome[] = ['granted', 'partly']
const no: readonly Outcome[] = ['refused']

/** What is granted is first carried out and then answered; a refusal is answered as soon as it is decided. */
const executeThenAnswer: readonly Transition[] = [
  { action: 'execute', from: ['decided'], to: 'executed', outcomes: yes },
  { action: 'answer', from: ['executed'], to: 'answered', outcomes: yes },
  { action: 'answer', from: ['decided'], to: 'answered', outcomes: no },
]

/** The way of each kind of case, state by state. A step that has no line here does not exist. */
export const transitions: Record<CaseKind, readonly Transition[]> = {
  access: [...start, decide, { action: 'answer', from: ['decided'], to: 'answered' }, ...end],
  rectification: [
    ...start,
    { action: 'receiveDocuments', from: ['registered', 'inWork'], to: 'same' },
    { action: 'block', from: ['registered', 'inWork'], to: 'same' },
    decide,
    { action: 'unblock', from: ['registered', 'inWork', 'decided', 'executed', 'answered'], to: 'same' },
    ...executeThenAnswer,
    ...end,
  ],
  withdrawal: [...start, decide, ...executeThenAnswer, ...end],
  // A claim discloses nothing, so it is taken up without a check of identity.
  claim: [
    { action: 'takeUp', from: ['registered'], to: 'inWork' },
    decide,
    { action: 'answer', from: ['decided'], to: 'answered' },
    ...end,
  ],
}

/** The outcomes a case of each kind may be decided with. */
export const outcomes: Record<CaseKind, readonly Outcome[]> = {
  access: ['granted', 'partly', 'refused', 'nothingFound'],
  rectification: ['granted', 'partly', 'refused'],
  withdrawal: ['granted', 'refused'],
  claim: ['granted', 'partly', 'refused'],
}
