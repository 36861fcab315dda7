import type { CaseKind, CaseStatus, Outcome, StepAction } from '../../shared/model/case.ts'

/**
 * What must be so before a step is taken, besides what its own form asks for. `refusalGround`: what is refused, wholly or in
 * part, rests on a ground of the catalog. `powerInForce`: who acts for the applicant, if anybody does, may still do so.
 * `systemsSearched`: each system of the catalog has a finding. `systemsTreated`: something was done in each where data
 * were found. `unblocked`: nothing is blocked. `clocksEnded`: no clock runs. `latenessExplained`: a late case says why.
 * `letterDelivered`: a letter that answers has reached the applicant.
 */
export type Need =
  | 'refusalGround'
  | 'powerInForce'
  | 'systemsSearched'
  | 'systemsTreated'
  | 'unblocked'
  | 'clocksEnded'
  | 'latenessExplained'
  | 'letterDelivered'

/** One line of the table: from these statuses the action leads to that one. */
export type Transition = {
  action: StepAction
  from: readonly CaseStatus[]
  /** `same`: the case stays where it is (a deed beside the main way). */
  to: CaseStatus | 'same'
  /** The outcomes with which the action may be taken; absent: whatever was decided, or nothing yet. */
  outcomes?: readonly Outcome[]
  /** For `decide`: the only outcomes that may be chosen here. */
  choices?: readonly Outcome[]
  needs?: readonly Need[]
}

/** What may become of any request, before anything is known of the person. */
const elsewhere = ['redirected', 'withdrawnByApplicant'] as const satisfies readonly Outcome[]
const yes = ['granted', 'partly'] as const satisfies readonly Outcome[]
const answeredAtOnce: readonly Outcome[] = ['refused', 'nothingFound', 'redirected']

/** The identity is verified, or the request is refused because it can't be: nothing leads on but the named override. */
const identify: readonly Transition[] = [
  { action: 'verifyIdentity', from: ['registered'], to: 'inWork', needs: ['powerInForce'] },
  { action: 'failVerification', from: ['registered'], to: 'same' },
  { action: 'proceedUnverified', from: ['registered'], to: 'inWork' },
  { action: 'decide', from: ['registered'], to: 'decided', choices: ['refused'], needs: ['refusalGround'] },
  { action: 'decide', from: ['registered'], to: 'decided', choices: elsewhere },
]
/** Nothing is disclosed, so the request is taken up without a check of identity. */
const takeUp: readonly Transition[] = [
  { action: 'takeUp', from: ['registered'], to: 'inWork', needs: ['powerInForce'] },
  { action: 'decide', from: ['registered'], to: 'decided', choices: elsewhere },
]
const refusing: readonly Outcome[] = ['refused', 'partly']
const telling: readonly Outcome[] = [...yes, 'nothingFound']
const decided = (choices: readonly Outcome[], ...needs: readonly Need[]): Transition => ({
  action: 'decide',
  from: ['inWork'],
  to: 'decided',
  choices,
  needs: [
    ...needs,
    ...(choices.some((outcome) => telling.includes(outcome)) ? (['powerInForce'] as const) : []),
    ...(choices.some((outcome) => refusing.includes(outcome)) ? (['refusalGround'] as const) : []),
  ],
})
const decide = (...choices: readonly Outcome[]): readonly Transition[] => [
  ...(choices.length > 0 ? [decided(choices)] : []),
  { action: 'decide', from: ['inWork'], to: 'decided', choices: elsewhere },
]
/** What says what is held rests on a search of every system. */
const decideAfterSearch = (
  found: readonly Outcome[],
  ...others: readonly Outcome[]
): readonly Transition[] => [decided(found, 'systemsSearched'), ...decide(...others)]
const block: readonly Transition[] = [
  { action: 'block', from: ['registered', 'inWork'], to: 'same' },
  { action: 'block', from: ['decided'], to: 'same', outcomes: yes },
  { action: 'unblock', from: ['registered', 'inWork', 'decided', 'executed', 'answered'], to: 'same' },
]
const answer = (from: CaseStatus, outcomes?: readonly Outcome[]): Transition => ({
  action: 'answer',
  from: [from],
  to: 'answered',
  ...(outcomes ? { outcomes } : {}),
  needs: ['letterDelivered'],
})
/** What is granted is first carried out and then answered; all else is answered as soon as it is decided. */
const executeThenAnswer: readonly Transition[] = [
  { action: 'execute', from: ['decided'], to: 'executed', outcomes: yes, needs: ['systemsTreated'] },
  answer('executed', yes),
  answer('decided', answeredAtOnce),
]
const answerDecision: readonly Transition[] = [answer('decided', [...yes, ...answeredAtOnce])]
const end: readonly Transition[] = [
  {
    action: 'close',
    from: ['answered'],
    to: 'closed',
    needs: ['unblocked', 'clocksEnded', 'latenessExplained'],
  },
  // Taken back by the applicant: there is nothing to answer.
  {
    action: 'close',
    from: ['decided'],
    to: 'closed',
    outcomes: ['withdrawnByApplicant'],
    needs: ['unblocked', 'clocksEnded', 'latenessExplained'],
  },
  // Back to the start: who asks is verified anew.
  { action: 'reopen', from: ['decided', 'executed', 'answered', 'closed'], to: 'registered' },
  { action: 'annul', from: ['registered', 'inWork', 'decided'], to: 'closed', needs: ['unblocked'] },
]

/** The way of each kind of case, state by state. A step that has no line here does not exist. */
export const transitions: Record<CaseKind, readonly Transition[]> = {
  access: [
    ...identify,
    ...decideAfterSearch(['granted', 'partly', 'nothingFound'], 'refused'),
    ...answerDecision,
    ...end,
  ],
  rectification: [
    ...identify,
    { action: 'receiveDocuments', from: ['registered', 'inWork'], to: 'same' },
    ...block,
    ...decideAfterSearch(['granted', 'partly', 'nothingFound'], 'refused'),
    ...executeThenAnswer,
    ...end,
  ],
  blocking: [
    ...identify,
    ...block,
    ...decideAfterSearch(['granted', 'partly', 'nothingFound'], 'refused'),
    ...executeThenAnswer,
    ...end,
  ],
  destruction: [
    ...identify,
    ...block,
    ...decideAfterSearch(['granted', 'partly', 'nothingFound'], 'refused'),
    ...executeThenAnswer,
    ...end,
  ],
  withdrawal: [...identify, ...decideAfterSearch(['granted'], 'refused'), ...executeThenAnswer, ...end],
  // Nobody has to prove who they are to be left in peace.
  optout: [
    { action: 'execute', from: ['registered'], to: 'executed' },
    { action: 'decide', from: ['registered'], to: 'decided', choices: elsewhere },
    answer('executed'),
    answer('decided', ['redirected']),
    { action: 'close', from: ['executed'], to: 'closed', needs: ['clocksEnded', 'latenessExplained'] },
    ...end,
  ],
  claim: [
    ...takeUp,
    ...decide('granted', 'partly', 'refused'),
    ...answerDecision,
    { action: 'handToCourt', from: ['answered', 'closed'], to: 'same' },
    ...end,
  ],
  question: [...takeUp, ...decide(), answer('inWork'), answer('decided', ['redirected']), ...end],
  authority: [
    ...identify,
    ...block,
    ...decideAfterSearch(['granted', 'partly', 'nothingFound'], 'refused'),
    ...answerDecision,
    ...end,
  ],
}

/** The outcomes a case of each kind may be decided with. */
export const outcomes: Record<CaseKind, readonly Outcome[]> = {
  access: outcomesOf(transitions.access),
  rectification: outcomesOf(transitions.rectification),
  blocking: outcomesOf(transitions.blocking),
  destruction: outcomesOf(transitions.destruction),
  withdrawal: outcomesOf(transitions.withdrawal),
  optout: outcomesOf(transitions.optout),
  claim: outcomesOf(transitions.claim),
  question: outcomesOf(transitions.question),
  authority: outcomesOf(transitions.authority),
}

function outcomesOf(table: readonly Transition[]): Outcome[] {
  const order: readonly Outcome[] = [...yes, 'refused', 'nothingFound', ...elsewhere]
  return order.filter((outcome) => table.some(({ choices }) => choices?.includes(outcome)))
}
