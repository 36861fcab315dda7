import { describe, expect, it } from 'vitest'
import { apply, dueOf, ruleChange, yearWithDayOff, type Change } from './law-change.ts'
import { newCase, openRegister, passphrase, type TestRegister } from './register.ts'

/** What the history tells of deeds of one sort, newest first. */
async function recorded({ ask }: TestRegister, action: 'calendarSaved' | 'ruleSaved') {
  return (await ask('audit.list', { filter: { action }, before: null, limit: 10 })).entries
}

describe('a change of the calendar', () => {
  it('shows which dates move before it is applied, and moves those alone', async () => {
    const desk = await openRegister()
    const { id, number } = await desk.ask('cases.register', newCase())
    const other = await desk.ask('cases.register', newCase({ kind: 'claim' }))
    const change = await yearWithDayOff(desk, 2026, '2026-11-24')
    const preview = await desk.ask('deadlines.previewChange', { change })
    expect(preview).toMatchObject({
      total: 1,
      moves: [{ caseNumber: number, from: '2026-11-25', to: '2026-11-26' }],
    })
    expect(await dueOf(desk, id)).toBe('2026-11-25')
    expect(await desk.ask('deadlines.applyChange', { change, digest: preview.digest, move: true })).toEqual({
      moved: 1,
    })
    expect(await dueOf(desk, id)).toBe('2026-11-26')
    expect(await dueOf(desk, other.id)).toBe('2026-12-21')
    const { history } = await desk.ask('cases.card', { id })
    expect(history.at(-1)).toMatchObject({
      action: 'clockMoved',
      details: { dueBefore: '2026-11-25', dueNow: '2026-11-26' },
    })
    expect(await desk.ask('deadlines.pendingMoves', {})).toMatchObject({ total: 0 })
    const later = await desk.ask('cases.register', newCase())
    expect(await dueOf(desk, later.id)).toBe('2026-11-26')
    await desk.ask('vault.lock', {})
    await desk.ask('vault.unlock', { passphrase })
    const { years } = await desk.ask('deadlines.law', {})
    expect(years.find(({ year }) => year === 2026)).toMatchObject({
      version: 2,
      savedBy: { by: 'Ә. Қалиева' },
    })
  })

  it('is on record with the days that were added and those that were taken out', async () => {
    const desk = await openRegister()
    const change = await yearWithDayOff(desk, 2026, '2026-11-24')
    if (change.type !== 'year') throw new Error('no year')
    const { daysOff } = change.year
    const saturday = { date: '2026-11-28', name: { ru: 'Перенос', kk: 'Ауыстыру', en: 'Moved' } }
    const withSaturday = { ...change.year, workingWeekends: [saturday] }
    const other = { ru: 'Выходной', kk: 'Ауыстыру', en: 'Moved' }
    const without = {
      ...change.year,
      daysOff: daysOff
        .filter(({ date }) => date !== '2026-12-16')
        .map((day) => (day.date === '2026-11-24' ? { ...day, name: other } : day)),
    }
    await apply(desk, { type: 'year', year: withSaturday })
    await apply(desk, { type: 'year', year: without })
    const saved = { actor: 'Ә. Қалиева', caseId: null }
    expect(await recorded(desk, 'calendarSaved')).toMatchObject([
      {
        ...saved,
        details: {
          year: 2026,
          version: 3,
          daysOffAdded: null,
          daysOffRemoved: '2026-12-16',
          workedAdded: null,
          workedRemoved: '2026-11-28',
          daysRenamed: '2026-11-24: Перенос → Выходной',
        },
      },
      {
        ...saved,
        details: {
          year: 2026,
          version: 2,
          daysOffAdded: '2026-11-24',
          daysOffRemoved: null,
          workedAdded: '2026-11-28',
          workedRemoved: null,
        },
      },
    ])
  })

  it('moves nothing without the officer’s word, and offers it later', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    const change = await yearWithDayOff(desk, 2026, '2026-11-24')
    const { digest } = await desk.ask('deadlines.previewChange', { change })
    await desk.ask('deadlines.applyChange', { change, digest, move: false })
    expect(await dueOf(desk, id)).toBe('2026-11-25')
    const pending = await desk.ask('deadlines.pendingMoves', {})
    expect(pending.total).toBe(1)
    expect(await desk.ask('deadlines.applyMoves', { digest: pending.digest })).toEqual({ moved: 1 })
    expect(await dueOf(desk, id)).toBe('2026-11-26')
  })

  it('is applied only as it was shown', async () => {
    const desk = await openRegister()
    const change = await yearWithDayOff(desk, 2026, '2026-11-24')
    const { digest } = await desk.ask('deadlines.previewChange', { change })
    await desk.ask('cases.register', newCase())
    expect((await desk.fail('deadlines.applyChange', { change, digest, move: true })).code).toBe(
      'lawPreviewStale',
    )
    expect((await desk.ask('deadlines.law', {})).years.find(({ year }) => year === 2026)?.version).toBe(1)
  })

  it('keeps pauses and extensions', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    const clockId = (await desk.ask('cases.card', { id })).clocks[0]?.id ?? 0
    await desk.ask('deadlines.extend', { clockId, until: '2026-12-02', reason: 'Проверка', basis: 'п. 7' })
    const change = await yearWithDayOff(desk, 2026, '2026-11-24')
    const { moves, digest } = await desk.ask('deadlines.previewChange', { change })
    // The date by the rule moves; the one that holds does not.
    expect(moves).toMatchObject([{ from: '2026-12-02', to: '2026-12-02' }])
    await desk.ask('deadlines.applyChange', { change, digest, move: true })
    const [clock] = (await desk.ask('cases.card', { id })).clocks
    expect(clock).toMatchObject({ dueOn: '2026-11-26', adjusted: { dueOn: '2026-12-02' } })
  })

  it('gives a year that has no table yet, so that its cases can be registered', async () => {
    const desk = await openRegister({ now: '2028-12-29T06:00:00Z' })
    const late = newCase({ receivedOn: '2028-12-28' })
    expect((await desk.fail('cases.register', late)).code).toBe('calendarYearMissing')
    const source = { ru: 'Приказ', kk: 'Бұйрық', en: 'Order' }
    const change: Change = {
      type: 'year',
      year: { year: 2029, state: 'provisional', source, daysOff: [], workingWeekends: [] },
    }
    const { digest } = await desk.ask('deadlines.previewChange', { change })
    await desk.ask('deadlines.applyChange', { change, digest, move: true })
    const { id } = await desk.ask('cases.register', late)
    // Fri 29 December; Mon 1 and Tue 2 January work by this table.
    expect((await desk.ask('cases.card', { id })).clocks[0]).toMatchObject({
      dueOn: '2029-01-02',
      provisional: true,
    })
  })

  it.each([
    ['2027-11-24', 'otherYear'],
    ['2026-12-16', 'twice'],
    ['2026-11-28', 'weekendListedAsOff'],
  ])('with %s as a day off is refused: %s', async (date, fault) => {
    const desk = await openRegister()
    const change = await yearWithDayOff(desk, 2026, date)
    expect(await desk.fail('deadlines.previewChange', { change })).toEqual({
      code: 'calendarInvalid',
      details: { fault, date },
    })
  })

  it('with a weekend listed as moved twice, or a weekday as worked instead, is refused', async () => {
    const desk = await openRegister()
    const { type, year } = (await yearWithDayOff(desk, 2026, '2026-11-24')) as Extract<
      Change,
      { type: 'year' }
    >
    const saturday = { date: '2026-11-28', name: { ru: 'Перенос', kk: 'Ауыстыру', en: 'Moved' } }
    const faultOf = async (days: (typeof saturday)[]): Promise<unknown> => {
      const change = { type, year: { ...year, workingWeekends: days } }
      return (await desk.fail('deadlines.previewChange', { change })).details
    }
    expect(await faultOf([saturday, saturday])).toMatchObject({ fault: 'twice' })
    expect(await faultOf([{ ...saturday, date: '2026-11-27' }])).toMatchObject({
      fault: 'weekdayListedAsWorked',
    })
  })
})

describe('a change of a rule', () => {
  it('makes a version: cases from before its day keep theirs', async () => {
    const desk = await openRegister()
    const before = await desk.ask('cases.register', newCase())
    const change = await ruleChange(desk, 'answer', { amount: 5, validFrom: '2026-11-23' })
    const preview = await desk.ask('deadlines.previewChange', { change })
    expect(preview.total).toBe(0)
    await desk.ask('deadlines.applyChange', { change, digest: preview.digest, move: true })
    expect(await dueOf(desk, before.id)).toBe('2026-11-25')
    const after = await desk.ask('cases.register', newCase({ receivedOn: '2026-11-23' }))
    const [clock] = (await desk.ask('cases.card', after)).clocks
    expect(clock).toMatchObject({ ruleVersion: 2, dueOn: '2026-11-30', ruleConfirmed: true })
    const { rules } = await desk.ask('deadlines.law', {})
    expect(
      rules.filter(({ id }) => id === 'answer').map(({ version, validTo }) => [version, validTo]),
    ).toEqual([
      [1, '2026-11-22'],
      [2, null],
    ])
  })

  it('is on record with its term, its days and whether the officer confirmed it', async () => {
    const desk = await openRegister()
    await apply(desk, await ruleChange(desk, 'answer', { amount: 5, validFrom: '2026-11-23' }))
    const later = { unit: 'calendarDays', amount: 15, validFrom: '2027-01-01', validTo: '2027-12-31' }
    await apply(desk, { ...(await ruleChange(desk, 'answer', later)), confirmed: false } as Change)
    const [third, second] = await recorded(desk, 'ruleSaved')
    expect(third).toMatchObject({ actor: 'Ә. Қалиева', caseId: null })
    expect(third?.details).toEqual({
      rule: 'answer v3',
      unit: { before: 'workingDays', now: 'calendarDays' },
      amount: { before: 5, now: 15 },
      validFrom: { before: '2026-11-23', now: '2027-01-01' },
      validTo: { before: null, now: '2027-12-31' },
      confirmed: 'no',
    })
    expect(second?.details).toMatchObject({ amount: { before: 3, now: 5 }, confirmed: 'yes' })
  })

  it('moves the open cases its days cover, when the officer agrees', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    const change = await ruleChange(desk, 'answer', { amount: 5, validFrom: '2026-11-01' })
    const { total, digest } = await desk.ask('deadlines.previewChange', { change })
    expect(total).toBe(1)
    await desk.ask('deadlines.applyChange', { change, digest, move: true })
    expect(await dueOf(desk, id)).toBe('2026-11-27')
    expect((await desk.ask('cases.card', { id })).clocks[0]?.ruleVersion).toBe(2)
  })

  it('for the time before the first version lets what came then be registered', async () => {
    const desk = await openRegister()
    const claim = newCase({ kind: 'claim', receivedOn: '2025-08-01' })
    expect((await desk.fail('cases.register', claim)).code).toBe('ruleMissing')
    const change = await ruleChange(desk, 'claim-answer', {
      amount: 15,
      validFrom: '2024-01-01',
      validTo: '2025-08-11',
    })
    const { total, digest } = await desk.ask('deadlines.previewChange', { change })
    expect(total).toBe(0)
    await desk.ask('deadlines.applyChange', { change, digest, move: true })
    const { id } = await desk.ask('cases.register', claim)
    // Fri 1 August 2025 and 15 days: Sat 16, so Mon 18.
    expect((await desk.ask('cases.card', { id })).clocks[0]).toMatchObject({
      ruleVersion: 2,
      dueOn: '2025-08-18',
    })
    const after = await desk.ask('cases.register', newCase({ kind: 'claim' }))
    expect((await desk.ask('cases.card', after)).clocks[0]).toMatchObject({ ruleVersion: 1, amount: 30 })
  })

  it.each([
    [{ amount: -1 }, 'term'],
    [{ amount: 0 }, 'term'],
    [{ amount: 2_000_000_000 }, 'term'],
    [{ validTo: '2020-01-01' }, 'endsBeforeItBegins'],
    [{ validFrom: '2020-01-01' }, 'overlap'],
  ])('to %o is refused: %s', async (part, fault) => {
    const desk = await openRegister()
    const change = await ruleChange(desk, 'answer', part)
    expect(await desk.fail('deadlines.previewChange', { change })).toEqual({
      code: 'ruleInvalid',
      details: { fault },
    })
  })
})
