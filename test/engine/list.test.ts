import { describe, expect, it } from 'vitest'
import { newCase, openRegister, type TestRegister } from './register.ts'

async function register(
  { ask }: TestRegister,
  change: Parameters<typeof newCase>[0] = {},
): Promise<{ id: number; number: string }> {
  return ask('cases.register', newCase(change))
}

describe('the list', () => {
  it('sorts by urgency, pages without loss, and counts', async () => {
    const desk = await openRegister()
    for (const receivedOn of ['2026-11-20', '2026-11-02', '2026-11-18', '2026-11-19', '2026-11-23']) {
      await register(desk, { receivedOn })
    }
    const first = await desk.ask('cases.list', { search: '', filter: 'open', after: null, limit: 3 })
    const rest = await desk.ask('cases.list', { search: '', filter: 'open', after: first.next, limit: 3 })
    expect([...first.rows, ...rest.rows].map((row) => row.dueOn)).toEqual([
      '2026-11-05',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ])
    expect(first.rows[0]?.daysLeft).toBe(-18)
    expect(rest.next).toBeNull()
    expect(await desk.ask('cases.summary', {})).toMatchObject({
      today: '2026-11-23',
      dueToday: 1,
      late: 1,
      fresh: 5,
      open: 5,
    })
  })

  it('finds by number, name, IIN, e-mail and words, as one types, in both languages', async () => {
    const desk = await openRegister()
    const { number } = await register(desk, { text: 'Тёмный лес' })
    await register(desk, {
      applicant: { ...newCase().applicant, familyName: 'Сейтқали', email: 'b@example.net', iin: '' },
    })
    const find = async (search: string): Promise<number> =>
      (await desk.ask('cases.list', { search, filter: 'all', after: null, limit: 10 })).rows.length
    expect(await find(number)).toBe(1)
    expect(await find('үмбет')).toBe(1)
    expect(await find('ҮМБЕТОВА гүлнәр')).toBe(1)
    expect(await find('900101300126')).toBe(1)
    expect(await find('b@example.net')).toBe(1)
    expect(await find('темный')).toBe(1)
    expect(await find('гүл')).toBe(2)
    expect(await find('нетакого')).toBe(0)
    expect(await find('" OR 1 NEAR( * ^')).toBe(0)
    expect(await find('   ')).toBe(2)
    expect(await find('үмбет\u0000')).toBe(1)
  })
})

describe('the chain of the record', () => {
  it('is whole', async () => {
    const desk = await openRegister()
    await register(desk)
    const { entries, brokenAt, head } = await desk.ask('audit.verify', {})
    expect({ entries, brokenAt }).toEqual({ entries: 3, brokenAt: null })
    expect(head).toMatch(/^[0-9a-f]{64}$/)
  })
})
