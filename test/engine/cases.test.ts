import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/shared/model/case.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

const verified: Step = {
  action: 'verifyIdentity',
  method: 'knownAddress',
  compared: 'Адрес e-mail из договора',
}

async function register(
  { ask }: TestRegister,
  change: Parameters<typeof newCase>[0] = {},
): Promise<{ id: number; number: string }> {
  return ask('cases.register', newCase(change))
}

describe('a rule', () => {
  it('is unconfirmed until the officer has compared it; confirming changes no date', async () => {
    const desk = await openRegister()
    const { id } = await register(desk)
    const before = await desk.ask('cases.card', { id })
    expect(before.clocks[0]).toMatchObject({ ruleId: 'answer', ruleConfirmed: false })
    await desk.ask('deadlines.confirmRule', { id: 'answer', version: 1 })
    const after = await desk.ask('cases.card', { id })
    expect(after.clocks).toEqual(before.clocks.map((clock) => ({ ...clock, ruleConfirmed: true })))
    const { rules, years } = await desk.ask('deadlines.law', {})
    expect(rules.find((rule) => rule.id === 'answer')?.confirmed).toEqual({
      by: 'Ә. Қалиева',
      on: '2026-11-23',
    })
    expect(rules.filter((rule) => rule.confirmed === null)).toHaveLength(rules.length - 1)
    expect(years.map((year) => year.year)).toEqual([2024, 2025, 2026, 2027, 2028])
    expect((await desk.fail('deadlines.confirmRule', { id: 'answer', version: 2 })).code).toBe('ruleUnknown')
  })
})

describe('steps', () => {
  it('follow the table, and a refused step changes nothing', async () => {
    const desk = await openRegister()
    const { id } = await register(desk)
    const decide: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }
    expect(await desk.fail('cases.take', { id, step: decide })).toEqual({
      code: 'outcomeNotAllowed',
      details: { outcome: 'granted' },
    })
    await desk.ask('cases.take', { id, step: verified })
    expect(await desk.fail('cases.take', { id, step: { ...decide, outcome: 'refused' } })).toMatchObject({
      code: 'refusalGroundMissing',
    })
    expect((await desk.fail('cases.take', { id, step: decide })).code).toBe('systemsNotSearched')
    await desk.ask('execution.noteRest', { caseId: id })
    await desk.ask('cases.take', { id, step: decide })
    const card = await desk.ask('cases.card', { id })
    expect(card).toMatchObject({
      status: 'decided',
      outcome: 'granted',
      steps: ['answer', 'reopen', 'annul'],
    })
    expect(card.history.map((entry) => entry.action)).toEqual([
      'caseRegistered',
      'identityVerified',
      ...Array.from({ length: 7 }, () => 'systemNoted'),
      'decided',
    ])
    expect(card.history.every((entry) => entry.actor === 'Ә. Қалиева')).toBe(true)
  })

  it('end and start clocks by what happened', async () => {
    const desk = await openRegister()
    const { id } = await register(desk, { kind: 'rectification' })
    await desk.ask('cases.take', {
      id,
      step: { action: 'block', blockedOn: '2026-11-20', what: 'Телефон в CRM' },
    })
    await desk.ask('cases.take', {
      id,
      step: { action: 'receiveDocuments', receivedOn: '2026-11-23', what: 'Справка' },
    })
    await desk.ask('cases.take', { id, step: verified })
    const refuse: Step = {
      action: 'decide',
      outcome: 'refused',
      refusalGround: 'dataAccurate',
      reason: 'Данные верны',
    }
    await desk.ask('cases.take', { id, step: refuse })
    const { clocks, steps } = await desk.ask('cases.card', { id })
    const byRule = Object.fromEntries(
      clocks.map((clock) => [clock.ruleId, [clock.dueOn, clock.endedBy, clock.late]]),
    )
    expect(byRule).toEqual({
      block: ['2026-11-20', 'blocked', false],
      'block-limit': ['2026-11-23', 'blocked', false],
      rectify: ['2026-11-24', 'refused', false],
      unblock: ['2026-11-24', null, false],
      answer: ['2026-11-25', null, false],
    })
    expect(steps).toContain('unblock')
    expect(
      (await desk.ask('cases.refusalGrounds', { id })).grounds
        .filter((ground) => ground.fits)
        .map((ground) => ground.id),
    ).not.toContain('identityNotVerified')
  })

  it('end no clock before it began', async () => {
    const desk = await openRegister()
    const { id } = await register(desk, { kind: 'withdrawal' })
    await desk.ask('cases.take', { id, step: verified })
    await desk.ask('execution.noteRest', { caseId: id })
    const grant: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }
    await desk.ask('cases.take', { id, step: grant })
    const execute = { action: 'execute', executedOn: '2026-11-21', what: 'Прекращено' } as const
    // The clock to stop began with the decision, on the 23rd.
    expect(await desk.fail('cases.take', { id, step: execute })).toEqual({
      code: 'dateTooEarly',
      details: { earliest: '2026-11-23' },
    })
    expect((await desk.ask('cases.card', { id })).status).toBe('decided')
  })

  it('take a decision back: what it set going stops, the terms of the law run on', async () => {
    const desk = await openRegister()
    const { id } = await register(desk, { kind: 'withdrawal' })
    await desk.ask('cases.take', { id, step: verified })
    await desk.ask('execution.noteRest', { caseId: id })
    await desk.ask('cases.take', {
      id,
      step: { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' },
    })
    await desk.ask('cases.take', { id, step: { action: 'reopen', reason: 'Решение принято по ошибке' } })
    const { clocks, status, outcome } = await desk.ask('cases.card', { id })
    expect({ status, outcome }).toEqual({ status: 'registered', outcome: null })
    const running = clocks.filter((clock) => clock.endedOn === null).map((clock) => clock.ruleId)
    expect(running).toEqual(['withdrawal-answer', 'stop-processing-limit'])
  })

  it('annul a case: its clocks stop, it leaves the open ones, its e-mail can be registered anew', async () => {
    const desk = await openRegister()
    const bytes = Buffer.from('From: a@example.com\r\nSubject: Request\r\n\r\nText\r\n')
    const { emailId } = await desk.ask('intake.read', { bytes })
    const { id } = await register(desk, { emailId })
    await desk.ask('cases.take', { id, step: { action: 'annul', reason: 'Ошибка в дате' } })
    const { clocks, status, late } = await desk.ask('cases.card', { id })
    expect({ status, late }).toEqual({ status: 'closed', late: false })
    expect(clocks.every((clock) => clock.endedBy === 'annulled')).toBe(true)
    expect(await desk.ask('cases.summary', {})).toMatchObject({ open: 0, fresh: 0 })
    const again = await desk.ask('intake.read', { bytes })
    expect(again.registeredAs).toBeNull()
    expect((await register(desk, { emailId: again.emailId })).number).toBe('ДС-2026-0002')
  })

  it('do not close a case while clocks run', async () => {
    const desk = await openRegister()
    const { id } = await register(desk)
    const close: Step = { action: 'close', latenessReason: null }
    expect((await desk.fail('cases.take', { id, step: close })).code).toBe('stepNotAllowed')
  })
})
