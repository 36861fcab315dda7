import { describe, expect, it } from 'vitest'
import {
  allowedOutcomes,
  allowedSteps,
  groundFits,
  judgeAnswer,
  judgeStep,
  type CaseState,
} from '../../src/core/casework/steps.ts'
import { CaseStatus, type CaseKind, type Outcome, type Step } from '../../src/shared/model/case.ts'
import type { RefusalGround } from '../../src/shared/model/catalog.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'

const today = LocalDate.parse('2026-11-23')
const text = { ru: 'Основание', kk: 'Негіз', en: 'Ground' }

function state(kind: CaseKind, status: CaseStatus, change: Partial<CaseState> = {}): CaseState {
  const receivedOn = LocalDate.parse('2026-11-20')
  return {
    kind,
    status,
    outcome: null,
    ground: null,
    receivedOn,
    blocked: false,
    powerValidUntil: undefined,
    systemsSearched: true,
    systemsTreated: true,
    openClocks: 0,
    late: false,
    ...change,
  }
}

/** The steps of a kind, status by status, once it was decided with this outcome. */
function way(kind: CaseKind, outcome: Outcome): Record<CaseStatus, string> {
  const steps = (status: CaseStatus): string => {
    const isDecided = !['registered', 'inWork'].includes(status)
    return allowedSteps(state(kind, status, isDecided ? { outcome } : {})).join(' ')
  }
  return Object.fromEntries(CaseStatus.options.map((status) => [status, steps(status)])) as Record<
    CaseStatus,
    string
  >
}

describe('the table of steps', () => {
  it('of access: nothing is disclosed before the identity is verified', () => {
    expect(way('access', 'granted')).toEqual({
      // `decide` before the identity is verified can only refuse.
      registered: 'verifyIdentity decide annul',
      inWork: 'decide annul',
      decided: 'answer reopen annul',
      executed: 'reopen',
      answered: 'close reopen',
      closed: 'reopen',
    })
  })

  it('of rectification: blocked at any time, carried out before it is answered', () => {
    expect(way('rectification', 'granted')).toEqual({
      registered: 'verifyIdentity decide receiveDocuments block annul',
      inWork: 'decide receiveDocuments block annul',
      decided: 'execute reopen annul',
      executed: 'answer reopen',
      answered: 'close reopen',
      closed: 'reopen',
    })
  })

  it('of a refused rectification: answered as soon as it is decided', () => {
    expect(way('rectification', 'refused')).toMatchObject({
      decided: 'answer reopen annul',
      executed: 'reopen',
    })
  })

  it('of withdrawal: processing stops before it is confirmed', () => {
    expect(way('withdrawal', 'granted')).toMatchObject({
      decided: 'execute reopen annul',
      executed: 'answer reopen',
    })
    expect(way('withdrawal', 'refused')).toMatchObject({ decided: 'answer reopen annul' })
  })

  it('of a claim: taken up without a check of identity', () => {
    expect(way('claim', 'partly')).toMatchObject({
      registered: 'takeUp annul',
      inWork: 'decide annul',
      decided: 'answer reopen annul',
    })
  })

  it('offers to block what is not blocked, and to unblock what is', () => {
    expect(allowedSteps(state('rectification', 'inWork', { blocked: true }))).not.toContain('block')
    const decided = state('rectification', 'decided', { blocked: true, outcome: 'refused' })
    expect(allowedSteps(decided)).toContain('unblock')
  })
})

describe('a step', () => {
  const execute = (executedOn: string): Step => ({
    action: 'execute',
    executedOn: LocalDate.parse(executedOn),
    what: 'Исполнено',
  })
  const decided = state('withdrawal', 'decided', { outcome: 'granted' })

  it('happens between the receipt and today', () => {
    expect(judgeStep(decided, execute('2026-11-20'), today)).toMatchObject({ ok: true })
    expect(judgeStep(decided, execute('2026-11-19'), today)).toMatchObject({
      error: { code: 'dateTooEarly' },
    })
    expect(judgeStep(decided, execute('2026-11-24'), today)).toMatchObject({
      error: { code: 'dateInFuture' },
    })
  })

  it('that accepts a withdrawal starts the clock to stop', () => {
    const inWork = state('withdrawal', 'inWork')
    const decide: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }
    expect(judgeStep(inWork, decide, today)).toEqual({
      ok: true,
      value: { status: 'decided', on: today, events: ['withdrawalAccepted'] },
    })
    expect(judgeStep(inWork, { ...decide, outcome: 'nothingFound' }, today)).toMatchObject({
      error: { code: 'outcomeNotAllowed' },
    })
  })

  it('that closes waits for the clocks, and for the reason of a late one', () => {
    const close: Step = { action: 'close', latenessReason: null }
    const answered = state('claim', 'answered', { outcome: 'granted' })
    expect(judgeStep({ ...answered, openClocks: 1 }, close, today)).toMatchObject({
      error: { code: 'clocksOpen' },
    })
    expect(judgeStep({ ...answered, late: true }, close, today)).toMatchObject({
      error: { code: 'latenessReasonMissing' },
    })
    expect(judgeStep(answered, close, today)).toMatchObject({ ok: true, value: { status: 'closed' } })
  })

  it('that decides before the identity is verified can only refuse', () => {
    const registered = state('access', 'registered')
    expect(allowedOutcomes(registered)).toEqual(['refused'])
    const grant: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }
    expect(judgeStep(registered, grant, today)).toMatchObject({ error: { code: 'outcomeNotAllowed' } })
    const refuse: Step = { ...grant, outcome: 'refused', refusalGround: 'identityNotVerified' }
    expect(judgeStep(registered, refuse, today)).toMatchObject({ ok: true, value: { status: 'decided' } })
  })

  it('rests no refusal on a ground that contradicts the record', () => {
    const ground = {
      id: 'a',
      kinds: ['access'],
      title: text,
      sentence: text,
      basis: text,
    } satisfies RefusalGround
    const fits = (beforeVerification: 'only' | 'also' | undefined, status: CaseStatus): boolean =>
      groundFits(beforeVerification ? { ...ground, beforeVerification } : ground, state('access', status))
    expect([fits('only', 'registered'), fits('only', 'inWork')]).toEqual([true, false])
    expect([fits('also', 'registered'), fits('also', 'inWork')]).toEqual([true, true])
    expect([fits(undefined, 'registered'), fits(undefined, 'inWork')]).toEqual([false, true])
    expect(groundFits({ ...ground, kinds: ['claim'] }, state('access', 'inWork'))).toBe(false)
  })

  it('that closes waits until nothing is blocked', () => {
    const answered = state('rectification', 'answered', { outcome: 'granted', blocked: true })
    const close: Step = { action: 'close', latenessReason: null }
    expect(judgeStep(answered, close, today)).toMatchObject({ error: { code: 'stillBlocked' } })
    const inWork = state('rectification', 'inWork', { blocked: true })
    const annul: Step = { action: 'annul', reason: 'Зарегистрировано дважды' }
    expect(judgeStep(inWork, annul, today)).toMatchObject({ error: { code: 'stillBlocked' } })
  })

  it('that returns a case to work revokes the decision, and asks for an answer again where one was given', () => {
    const reopen: Step = { action: 'reopen', reason: 'Новые данные' }
    const effect = (status: CaseStatus): unknown =>
      judgeStep(state('access', status, { outcome: 'granted' }), reopen, today)
    expect(effect('decided')).toMatchObject({ value: { status: 'registered', events: ['decisionRevoked'] } })
    expect(effect('closed')).toMatchObject({ value: { events: ['decisionRevoked', 'reopened'] } })
  })

  it('is never an answer before the decision', () => {
    expect(judgeAnswer(state('access', 'inWork'), today)).toMatchObject({ error: { code: 'stepNotAllowed' } })
  })
})
