import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { Input } from '../../../../shared/contract/index.ts'
import type { AuditAction } from '../../../../shared/model/audit.ts'
import type { Outcome, Step, VerificationMethod } from '../../../../shared/model/case.ts'
import type { CaseId } from '../../../../shared/model/ids.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import type { Texts } from '../../../i18n/index.ts'

/** One draft for all steps: each uses the fields it needs. */
export type StepDraft = {
  method: VerificationMethod | null
  /** Whether who asks is the applicant. */
  confirmed: boolean
  outcome: Outcome | null
  refusalGround: string | null
  text: string
  /** Where data are blocked. */
  systems: string[]
  /** Undefined until it is touched: then it is today. */
  on: LocalDate | null | undefined
}

export type StepErrors = {
  method?: string
  outcome?: string
  refusalGround?: string
  text?: string
  on?: string
}

/** How the record calls a step once it is taken. */
export const deedOf: Record<Step['action'], AuditAction> = {
  takeUp: 'takenUp',
  verifyIdentity: 'identityVerified',
  failVerification: 'identityNotConfirmed',
  proceedUnverified: 'proceededUnverified',
  handToCourt: 'handedToCourt',
  receiveDocuments: 'documentsReceived',
  block: 'blocked',
  unblock: 'unblocked',
  decide: 'decided',
  execute: 'executed',
  close: 'closed',
  reopen: 'reopened',
  annul: 'annulled',
}

/** Steps that ask for something first. A failed verification is told in the dialog of verification. */
export type DialogAction = Exclude<Step['action'], 'takeUp' | 'failVerification'>
type StepInput = Input<'cases.take'>['step']

/** Under this name a step that was begun is kept over a lock. */
export function stepDraftName(caseId: CaseId, action: DialogAction): string {
  return `step:${caseId}:${action}`
}

export function emptyStep(): StepDraft {
  return {
    method: null,
    confirmed: true,
    outcome: null,
    refusalGround: null,
    text: '',
    systems: [],
    on: undefined,
  }
}

export function refuses(outcome: Outcome | null): boolean {
  return outcome === 'refused' || outcome === 'partly'
}

/** Steps that happen on a day of their own. */
const dated: readonly DialogAction[] = [
  'receiveDocuments',
  'block',
  'unblock',
  'decide',
  'execute',
  'handToCourt',
]

export function isDated(action: DialogAction): boolean {
  return dated.includes(action)
}

const reasoned: readonly DialogAction[] = ['close', 'reopen', 'annul', 'proceedUnverified']

/** Steps that ask for a reason. */
export function isReasoned(action: DialogAction): boolean {
  return reasoned.includes(action)
}

function needsText(action: DialogAction, card: CaseCard): boolean {
  if (action === 'decide') return false
  return action === 'close' ? card.late : true
}

export function checkStep(
  action: DialogAction,
  draft: StepDraft,
  card: CaseCard,
  { cases, desk }: Texts,
): StepErrors {
  const errors: StepErrors = {}
  if (action === 'verifyIdentity' && !draft.method) errors.method = cases.step.methodMissing
  if (action === 'decide' && !draft.outcome) errors.outcome = cases.step.outcomeMissing
  if (action === 'decide' && refuses(draft.outcome) && !draft.refusalGround) {
    errors.refusalGround = cases.step.groundMissing
  }
  if (needsText(action, card) && draft.text.trim() === '') errors.text = cases.step.textMissing
  if (isDated(action) && !draft.on) errors.on = desk.date.missing
  return errors
}

/** The step as the contract wants it, or null while something is missing. */
export function toStep(action: DialogAction, draft: StepDraft, card: CaseCard): StepInput | null {
  const { method, outcome, text, on } = draft
  switch (action) {
    case 'verifyIdentity':
      return method ? { action: draft.confirmed ? action : 'failVerification', method, compared: text } : null
    case 'proceedUnverified':
      return { action, reason: text }
    case 'handToCourt':
      return on ? { action, handedOn: on, what: text } : null
    case 'receiveDocuments':
      return on ? { action, receivedOn: on, what: text } : null
    case 'block':
      return on ? { action, blockedOn: on, what: text, systems: draft.systems } : null
    case 'unblock':
      return on ? { action, unblockedOn: on, why: text } : null
    case 'execute':
      return on ? { action, executedOn: on, what: text } : null
    case 'decide': {
      const refusalGround = refuses(outcome) ? draft.refusalGround : null
      return outcome && on ? { action, outcome, refusalGround, reason: text, decidedOn: on } : null
    }
    case 'close':
      return { action, latenessReason: card.late ? text : null }
    case 'reopen':
    case 'annul':
      return { action, reason: text }
  }
}
