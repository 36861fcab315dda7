import { describe, expect, it } from 'vitest'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import { CaseKind } from '../../src/shared/model/case.ts'
import {
  type CaseFilter,
  everything,
  type Narrow,
  type Sort,
  SortColumn,
} from '../../src/shared/model/list.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
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

describe('filters, sorting and views', () => {
  it('hold together, and page without loss', async () => {
    const desk = await openRegister()
    const claim = await register(desk, { kind: 'claim', channel: 'paper', receivedOn: '2026-11-19' })
    await register(desk, { kind: 'claim', channel: 'email' })
    await register(desk, { channel: 'paper', site: 'smartcloud.kz' })
    const list = async (narrow: Partial<Narrow>, sort: Sort | null = null): Promise<string[]> => {
      const input = {
        search: '',
        filter: 'all',
        narrow: { ...everything, ...narrow },
        sort,
        after: null,
      } as const
      return (await desk.ask('cases.list', { ...input, limit: 10 })).rows.map(({ number }) => number)
    }
    expect(await list({ kinds: ['claim'], channels: ['paper'] })).toEqual([claim.number])
    expect(await list({ kinds: ['claim'], channels: ['portal'] })).toEqual([])
    expect(await list({ sites: ['smartcloud.kz'] })).toHaveLength(1)
    expect(await list({ receivedTo: LocalDate.parse('2026-11-19') })).toEqual([claim.number])
    expect(await list({ dueTo: LocalDate.parse('2026-11-25'), langs: ['kk'] })).toHaveLength(1)
    expect(await list({ statuses: ['closed'] })).toEqual([])
    for (const by of SortColumn.options) {
      const up = await list({}, { by, descending: false })
      expect(await list({}, { by, descending: true }), by).toEqual(up.toReversed())
    }
  })

  it('sorts names by the alphabet of both languages', async () => {
    const desk = await openRegister()
    for (const familyName of [
      'Ұзақ',
      'Ёлкин',
      'Жүніс',
      'Әлиев',
      'Ақылбек',
      'Еділ',
      'Ғани',
      'Zaman',
      'Қали',
      'Ким',
    ]) {
      await register(desk, { applicant: { ...newCase().applicant, familyName } })
    }
    const sort = { by: 'person', descending: false } as const
    const rows: string[] = []
    let after: Input<'cases.list'>['after'] = null
    do {
      const page: Output<'cases.list'> = await desk.ask('cases.list', {
        search: '',
        filter: 'all',
        sort,
        after,
        limit: 3,
      })
      rows.push(...page.rows.map(({ applicantName }) => applicantName.split(' ')[0] ?? ''))
      after = page.next
    } while (after)
    expect(rows).toEqual([
      'Ақылбек',
      'Әлиев',
      'Ғани',
      'Еділ',
      'Ёлкин',
      'Жүніс',
      'Ким',
      'Қали',
      'Ұзақ',
      'Zaman',
    ])
  })

  it('are saved under a name', async () => {
    const desk = await openRegister()
    const view = {
      filter: 'open',
      search: 'ким',
      narrow: { ...everything, kinds: ['claim'] },
      sort: null,
    } as const
    await desk.ask('cases.saveView', {
      name: 'Претензии',
      view: { ...view, narrow: { ...view.narrow, kinds: ['claim'] } },
    })
    expect((await desk.ask('cases.views', {})).views).toMatchObject([
      { name: 'Претензии', view: { search: 'ким' } },
    ])
    await desk.ask('cases.removeView', { name: 'Претензии' })
    expect((await desk.ask('cases.views', {})).views).toEqual([])
  })

  it('gives cases to another officer and back', async () => {
    const desk = await openRegister()
    const { id } = await register(desk)
    await desk.ask('officers.save', { id: null, name: 'Б. Ермеков', active: true })
    expect((await desk.fail('officers.save', { id: null, name: 'Б. Ермеков', active: true })).code).toBe(
      'officerKnown',
    )
    const { officers } = await desk.ask('officers.list', {})
    expect(officers.map(({ name, openCases }) => [name, openCases])).toEqual([
      ['Ә. Қалиева', 1],
      ['Б. Ермеков', 0],
    ])
    const { undo } = await desk.ask('cases.reassign', {
      assignments: [{ id, assigneeId: officers[1]?.id ?? 0 }],
    })
    const narrow = { ...everything, assignees: [officers[1]?.id ?? 0] }
    const { rows } = await desk.ask('cases.list', {
      search: '',
      filter: 'open',
      narrow,
      after: null,
      limit: 10,
    })
    expect(rows).toMatchObject([{ id, assignee: 'Б. Ермеков' }])
    await desk.ask('bulk.undoReassign', { assignments: undo })
    expect((await desk.ask('cases.card', { id })).assigneeId).toBe(officers[0]?.id)
  })
})

describe('the counters', () => {
  it('equal a count of the cases, whatever happened to them', async () => {
    const desk = await openRegister()
    const kinds = CaseKind.options
    for (let number = 0; number < 30; number += 1) {
      const kind = kinds[number % kinds.length] ?? 'access'
      const { id } = await register(desk, {
        kind,
        receivedOn: number % 3 === 0 ? '2026-11-02' : '2026-11-20',
      })
      if (number % 4 === 0) await desk.ask('cases.take', { id, step: { action: 'annul', reason: 'Ошибка' } })
      if (number % 8 === 0) await desk.ask('cases.take', { id, step: { action: 'reopen', reason: 'Верно' } })
    }
    const count = async (filter: CaseFilter): Promise<number> =>
      (await desk.ask('cases.list', { search: '', filter, after: null, limit: 200 })).rows.length
    expect(await desk.ask('cases.summary', {})).toMatchObject({
      dueToday: await count('today'),
      late: await count('late'),
      fresh: await count('new'),
      open: await count('open'),
    })
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
