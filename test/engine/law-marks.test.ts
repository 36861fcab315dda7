import { describe, expect, it } from 'vitest'
import { apply, dueOf, yearWithDayOff } from './law-change.ts'
import { newCase, openRegister } from './register.ts'

describe('a change of the calendar', () => {
  it('is told by the dates that it leaves where they are: official now, and when to warn of them', async () => {
    const desk = await openRegister({ now: '2026-12-29T06:00:00Z' })
    const claim = newCase({ kind: 'claim', receivedOn: '2026-12-29' })
    const { id } = await desk.ask('cases.register', claim)
    const first = async () => (await desk.ask('cases.card', { id })).clocks[0]
    expect(await first()).toMatchObject({ dueOn: '2027-01-28', warnOn: '2027-01-21', provisional: true })
    const change = await yearWithDayOff(desk, 2027, '2027-01-25')
    if (change.type !== 'year') throw new Error('no year')
    await apply(desk, { ...change, year: { ...change.year, state: 'official' } })
    expect(await first()).toMatchObject({ dueOn: '2027-01-28', warnOn: '2027-01-20', provisional: false })
    const { faults } = await desk.ask('audit.verify', {})
    expect(faults).toEqual([])
  })

  it('that leads an open case into a year without a table is refused, and the year is named', async () => {
    const desk = await openRegister({ now: '2028-12-27T06:00:00Z' })
    const { id } = await desk.ask('cases.register', newCase({ receivedOn: '2028-12-26' }))
    expect(await dueOf(desk, id)).toBe('2028-12-29')
    const change = await yearWithDayOff(desk, 2028, '2028-12-29')
    expect(await desk.fail('deadlines.previewChange', { change })).toEqual({
      code: 'calendarYearMissing',
      details: { year: 2029 },
    })
  })
})
