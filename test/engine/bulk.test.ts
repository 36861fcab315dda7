import { describe, expect, it } from 'vitest'
import { issueReply } from './correspondence.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

async function answered(desk: TestRegister): Promise<number> {
  const { caseId, letterId } = await issueReply(desk)
  await desk.ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: '' })
  return caseId
}

describe('many cases at once', () => {
  it('are closed where they can be, with a preview, and opened again', async () => {
    const desk = await openRegister()
    const [one, two] = [await answered(desk), await answered(desk)]
    const open = await desk.ask('cases.register', newCase())
    const ids = [one, two, open.id]
    const { cases } = await desk.ask('bulk.previewClose', { ids })
    expect(cases.map(({ problem }) => problem?.code ?? null)).toEqual([null, null, 'stepNotAllowed'])
    expect(await desk.ask('bulk.close', { task: 'close', ids, latenessReason: '' })).toEqual({
      closed: [one, two],
      problems: [],
      stopped: false,
    })
    expect((await desk.ask('cases.card', { id: one })).status).toBe('closed')
    // One of them was worked on since: it stays closed.
    await desk.ask('cases.addNote', { id: two, text: 'Позвонил заявитель' })
    expect(await desk.ask('bulk.undoClose', { ids })).toEqual({ opened: 1 })
    const back = await desk.ask('cases.card', { id: one })
    expect(back).toMatchObject({ status: 'answered' })
    expect(back.history.at(-1)?.action).toBe('closeUndone')
    expect((await desk.ask('cases.card', { id: two })).status).toBe('closed')
  })

  it('have the earlier reason why they were late back when a later closing is taken back', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    desk.clock.set('2026-11-26T06:00:00Z')
    const outcome = { outcome: 'withdrawnByApplicant', refusalGround: null, reason: 'Отозвал' } as const
    const steps = [
      { action: 'decide', ...outcome },
      { action: 'close', latenessReason: 'Сбой почты' },
      { action: 'reopen', reason: 'Передумал' },
      { action: 'decide', ...outcome },
    ] as const
    for (const step of steps) await desk.ask('cases.take', { id, step })
    await desk.ask('bulk.close', { task: 'close', ids: [id], latenessReason: 'Отпуск' })
    await desk.ask('bulk.undoClose', { ids: [id] })
    const card = await desk.ask('cases.card', { id })
    expect(card).toMatchObject({ status: 'decided', latenessReason: 'Сбой почты' })
    expect(card.history.at(-1)?.details['latenessReason']).toEqual({ before: 'Отпуск', now: 'Сбой почты' })
  })

  it('are closed one after another until one stops it; what was closed can be opened again', async () => {
    const desk = await openRegister()
    const ids = [await answered(desk), await answered(desk), await answered(desk)]
    const stopped = desk.app.dispatch('bulk.close', { task: 'close', ids, latenessReason: '' })
    await desk.ask('tasks.cancel', { id: 'close' })
    expect(await stopped).toMatchObject({ ok: true, value: { closed: [ids[0]], stopped: true } })
    expect(await desk.ask('bulk.undoClose', { ids: ids.slice(0, 1) })).toEqual({ opened: 1 })
  })

  it('are given to an officer after it was told from whom they go', async () => {
    const desk = await openRegister()
    const ids = [
      await desk.ask('cases.register', newCase()),
      await desk.ask('cases.register', newCase()),
    ].map(({ id }) => id)
    await desk.ask('officers.save', { id: null, name: 'Б. Ермеков', active: true })
    const assigneeId = (await desk.ask('officers.list', {})).officers[1]?.id ?? 0
    const preview = () => desk.ask('bulk.previewReassign', { ids, assigneeId })
    expect(await preview()).toEqual({ from: [{ assignee: 'Ә. Қалиева', cases: 2 }], staying: 0 })
    await desk.ask('cases.reassign', { assignments: [{ id: ids[0] ?? 0, assigneeId }] })
    await desk.ask('cases.reassign', { assignments: [{ id: ids[1] ?? 0, assigneeId: null }] })
    expect(await preview()).toEqual({ from: [{ assignee: null, cases: 1 }], staying: 1 })
    expect((await desk.fail('bulk.previewReassign', { ids, assigneeId: 99 })).code).toBe('officerUnknown')
  })

  it('go back to who had them, but those that something happened to since', async () => {
    const desk = await openRegister()
    const ids: number[] = []
    for (let count = 0; count < 3; count += 1) ids.push((await desk.ask('cases.register', newCase())).id)
    const [alone = 0, given = 0, noted = 0] = ids
    for (const name of ['Б. Ермеков', 'В. Ким'])
      await desk.ask('officers.save', { id: null, name, active: true })
    const { officers } = await desk.ask('officers.list', {})
    const [mine = 0, his = 0, hers = 0] = officers.map(({ id }) => id)
    const { undo } = await desk.ask('cases.reassign', {
      assignments: ids.map((id) => ({ id, assigneeId: his })),
    })
    // To another, and back: it was decided anew.
    for (const assigneeId of [hers, his])
      await desk.ask('cases.reassign', { assignments: [{ id: given, assigneeId }] })
    await desk.ask('cases.addNote', { id: noted, text: 'Взялся' })
    expect(await desk.ask('bulk.undoReassign', { assignments: undo })).toEqual({ undone: 1 })
    const cards = await Promise.all([alone, given, noted].map((id) => desk.ask('cases.card', { id })))
    expect(cards.map(({ assigneeId }) => assigneeId)).toEqual([mine, his, his])
    expect(await desk.ask('bulk.undoReassign', { assignments: undo })).toEqual({ undone: 0 })
  })

  it('are written to where the letter fits, and it is said which it does not fit', async () => {
    const desk = await openRegister()
    const { caseId } = await issueReply(desk)
    const fresh = (await desk.ask('cases.register', newCase())).id
    const ids = [caseId, fresh]
    const { letters } = await desk.ask('bulk.letters', { ids })
    const reply = letters.find(({ meta }) => meta.id === 'registration-notice')
    expect(reply?.cases).toBeGreaterThan(0)
    const one = letters.find(({ cases }) => cases === 1)
    const letter = { templateId: one?.meta.id ?? '', lang: null, fields: {} }
    const { cases } = await desk.ask('bulk.previewLetters', { ids, ...letter })
    expect(cases.filter(({ problem }) => problem?.code === 'letterNotAllowed')).toHaveLength(1)
  })

  it('are written to: a letter each, in the language of each, numbered without gaps; one can stop it', async () => {
    const desk = await openRegister()
    const ids: number[] = []
    for (const lang of ['ru', 'kk', 'ru', 'kk', 'kk', 'ru'] as const) {
      const applicant = { ...newCase().applicant, lang }
      ids.push((await desk.ask('cases.register', newCase({ applicant }))).id)
    }
    const { letters } = await desk.ask('bulk.letters', { ids })
    expect(letters).toContainEqual(
      expect.objectContaining({ meta: expect.objectContaining({ id: 'registration-notice' }), cases: 6 }),
    )
    expect(letters.map(({ meta }) => meta.id)).not.toContain('access-reply')
    const letter = { templateId: 'registration-notice', lang: null, fields: {} }
    const order = { task: 'letters', ids, ...letter }
    const { cases: prospects } = await desk.ask('bulk.previewLetters', { ids, ...letter })
    expect(prospects.map(({ problem }) => problem)).toEqual(ids.map(() => null))
    expect(await desk.ask('bulk.issueLetters', order)).toEqual({ issued: 6, problems: [], stopped: false })
    const told = desk.events.flatMap((event) => ('progress' in event ? [event.progress] : []))
    expect(told).toContainEqual({ task: 'letters', done: 6, total: 6 })
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b))
    const cards = await Promise.all(ids.map((id) => desk.ask('cases.card', { id })))
    expect(cards.map(({ letters: [letter] }) => [letter?.number, letter?.lang])).toEqual([
      ['2026-0001', 'ru'],
      ['2026-0002', 'kk'],
      ['2026-0003', 'ru'],
      ['2026-0004', 'kk'],
      ['2026-0005', 'kk'],
      ['2026-0006', 'ru'],
    ])
    const missing = await desk.ask('bulk.issueLetters', { ...order, templateId: 'request-for-details' })
    expect(missing).toMatchObject({
      issued: 0,
      problems: ids.map(() => ({ problem: { code: 'letterFieldMissing' } })),
    })
    const cancelled = desk.app.dispatch('bulk.issueLetters', order)
    await desk.ask('tasks.cancel', { id: 'letters' })
    expect(await cancelled).toMatchObject({ ok: true, value: { issued: 4, problems: [], stopped: true } })
    // What was issued before it was stopped is whole.
    const after = await desk.ask('cases.card', { id: ids[0] ?? 0 })
    expect(after.letters.map(({ number }) => number)).toEqual(['2026-0001', '2026-0007'])
    expect((await desk.ask('audit.verify', {})).brokenAt).toBeNull()
  })

  it('are written to without a gap in the numbers where one among them takes no letter', async () => {
    const desk = await openRegister()
    const ids: number[] = []
    for (let count = 0; count < 6; count += 1) ids.push((await desk.ask('cases.register', newCase())).id)
    const annulled = ids[1] ?? 0
    await desk.ask('cases.take', { id: annulled, step: { action: 'annul', reason: 'Ошибка' } })
    const letter = { templateId: 'registration-notice', lang: null, fields: {} }
    expect(await desk.ask('bulk.issueLetters', { task: 'letters', ids, ...letter })).toMatchObject({
      issued: 5,
      problems: [{ id: annulled, problem: { code: 'letterNotAllowed' } }],
    })
    const cards = await Promise.all(ids.map((id) => desk.ask('cases.card', { id })))
    expect(cards.flatMap(({ letters }) => letters.map(({ number }) => number)).toSorted()).toEqual([
      '2026-0001',
      '2026-0002',
      '2026-0003',
      '2026-0004',
      '2026-0005',
    ])
  })
})
