import { describe, expect, it } from 'vitest'
import type { Clock } from '../../src/shared/model/clock.ts'
import { issueReply } from './correspondence.ts'
import { apply, dueOf, yearWithDayOff } from './law-change.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

/** Received on Friday 20 November 2026: three working days end on Wednesday the 25th. */
async function answerClock({ ask }: TestRegister): Promise<{ id: number; clock: () => Promise<Clock> }> {
  const { id } = await ask('cases.register', newCase())
  return {
    id,
    clock: async () => {
      const { clocks } = await ask('cases.card', { id })
      const [found] = clocks
      if (!found) throw new Error('no clock')
      return found
    },
  }
}

const why = { reason: 'Запрошены сведения у заявителя', basis: 'внутренний порядок, п. 7' }

describe('a clock', () => {
  it('that stands still counts none of the days, and keeps the date by the rule beside', async () => {
    const desk = await openRegister()
    const { id, clock } = await answerClock(desk)
    const { id: clockId } = await clock()
    await desk.ask('deadlines.pause', { clockId, from: '2026-11-23', ...why })
    // While it stands, the date by the rule is the one to keep.
    expect(await clock()).toMatchObject({ paused: true, dueOn: '2026-11-25', adjusted: null, daysLeft: 2 })
    desk.clock.set('2026-11-26T06:00:00Z')
    await desk.ask('deadlines.resume', { clockId, on: '2026-11-26' })
    // Mon 23, Tue 24, Wed 25 are not counted: Thu 26, Fri 27, Mon 30 are.
    const after = await clock()
    expect(after).toMatchObject({
      paused: false,
      dueOn: '2026-11-25',
      adjusted: { dueOn: '2026-11-30' },
      late: false,
    })
    expect(after.adjusted?.trace.map(({ count, reason }) => count ?? reason.kind)).toEqual([
      0,
      'weekend',
      'weekend',
      'paused',
      'paused',
      'paused',
      1,
      2,
      'weekend',
      'weekend',
      3,
    ])
    const { rows } = await desk.ask('cases.list', { search: '', filter: 'open', after: null, limit: 10 })
    expect(rows[0]?.dueOn).toBe('2026-11-30')
    const { history } = await desk.ask('cases.card', { id })
    expect(history.map(({ action }) => action)).toEqual(['caseRegistered', 'clockPaused', 'clockResumed'])
    expect(history.at(-1)?.details).toMatchObject({ dueBefore: '2026-11-25', dueNow: '2026-11-30' })
  })

  it('is extended with a reason, a basis and a name, and back again', async () => {
    const desk = await openRegister()
    const { clock } = await answerClock(desk)
    const { id: clockId } = await clock()
    expect(await desk.fail('deadlines.extend', { clockId, until: '2026-11-25', ...why })).toEqual({
      code: 'extensionNotLater',
      details: { dueOn: '2026-11-25' },
    })
    expect(await desk.fail('deadlines.extend', { clockId, until: '9989-12-31', ...why })).toEqual({
      code: 'calendarYearMissing',
      details: { year: 2029 },
    })
    await desk.ask('deadlines.extend', { clockId, until: '2026-12-02', ...why })
    const extended = await clock()
    expect(extended).toMatchObject({ dueOn: '2026-11-25', adjusted: { dueOn: '2026-12-02' }, daysLeft: 9 })
    expect(extended.adjustments).toMatchObject([
      { type: 'extension', officer: 'Ә. Қалиева', ...why, revoked: null },
    ])
    await desk.ask('deadlines.revokeAdjustment', { id: extended.adjustments[0]?.id ?? 0, reason: 'Ошибка' })
    const back = await clock()
    expect(back).toMatchObject({ dueOn: '2026-11-25', adjusted: null, daysLeft: 2 })
    expect(back.adjustments[0]?.revoked).toMatchObject({ by: 'Ә. Қалиева', reason: 'Ошибка' })
  })

  it('that stood still and was extended goes with the calendar, and back to the days it stood when the extension goes', async () => {
    const desk = await openRegister()
    const { id, clock } = await answerClock(desk)
    const { id: clockId } = await clock()
    await desk.ask('deadlines.pause', { clockId, from: '2026-11-23', ...why })
    desk.clock.set('2026-11-26T06:00:00Z')
    await desk.ask('deadlines.resume', { clockId, on: '2026-11-26' })
    await desk.ask('deadlines.extend', { clockId, until: '2026-12-04', ...why })
    const dates = async () => [(await clock()).dueOn, await dueOf(desk, id)]
    expect(await dates()).toEqual(['2026-11-25', '2026-12-04'])
    // A day of the pause, one that is counted, and the last one, a Friday: each on its own.
    await apply(desk, await yearWithDayOff(desk, 2026, '2026-11-24'))
    expect(await dates()).toEqual(['2026-11-26', '2026-12-04'])
    await apply(desk, await yearWithDayOff(desk, 2026, '2026-11-27'))
    expect(await dates()).toEqual(['2026-11-26', '2026-12-04'])
    await apply(desk, await yearWithDayOff(desk, 2026, '2026-12-04'))
    expect(await dates()).toEqual(['2026-11-26', '2026-12-07'])
    expect((await clock()).warnOn).toBe('2026-12-03')
    // Thu 26, Mon 30 and Tue 1 are counted: Fri 27 is off.
    const adjustments = (await clock()).adjustments
    await desk.ask('deadlines.revokeAdjustment', { id: adjustments.at(-1)?.id ?? 0, reason: 'Ошибка' })
    expect(await dates()).toEqual(['2026-11-26', '2026-12-01'])
    await desk.ask('deadlines.revokeAdjustment', { id: adjustments[0]?.id ?? 0, reason: 'Ошибка' })
    expect(await dates()).toEqual(['2026-11-26', '2026-11-26'])
    expect((await desk.ask('deadlines.pendingMoves', {})).moves).toEqual([])
    expect((await desk.ask('audit.verify', {})).faults).toEqual([])
  })

  it('is not paused twice, before it began, in the future, nor after its end', async () => {
    const desk = await openRegister()
    const { clock } = await answerClock(desk)
    const { id: clockId } = await clock()
    const refusal = async (from: string): Promise<string> =>
      (await desk.fail('deadlines.pause', { clockId, from, ...why })).code
    expect(await refusal('2026-11-20')).toBe('dateTooEarly')
    expect(await refusal('2026-11-24')).toBe('dateInFuture')
    // One that began today has no day to stand still on yet.
    const { id } = await desk.ask('cases.register', newCase({ receivedOn: '2026-11-23' }))
    const begun = (await desk.ask('cases.card', { id })).clocks[0]?.id ?? 0
    for (const from of ['2026-11-23', '2026-11-24'])
      expect(await desk.fail('deadlines.pause', { clockId: begun, from, ...why })).toEqual({
        code: 'clockNotBegun',
        details: { first: '2026-11-24' },
      })
    expect((await desk.fail('deadlines.resume', { clockId, on: '2026-11-23' })).code).toBe('notPaused')
    await desk.ask('deadlines.pause', { clockId, from: '2026-11-23', ...why })
    expect(await refusal('2026-11-23')).toBe('pausesOverlap')
    const claim = await desk.ask('cases.register', newCase({ kind: 'rectification' }))
    const block = (await desk.ask('cases.card', claim)).clocks.find(({ ruleId }) => ruleId === 'block')
    expect(
      (await desk.fail('deadlines.pause', { clockId: block?.id ?? 0, from: '2026-11-23', ...why })).code,
    ).toBe('clockNotPausable')
    const { caseId, letterId } = await issueReply(desk)
    await desk.ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: '' })
    const ended = (await desk.ask('cases.card', { id: caseId })).clocks[0]?.id ?? 0
    expect((await desk.fail('deadlines.extend', { clockId: ended, until: '2026-12-02', ...why })).code).toBe(
      'clockEnded',
    )
  })

  it('warns so many working days before its end', async () => {
    const desk = await openRegister()
    const { clock } = await answerClock(desk)
    // One working day before Wednesday the 25th.
    expect((await clock()).warnOn).toBe('2026-11-24')
    const claim = await desk.ask('cases.register', newCase({ kind: 'claim' }))
    // Five working days before Monday 21 December: 16 December is off.
    expect((await desk.ask('cases.card', claim)).clocks[0]?.warnOn).toBe('2026-12-11')
  })
})
