import { describe, expect, it } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import type { CaseKind, Step } from '../../src/shared/model/case.ts'
import { detailsOf, newCase, openRegister, type TestRegister } from './register.ts'

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

describe('registration', () => {
  it('numbers each kind and year without gaps, though some are refused', async () => {
    const desk = await openRegister({ now: '2026-12-31T10:00:00Z' })
    expect((await register(desk)).number).toBe('ДС-2026-0001')
    await desk.fail('cases.register', newCase({ receivedOn: '2027-01-05' }))
    expect((await register(desk)).number).toBe('ДС-2026-0002')
    expect((await register(desk, { kind: 'claim' })).number).toBe('ПР-2026-0001')
    // 00:30 on 1 January in Almaty, still the old year in UTC.
    desk.clock.set('2026-12-31T19:30:00Z')
    expect((await register(desk)).number).toBe('ДС-2027-0001')
  })

  it('starts the clocks of each kind', async () => {
    const desk = await openRegister()
    const clocksOf = async (change: Parameters<typeof newCase>[0]): Promise<Record<string, string>> => {
      const { clocks } = await desk.ask('cases.card', await register(desk, change))
      return Object.fromEntries(clocks.map((clock) => [clock.ruleId, clock.dueOn]))
    }
    // Received on Friday 20 November 2026.
    expect(await clocksOf({ kind: 'access' })).toEqual({ answer: '2026-11-25' })
    expect(await clocksOf({ kind: 'withdrawal' })).toEqual({
      'withdrawal-answer': '2026-11-25',
      // 15 calendar days end on Saturday 5 December.
      'stop-processing-limit': '2026-12-07',
    })
    expect(await clocksOf({ kind: 'rectification', documentsEnclosed: true })).toEqual({
      answer: '2026-11-25',
      block: '2026-11-20',
      'block-limit': '2026-11-23',
      rectify: '2026-11-23',
    })
    // 30 calendar days end on Sunday 20 December.
    expect(await clocksOf({ kind: 'claim' })).toEqual({ 'claim-answer': '2026-12-21' })
    // Unlawful processing is said: the data are blocked at once, whatever is found later.
    expect(await clocksOf({ kind: 'blocking' })).toEqual({
      answer: '2026-11-25',
      block: '2026-11-20',
      'block-limit': '2026-11-23',
    })
    expect(await clocksOf({ kind: 'destruction' })).toEqual({
      answer: '2026-11-25',
      block: '2026-11-20',
      'block-limit': '2026-11-23',
      'delete-limit': '2026-12-07',
    })
    const notNeeded = { ...detailsOf('destruction'), ground: 'notNeeded' as const }
    expect(await clocksOf({ kind: 'destruction', details: notNeeded })).toEqual({
      answer: '2026-11-25',
      'delete-limit': '2026-12-07',
    })
    expect(await clocksOf({ kind: 'optout' })).toEqual({ 'stop-mailings': '2026-11-23' })
    expect(await clocksOf({ kind: 'question' })).toEqual({ 'question-answer': '2026-11-27' })
    expect(await clocksOf({ kind: 'authority' })).toEqual({ 'authority-answer': '2026-12-04' })
    const unlawful = { ...detailsOf('authority'), ground: 'unlawful' as const }
    expect(await clocksOf({ kind: 'authority', details: unlawful })).toEqual({
      'authority-answer': '2026-12-04',
      block: '2026-11-20',
      'block-limit': '2026-11-23',
    })
  })

  it('refuses a request that lacks what its kind asks for, and takes no number', async () => {
    const desk = await openRegister()
    const lacks = async (
      kind: CaseKind,
      change: Partial<Input<'cases.register'>['details']> = {},
    ): Promise<unknown> => {
      const details = { ...detailsOf(kind), ...change }
      return (await desk.fail('cases.register', newCase({ kind, details }))).details
    }
    expect(await lacks('rectification', { demand: ' ' })).toEqual({ field: 'demand' })
    expect(await lacks('claim', { demand: '', amountTiyn: null })).toEqual({ field: 'demand' })
    // A sum alone is a demand.
    const sum = { ...detailsOf('claim'), demand: '', amountTiyn: 5_000_000 }
    expect((await register(desk, { kind: 'claim', details: sum })).number).toBe('ПР-2026-0001')
    const applicant = { ...newCase().applicant, email: 'нет', phone: 'не помню' }
    expect((await desk.fail('cases.register', newCase({ kind: 'optout', applicant }))).details).toEqual({
      field: 'contact',
    })
    expect(await lacks('blocking', { ground: 'notNeeded' })).toEqual({ field: 'ground' })
    expect(await lacks('authority', { referenceNumber: '' })).toEqual({ field: 'referenceNumber' })
    expect(await lacks('authority', { statedDueOn: '2026-11-19' })).toEqual({ earliest: '2026-11-20' })
    const nobody = { ...newCase().applicant, familyName: '' }
    expect((await desk.fail('cases.register', newCase({ applicant: nobody }))).details).toEqual({
      field: 'familyName',
    })
    expect((await register(desk, { kind: 'authority' })).number).toBe('УО-2026-0001')
  })

  it('forecasts the very dates it then gives', async () => {
    const desk = await openRegister()
    const forecast = await desk.ask('cases.forecast', {
      kind: 'access',
      receivedOn: '2026-11-20',
      documentsEnclosed: false,
      ground: null,
      statedDueOn: null,
    })
    const { clocks } = await desk.ask('cases.card', await register(desk))
    expect(clocks.map((clock) => clock.dueOn)).toEqual(forecast.clocks.map((clock) => clock.dueOn))
    expect(clocks[0]?.trace).toEqual(forecast.clocks[0]?.trace)
    expect(clocks[0]).toMatchObject({ ruleConfirmed: false, provisional: false, daysLeft: 2, late: false })
  })

  it('refuses impossible dates and years without a calendar, and keeps nothing', async () => {
    const desk = await openRegister({ now: '2028-12-29T06:00:00Z' })
    const refusal = async (receivedOn: string): Promise<string> =>
      (await desk.fail('cases.register', newCase({ receivedOn }))).code
    expect(await refusal('2028-12-30')).toBe('dateInFuture')
    expect(await refusal('2012-01-01')).toBe('dateTooEarly')
    expect(await refusal('2023-06-01')).toBe('ruleMissing')
    expect(await refusal('2028-02-30')).toBe('inputInvalid')
    expect(await refusal('29.12.2028')).toBe('inputInvalid')
    expect(await desk.fail('cases.register', newCase({ receivedOn: '2028-12-28' }))).toEqual({
      code: 'calendarYearMissing',
      details: { year: 2029 },
    })
    expect(
      (await desk.ask('cases.list', { search: '', filter: 'all', after: null, limit: 10 })).rows,
    ).toEqual([])
  })

  it('takes a text of 1 MB whole', async () => {
    const desk = await openRegister()
    const text = 'Қ'.repeat(524_288)
    const { id } = await register(desk, { text })
    expect((await desk.ask('cases.card', { id })).text).toBe(text)
    const tooLong = await desk.fail('cases.register', newCase({ text: 'a'.repeat(2_000_001) }))
    expect(tooLong).toEqual({ code: 'textTooLong', details: { field: 'text', limit: 2_000_000 } })
    const familyName = 'Ә'.repeat(10_000)
    const longName = newCase({ applicant: { ...newCase().applicant, familyName } })
    expect(await desk.fail('cases.register', longName)).toEqual({
      code: 'textTooLong',
      details: { field: 'familyName', limit: 300 },
    })
  })

  it('takes an attachment of 50 MB whole, and refuses one above the limit', async () => {
    const desk = await openRegister()
    const bytes = new Uint8Array(50 * 1_048_576).fill(7)
    const { id } = await register(desk, { attachments: [{ name: 'скан.bin', mime: '', bytes }] })
    const { attachments } = await desk.ask('cases.card', { id })
    expect(attachments).toMatchObject([{ name: 'скан.bin', size: bytes.length }])
    const stored = await desk.ask('cases.attachment', { id: attachments[0]?.id ?? 0 })
    expect(Buffer.compare(stored.bytes, bytes)).toBe(0)
    const huge = { name: 'a', mime: '', bytes: new Uint8Array(101 * 1_048_576) }
    expect(await desk.fail('cases.register', newCase({ attachments: [huge] }))).toEqual({
      code: 'attachmentTooLarge',
      details: { limitMiB: 100 },
    })
  })
})

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
