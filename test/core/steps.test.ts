import { describe, expect, it } from 'vitest'
import {
  allowedOutcomes,
  groundFits,
  judgeAnswer,
  judgeStep,
  type CaseState,
} from '../../src/core/casework/steps.ts'
import type { CaseStatus, Outcome, Step, VerificationMethod } from '../../src/shared/model/case.ts'
import type { RefusalGround } from '../../src/shared/model/catalog.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { state, today } from './case-state.ts'

const text = { ru: 'Основание', kk: 'Негіз', en: 'Ground' }

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

  it('that decides before the identity is verified can only refuse or let go', () => {
    const registered = state('access', 'registered')
    expect(allowedOutcomes(registered)).toEqual(['refused', 'redirected', 'withdrawnByApplicant'])
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

  it('that returns a case to work revokes the decision and owes an answer again', () => {
    const reopen: Step = { action: 'reopen', reason: 'Новые данные' }
    const effect = (status: CaseStatus): unknown =>
      judgeStep(state('access', status, { outcome: 'granted' }), reopen, today)
    for (const status of ['decided', 'closed'] as const) {
      expect(effect(status)).toMatchObject({
        value: { status: 'registered', events: ['decisionRevoked', 'reopened'] },
      })
    }
  })

  it('that decides what is held rests on a search of every system; a refusal does not', () => {
    const inWork = state('access', 'inWork', { systemsSearched: false })
    const grant: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }
    expect(judgeStep(inWork, grant, today)).toMatchObject({ error: { code: 'systemsNotSearched' } })
    expect(judgeStep(inWork, { ...grant, outcome: 'nothingFound' }, today)).toMatchObject({ ok: false })
    expect(judgeStep(inWork, { ...grant, outcome: 'refused', refusalGround: 'a' }, today)).toMatchObject({
      ok: true,
    })
    expect(judgeStep({ ...decided, systemsTreated: false }, execute('2026-11-20'), today)).toMatchObject({
      error: { code: 'systemsNotTreated' },
    })
  })

  it('that verifies a representative needs a power in force', () => {
    const verify = (powerValidUntil: string | null | undefined, method: VerificationMethod): string => {
      const until =
        powerValidUntil === null || powerValidUntil === undefined
          ? powerValidUntil
          : LocalDate.parse(powerValidUntil)
      const at = state('access', 'registered', { powerValidUntil: until })
      const judged = judgeStep(at, { action: 'verifyIdentity', method, compared: 'Номер и дата' }, today)
      return judged.ok ? 'ok' : judged.error.code
    }
    expect(verify(undefined, 'powerOfAttorney')).toBe('representativeMissing')
    expect(verify(undefined, 'inPerson')).toBe('ok')
    expect(verify(null, 'powerOfAttorney')).toBe('ok')
    expect(verify('2026-11-23', 'powerOfAttorney')).toBe('ok')
    expect(verify('2026-11-22', 'powerOfAttorney')).toBe('powerExpired')
    // Whatever else is compared, nobody acts for another by a power that has ended.
    expect(verify('2026-11-22', 'inPerson')).toBe('powerExpired')
  })

  it('that decides tells the clocks whether a violation was confirmed', () => {
    const eventsOf = (at: CaseState, outcome: Outcome): unknown => {
      const judged = judgeStep(at, { action: 'decide', outcome, refusalGround: 'a', reason: '' }, today)
      return judged.ok ? judged.value.events : judged.error.code
    }
    const blocking = state('blocking', 'inWork', { blocked: true, ground: 'unlawful' })
    expect(eventsOf(blocking, 'granted')).toEqual(['violationConfirmed'])
    expect(eventsOf(blocking, 'refused')).toEqual(['refused', 'violationNotConfirmed'])
    // Whatever ends the check, what is blocked is lifted.
    expect(eventsOf(blocking, 'withdrawnByApplicant')).toEqual(['requestWithdrawn', 'violationNotConfirmed'])
    expect(eventsOf(blocking, 'redirected')).toEqual(['redirected', 'violationNotConfirmed'])
    expect(eventsOf(state('blocking', 'inWork', { ground: 'inaccurate' }), 'granted')).toEqual([])
    expect(eventsOf(state('destruction', 'inWork', { ground: 'unlawful' }), 'granted')).toEqual([
      'violationConfirmed',
    ])
    expect(eventsOf(state('destruction', 'inWork', { ground: 'notNeeded' }), 'granted')).toEqual([])
  })

  it('that decides happens on the day of the decision', () => {
    const decide = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' } as const
    const on = LocalDate.parse('2026-11-21')
    expect(judgeStep(state('access', 'inWork'), { ...decide, decidedOn: on }, today)).toMatchObject({
      value: { on },
    })
    expect(judgeStep(state('access', 'inWork'), decide, today)).toMatchObject({ value: { on: today } })
  })

  it('that discloses needs a power in force; a refusal does not', () => {
    const at = state('access', 'inWork', { powerValidUntil: LocalDate.parse('2026-11-22') })
    const decide = { action: 'decide', refusalGround: 'a', reason: '' } as const
    expect(judgeStep(at, { ...decide, outcome: 'granted' }, today)).toMatchObject({
      error: { code: 'powerExpired' },
    })
    expect(judgeStep(at, { ...decide, outcome: 'refused' }, today)).toMatchObject({ ok: true })
    const claim = state('claim', 'registered', { powerValidUntil: LocalDate.parse('2026-11-22') })
    expect(judgeStep(claim, { action: 'takeUp' }, today)).toMatchObject({ error: { code: 'powerExpired' } })
  })

  it('is never an answer before the decision', () => {
    expect(judgeAnswer(state('access', 'inWork'), today)).toMatchObject({ error: { code: 'stepNotAllowed' } })
  })
})
