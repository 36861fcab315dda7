import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

type Step = Input<'cases.take'>['step']
const verified: Step = { action: 'verifyIdentity', method: 'knownAddress', compared: 'Адрес' }
const reopen: Step = { action: 'reopen', reason: 'Решение принято по ошибке' }
const decide = (outcome: 'refused' | 'redirected' | 'withdrawnByApplicant'): Step => ({
  action: 'decide',
  outcome,
  refusalGround: outcome === 'refused' ? 'dataAccurate' : null,
  reason: 'Причина',
})

async function after(
  desk: TestRegister,
  change: Parameters<typeof newCase>[0],
  steps: readonly Step[],
): Promise<{ running: Record<string, string>; late: boolean; id: number }> {
  const { id } = await desk.ask('cases.register', newCase(change))
  for (const step of steps) await desk.ask('cases.take', { id, step })
  return { id, ...(await standing(desk, id)) }
}

async function standing(
  { ask }: TestRegister,
  id: number,
): Promise<{ running: Record<string, string>; late: boolean }> {
  const { clocks, late } = await ask('cases.card', { id })
  const running = clocks.filter(({ endedOn }) => endedOn === null)
  return { running: Object.fromEntries(running.map(({ ruleId, dueOn }) => [ruleId, dueOn])), late }
}

describe('a case that is taken up again', () => {
  it('owes what it owed before the decision that is taken back, by the first dates', async () => {
    const desk = await openRegister()
    const rectification = { kind: 'rectification', documentsEnclosed: true } as const
    for (const outcome of ['refused', 'redirected', 'withdrawnByApplicant'] as const) {
      const { running } = await after(desk, rectification, [verified, decide(outcome), reopen])
      expect(running).toEqual({
        answer: '2026-11-25',
        block: '2026-11-20',
        'block-limit': '2026-11-23',
        rectify: '2026-11-23',
      })
    }
    const optout = await after(desk, { kind: 'optout' }, [decide('redirected'), reopen])
    expect(optout.running).toEqual({ 'answer-again': '2026-11-26', 'stop-mailings': '2026-11-23' })
  })

  it('has the e-mail it came by again, unless that was registered anew meanwhile', async () => {
    const desk = await openRegister()
    const bytes = readFileSync('resources/demo/access-ru.eml')
    const register = async () => {
      const { emailId } = await desk.ask('intake.read', { bytes })
      return desk.ask('cases.register', newCase({ emailId }))
    }
    const registeredAs = async () => (await desk.ask('intake.read', { bytes })).registeredAs
    const annul: Step = { action: 'annul', reason: 'Ошибка' }
    const first = await register()
    await desk.ask('cases.take', { id: first.id, step: annul })
    expect(await registeredAs()).toBeNull()
    await desk.ask('cases.take', { id: first.id, step: reopen })
    expect(await registeredAs()).toBe(first.number)
    await desk.ask('cases.take', { id: first.id, step: annul })
    const second = await register()
    await desk.ask('cases.take', { id: first.id, step: reopen })
    expect(await registeredAs()).toBe(second.number)
    expect(await desk.ask('audit.verify', {})).toMatchObject({ brokenAt: null, faults: [] })
  })

  it('after it was annulled is as late as it is', async () => {
    const desk = await openRegister()
    const { id } = await after(desk, {}, [{ action: 'annul', reason: 'Ошибка' }])
    const claim = await after(desk, { kind: 'claim', receivedOn: '2026-11-23' }, [
      { action: 'annul', reason: 'Ошибка' },
    ])
    desk.clock.set('2026-12-07T06:00:00Z')
    await desk.ask('cases.take', { id, step: reopen })
    await desk.ask('cases.take', { id: claim.id, step: reopen })
    expect(await standing(desk, id)).toEqual({ running: { answer: '2026-11-25' }, late: true })
    expect(await standing(desk, claim.id)).toEqual({ running: { 'claim-answer': '2026-12-23' }, late: false })
  })
})

it('documents that come twice start one clock: the first date holds', async () => {
  const desk = await openRegister()
  const documents = (receivedOn: '2026-11-20' | '2026-11-23'): Step => ({
    action: 'receiveDocuments',
    receivedOn,
    what: 'Справка',
  })
  const { running } = await after(desk, { kind: 'rectification' }, [
    documents('2026-11-20'),
    documents('2026-11-23'),
  ])
  expect(running['rectify']).toBe('2026-11-23')
})

it('an extension leaves the statutory date in sight, ends on a working day, and a case past it says why', async () => {
  const desk = await openRegister()
  const { id } = await after(desk, {}, [])
  const [clock] = (await desk.ask('cases.card', { id })).clocks
  if (!clock) throw new Error('no clock')
  const grounds = { reason: 'Много систем', basis: 'приказ № 1' }
  // Saturday 5 December.
  await desk.ask('deadlines.extend', { clockId: clock.id, until: '2026-12-05', ...grounds })
  const { groups } = await desk.ask('day.sheet', {})
  const line = groups.flatMap(({ lines }) => lines).find(({ caseId }) => caseId === id)
  const listed = line ?? (await desk.ask('day.list', { on: '2026-12-07' })).lines[0]
  expect(listed).toMatchObject({ dueOn: '2026-12-07', ruleDueOn: '2026-11-25' })
  const file = await desk.ask('day.calendarFile', { lang: 'ru', span: null })
  expect(Buffer.from(file.bytes).toString().replaceAll('\r\n ', '')).toContain('по правилу 25.11.2026')
  desk.clock.set('2026-11-26T06:00:00Z')
  expect(await desk.ask('cases.card', { id })).toMatchObject({ late: true })
})

describe('who acts for the applicant', () => {
  const representative = {
    name: 'Б. Оспанов',
    powerNumber: '7',
    powerIssuedOn: '2026-11-01',
    powerIssuer: 'Нотариус',
    powerValidUntil: null,
  }

  it('is verified anew where it becomes another in the midst of work, and needs a reopening after the decision', async () => {
    const desk = await openRegister()
    const { id } = await after(desk, {}, [verified])
    await desk.ask('cases.setRepresentative', { id, representative })
    expect(await desk.ask('cases.card', { id })).toMatchObject({ status: 'registered' })
    await desk.ask('cases.take', { id, step: verified })
    await desk.ask('cases.take', { id, step: decide('redirected') })
    expect(await desk.fail('cases.setRepresentative', { id, representative })).toMatchObject({
      code: 'stepNotAllowed',
    })
  })

  it('has no power of a day that is still to come, and none that ends before it begins', async () => {
    const desk = await openRegister()
    const { id } = await after(desk, {}, [])
    const set = (change: Partial<typeof representative> & { powerValidUntil?: null }) =>
      desk.fail('cases.setRepresentative', { id, representative: { ...representative, ...change } })
    expect(await set({ powerIssuedOn: '2099-01-01' })).toMatchObject({ code: 'dateInFuture' })
    expect(
      await desk.fail('cases.setRepresentative', {
        id,
        representative: { ...representative, powerValidUntil: '2026-10-31' },
      }),
    ).toMatchObject({ code: 'dateTooEarly' })
  })
})
