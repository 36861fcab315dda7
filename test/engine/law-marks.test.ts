import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apply, dueOf, ruleChange, yearWithDayOff } from './law-change.ts'
import { newCase, openRegister, passphrase, scratchFolder } from './register.ts'

describe('a change of a rule', () => {
  it('that only warns earlier reaches open cases, those with a day of their own too', async () => {
    const desk = await openRegister()
    const access = await desk.ask('cases.register', newCase())
    const asked = await desk.ask('cases.register', newCase({ kind: 'authority' }))
    const first = async ({ id }: { id: number }) => (await desk.ask('cases.card', { id })).clocks[0]
    expect(await first(access)).toMatchObject({ dueOn: '2026-11-25', warnOn: '2026-11-24' })
    for (const [id, warnWorkingDays] of [
      ['answer', 2],
      ['authority-answer', 4],
    ] as const)
      await apply(desk, await ruleChange(desk, id, { warnWorkingDays }))
    expect(await first(access)).toMatchObject({ dueOn: '2026-11-25', warnOn: '2026-11-23' })
    expect(await first(asked)).toMatchObject({ dueOn: '2026-12-04', warnOn: '2026-11-30' })
  })
})

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

  it('that comes with a new program is told of open cases when the register is opened, and nothing else is', async () => {
    const resources = join(scratchFolder(), 'resources')
    cpSync('resources', resources, { recursive: true })
    const desk = await openRegister({ now: '2026-12-29T06:00:00Z', resources })
    const claim = newCase({ kind: 'claim', receivedOn: '2026-12-29' })
    const { id } = await desk.ask('cases.register', claim)
    const first = async () => (await desk.ask('cases.card', { id })).clocks[0]
    const file = join(resources, 'packs/kz/calendar/2027.json')
    const year = JSON.parse(readFileSync(file, 'utf8'))
    const name = { ru: 'Перенос', kk: 'Ауыстыру', en: 'Moved' }
    const daysOff = [...year.daysOff, { date: '2027-01-25', name }]
    writeFileSync(file, JSON.stringify({ ...year, version: 2, state: 'official', daysOff }))
    await desk.ask('vault.lock', {})
    await desk.ask('vault.unlock', { passphrase })
    expect(await first()).toMatchObject({ dueOn: '2027-01-28', warnOn: '2027-01-20', provisional: false })
    expect((await desk.ask('deadlines.pendingMoves', {})).moves).toEqual([])
    expect((await desk.ask('audit.verify', {})).faults).toEqual([])
  })

  it('is waited for by an extension into a year that is not official yet, and told to it, too', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    const first = async () => (await desk.ask('cases.card', { id })).clocks[0]
    const clockId = (await first())?.id ?? 0
    const grounds = { reason: 'Много систем', basis: 'приказ № 1' }
    expect(await first()).toMatchObject({ dueOn: '2026-11-25', provisional: false })
    await desk.ask('deadlines.extend', { clockId, until: '2027-01-15', ...grounds })
    expect(await first()).toMatchObject({ adjusted: { dueOn: '2027-01-15' }, provisional: true })
    const change = await yearWithDayOff(desk, 2027, '2027-01-15')
    await apply(desk, change)
    expect(await first()).toMatchObject({ adjusted: { dueOn: '2027-01-18' }, provisional: true })
    if (change.type !== 'year') throw new Error('no year')
    await apply(desk, { ...change, year: { ...change.year, state: 'official' } })
    expect(await first()).toMatchObject({ adjusted: { dueOn: '2027-01-18' }, provisional: false })
    const { adjustments = [] } = (await first()) ?? {}
    await desk.ask('deadlines.revokeAdjustment', { id: adjustments[0]?.id ?? 0, reason: 'Ошибка' })
    expect(await first()).toMatchObject({ adjusted: null, provisional: false })
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
