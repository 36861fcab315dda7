import { describe, expect, it } from 'vitest'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import { CaseKind } from '../../src/shared/model/case.ts'
import { everything, type Narrow, type Sort, SortColumn } from '../../src/shared/model/list.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

async function register(
  { ask }: TestRegister,
  change: Parameters<typeof newCase>[0] = {},
): Promise<{ id: number; number: string }> {
  return ask('cases.register', newCase(change))
}

/** Rows of a view, page after page, two at a time. */
async function rowsOf(
  desk: TestRegister,
  view: Partial<Input<'cases.list'>>,
): Promise<Output<'cases.list'>['rows']> {
  const rows: Output<'cases.list'>['rows'] = []
  let after: Input<'cases.list'>['after'] = null
  do {
    const ask: Input<'cases.list'> = { search: '', filter: 'all', ...view, after, limit: 2 }
    const page: Output<'cases.list'> = await desk.ask('cases.list', ask)
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}

describe('the order', () => {
  it('is that of journals, of the law, of the work, and of the alphabet', async () => {
    const desk = await openRegister()
    for (const kind of ['question', 'claim', 'access', 'question'] as const) await register(desk, { kind })
    await desk.ask('officers.save', { id: null, name: 'А. Бекова', active: true })
    const [first] = await rowsOf(desk, {})
    await desk.ask('cases.reassign', { assignments: [{ id: first?.id ?? 0, assigneeId: 2 }] })
    await desk.ask('cases.take', { id: 1, step: { action: 'takeUp' } })
    const by = async (sort: Sort['by']): Promise<string[]> =>
      (await rowsOf(desk, { sort: { by: sort, descending: false } })).map(({ number }) =>
        number.replace('-2026-000', ''),
      )
    expect(await by('number')).toEqual(['ВП1', 'ВП2', 'ДС1', 'ПР1'])
    expect(await by('kind')).toEqual(['ДС1', 'ПР1', 'ВП1', 'ВП2'])
    expect(await by('status')).toEqual(['ПР1', 'ДС1', 'ВП2', 'ВП1'])
    expect(await by('assignee')).toEqual(['ВП2', 'ВП1', 'ПР1', 'ДС1'])
    await desk.ask('officers.save', { id: 2, name: 'Я. Бекова', active: true })
    expect(await by('assignee')).toEqual(['ВП1', 'ПР1', 'ДС1', 'ВП2'])
  })

  it('holds while one searches, first for what matches as typed', async () => {
    const desk = await openRegister()
    const name = (familyName: string): Parameters<typeof newCase>[0] => ({
      applicant: { ...newCase().applicant, familyName, email: '', phone: '', iin: '' },
    })
    for (const [family, receivedOn] of [
      ['Нурлан', '2026-11-18'],
      ['Нұрлан', '2026-11-12'],
      ['Нурланов', '2026-11-10'],
      ['Нұрланов', '2026-11-16'],
    ] as const)
      await register(desk, { ...name(family), receivedOn })
    const sort = { by: 'received', descending: false } as const
    const rows = await rowsOf(desk, { search: 'нурлан', sort })
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual([
      '2026-11-10',
      '2026-11-18',
      '2026-11-12',
      '2026-11-16',
    ])
  })

  it('is the same by whichever way the rows are read', async () => {
    const desk = await openRegister()
    const papers: number[] = []
    for (let number = 0; number < 40; number += 1) {
      const kind = CaseKind.options[number % 9] ?? 'access'
      const day = String(2 + (number % 19)).padStart(2, '0')
      await register(desk, {
        kind,
        receivedOn: `2026-11-${day}`,
        channel: number % 3 === 0 ? 'paper' : 'email',
      })
    }
    const all = await rowsOf(desk, {})
    const views: Partial<Narrow>[] = [
      { kinds: ['claim', 'access'] },
      { kinds: ['question'], channels: ['paper'] },
      { statuses: ['registered'], assignees: [1] },
      { receivedFrom: LocalDate.parse('2026-11-05'), receivedTo: LocalDate.parse('2026-11-06') },
      { dueTo: LocalDate.parse('2026-11-20') },
    ]
    for (const narrow of views) {
      for (const filter of ['all', 'open', 'late', 'new'] as const) {
        for (const by of SortColumn.options) {
          const view = { filter, narrow: { ...everything, ...narrow } }
          const up = await rowsOf(desk, { ...view, sort: { by, descending: false } })
          const down = await rowsOf(desk, { ...view, sort: { by, descending: true } })
          expect(down.toReversed(), by).toEqual(up)
          const fits = all.filter(
            (row) =>
              (!narrow.kinds || narrow.kinds.includes(row.kind)) &&
              (!narrow.receivedFrom || (row.receivedOn >= '2026-11-05' && row.receivedOn <= '2026-11-06')) &&
              (!narrow.channels || papers.includes(row.id)) &&
              (!narrow.dueTo || (row.dueOn ?? '9999') <= '2026-11-20') &&
              (filter !== 'late' || (row.daysLeft ?? 0) < 0),
          )
          expect(up.length, `${filter} ${by}`).toBe(fits.length)
        }
      }
    }
  })
})

describe('who has a case', () => {
  it('may be nobody, and nobody can be looked for', async () => {
    const desk = await openRegister()
    const { id } = await register(desk)
    await register(desk)
    const { undo } = await desk.ask('cases.reassign', { assignments: [{ id, assigneeId: null }] })
    const nobodys = (): Promise<unknown[]> => rowsOf(desk, { narrow: { ...everything, assignees: [0] } })
    expect(await nobodys()).toMatchObject([{ id, assignee: null }])
    await desk.ask('bulk.undoReassign', { assignments: undo })
    expect(await nobodys()).toEqual([])
  })

  it('is who works, under whichever name', async () => {
    const desk = await openRegister()
    await desk.ask('officers.save', { id: 1, name: 'Ә. Қалиева-Ким', active: true })
    const { id } = await register(desk)
    const card = await desk.ask('cases.card', { id })
    expect(card.assigneeId).toBe(1)
    expect(card.history[0]?.actor).toBe('Ә. Қалиева-Ким')
  })
})
