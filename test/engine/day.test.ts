import { afterEach, describe, expect, it, vi } from 'vitest'
import { newCase, openRegister, passphrase } from './register.ts'

afterEach(() => vi.useRealTimers())

// Received on Friday 20 November 2026: the answer is due on Wednesday the 25th, and warned of on the 24th.
const monday = '2026-11-23T06:00:00Z'

describe('the day sheet', () => {
  it('groups the clocks that run, and leaves out those that ended', async () => {
    const desk = await openRegister({ now: monday })
    const { id } = await desk.ask('cases.register', newCase())
    const groupsWith = async (): Promise<string[]> => {
      const { groups } = await desk.ask('day.sheet', {})
      return groups.filter(({ total }) => total > 0).map(({ id: group, total }) => `${group} ${total}`)
    }
    expect(await groupsWith()).toEqual(['week 1'])
    const { groups } = await desk.ask('day.sheet', {})
    // It is 11:00: seven hours of Monday, and nine of Tuesday and of Wednesday.
    expect(groups[3]?.lines[0]).toMatchObject({
      caseId: id,
      dueOn: '2026-11-25',
      workingMinutesLeft: 25 * 60,
    })
    desk.clock.set('2026-11-24T06:00:00Z')
    expect(await groupsWith()).toEqual(['tomorrow 1'])
    desk.clock.set('2026-11-25T06:00:00Z')
    expect(await groupsWith()).toEqual(['today 1'])
    desk.clock.set('2026-11-26T06:00:00Z')
    expect(await groupsWith()).toEqual(['late 1'])
    await desk.ask('cases.take', { id, step: { action: 'annul', reason: 'Ошибка' } })
    expect(await groupsWith()).toEqual([])
  })

  it('warns of what is due later', async () => {
    const desk = await openRegister({ now: monday })
    await desk.ask('cases.register', newCase({ kind: 'claim' }))
    desk.clock.set('2026-12-11T06:00:00Z')
    const { groups } = await desk.ask('day.sheet', {})
    expect(groups.find(({ id }) => id === 'warned')).toMatchObject({
      total: 1,
      lines: [{ dueOn: '2026-12-21' }],
    })
  })

  it('counts what runs, whatever is done to a clock', async () => {
    const desk = await openRegister({ now: monday })
    const counts = async (): Promise<string> => {
      const { groups } = await desk.ask('day.sheet', {})
      const { days } = await desk.ask('day.month', { from: '2026-11-23', days: 42 })
      for (const { total, lines } of groups) expect(total).toBe(lines.length)
      return days.flatMap(({ date, due }) => (due > 0 ? [`${date.slice(5)}: ${due}`] : [])).join(', ')
    }
    const why = { reason: 'Запрошены сведения', basis: 'внутренний порядок, п. 7' }
    const { id } = await desk.ask('cases.register', newCase())
    await desk.ask('cases.register', newCase({ kind: 'claim' }))
    expect(await counts()).toBe('11-25: 1, 12-21: 1')
    const clockId = (await desk.ask('cases.card', { id })).clocks[0]?.id ?? 0
    await desk.ask('deadlines.pause', { clockId, from: '2026-11-23', ...why })
    desk.clock.set('2026-11-24T06:00:00Z')
    await desk.ask('deadlines.resume', { clockId, on: '2026-11-24' })
    expect(await counts()).toBe('11-26: 1, 12-21: 1')
    await desk.ask('cases.take', { id, step: { action: 'annul', reason: 'Ошибка' } })
    expect(await counts()).toBe('12-21: 1')
    await desk.ask('cases.take', { id, step: { action: 'reopen', reason: 'Не ошибка' } })
    expect(await counts()).toBe('11-26: 1, 12-21: 1')
  })

  it('fits the month and the list of a day', async () => {
    const desk = await openRegister({ now: monday })
    await desk.ask('cases.register', newCase())
    const { days } = await desk.ask('day.month', { from: '2026-11-23', days: 28 })
    expect(days.filter(({ due }) => due > 0)).toMatchObject([{ date: '2026-11-25', due: 1 }])
    expect(days.find(({ date }) => date === '2026-12-16')?.mark.kind).toBe('dayOff')
    expect(await desk.ask('day.list', { on: '2026-11-25' })).toMatchObject({ total: 1, lines: [{}] })
  })

  it('goes out as a calendar of numbers and titles, the same clock under the same name', async () => {
    const desk = await openRegister({ now: monday })
    await desk.ask('cases.register', newCase())
    const read = async (): Promise<string> => {
      const { bytes } = await desk.ask('day.calendarFile', { lang: 'kk', span: null })
      return new TextDecoder().decode(bytes).replaceAll('\r\n ', '')
    }
    const text = await read()
    expect(text).toContain('DTSTART;VALUE=DATE:20261125')
    // The office opens at nine on the day before.
    expect(text).toContain('TRIGGER:-PT900M')
    expect(text).not.toMatch(/Үмбетова|Гүлнәр|900101300126|gulnar/)
    const uid = (of: string): string | undefined => /^UID:.*$/m.exec(of)?.[0]
    desk.clock.set('2026-11-24T06:00:00Z')
    expect(uid(await read())).toBe(uid(text))
  })
})

describe('reminders', () => {
  const nothing = { warned: 0, due: 0, late: 0, caseNumbers: [] }

  it('come once a stage, in office hours, and outlive a lock', async () => {
    const desk = await openRegister({ now: monday })
    await desk.ask('cases.register', newCase())
    const take = () => desk.ask('reminders.take', {})
    expect(await take()).toEqual(nothing)
    desk.clock.set('2026-11-24T03:59:00Z')
    expect(await take()).toEqual(nothing)
    desk.clock.set('2026-11-24T04:00:00Z')
    const told = await take()
    expect(told).toMatchObject({ warned: 1, due: 0, late: 0 })
    expect(told.caseNumbers).toHaveLength(1)
    expect(await take()).toEqual(nothing)
    await desk.ask('vault.lock', {})
    expect(await desk.fail('reminders.take', {})).toMatchObject({ code: 'vaultLocked' })
    await desk.ask('vault.unlock', { passphrase })
    expect(await take()).toEqual(nothing)
    desk.clock.set('2026-11-25T06:00:00Z')
    expect(await take()).toMatchObject({ due: 1 })
    expect(await desk.ask('reminders.counts', {})).toEqual({ today: 1, late: 0 })
    // Late since Thursday, but nobody is there on Saturday.
    desk.clock.set('2026-11-28T06:00:00Z')
    expect(await take()).toEqual(nothing)
    expect(await desk.ask('reminders.counts', {})).toEqual({ today: 0, late: 1 })
    desk.clock.set('2026-11-30T06:00:00Z')
    expect(await take()).toMatchObject({ late: 1 })
    expect(await take()).toEqual(nothing)
  })

  it('come anew for a date that was extended', async () => {
    const desk = await openRegister({ now: '2026-11-25T06:00:00Z' })
    const { id } = await desk.ask('cases.register', newCase())
    expect(await desk.ask('reminders.take', {})).toMatchObject({ due: 1 })
    const { clocks } = await desk.ask('cases.card', { id })
    await desk.ask('deadlines.extend', {
      clockId: clocks[0]?.id ?? 0,
      until: '2026-12-02',
      reason: 'Запрос',
      basis: 'п. 7',
    })
    desk.clock.set('2026-12-02T06:00:00Z')
    expect(await desk.ask('reminders.take', {})).toMatchObject({ due: 1 })
  })

  it('are announced by the watch of the minutes, without a word of what they are', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const desk = await openRegister({ now: monday })
    await desk.ask('cases.register', newCase())
    desk.events.length = 0
    vi.advanceTimersByTime(60_000)
    expect(desk.events).toEqual([])
    desk.clock.set('2026-11-24T06:00:00Z')
    vi.advanceTimersByTime(60_000)
    expect(desk.events).toEqual([{ changed: ['cases'] }, { changed: ['reminders'] }])
  })
})
