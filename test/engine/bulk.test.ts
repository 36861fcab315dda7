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

  it('are written to: a letter each, in the language of each, numbered without gaps; one can stop it', async () => {
    const desk = await openRegister()
    const ids: number[] = []
    for (const lang of ['ru', 'kk', 'ru'] as const) {
      const applicant = { ...newCase().applicant, lang }
      ids.push((await desk.ask('cases.register', newCase({ applicant }))).id)
    }
    const { letters } = await desk.ask('bulk.letters', { ids })
    expect(letters.map(({ id }) => id)).toContain('registration-notice')
    expect(letters.map(({ id }) => id)).not.toContain('access-reply')
    const order = { task: 'letters', ids, templateId: 'registration-notice', lang: null, fields: {} }
    expect(await desk.ask('bulk.issueLetters', order)).toEqual({ issued: 3, problems: [] })
    const cards = await Promise.all(ids.map((id) => desk.ask('cases.card', { id })))
    expect(cards.map(({ letters: [letter] }) => [letter?.number, letter?.lang])).toEqual([
      ['2026-0001', 'ru'],
      ['2026-0002', 'kk'],
      ['2026-0003', 'ru'],
    ])
    const missing = await desk.ask('bulk.issueLetters', { ...order, templateId: 'request-for-details' })
    expect(missing).toMatchObject({
      issued: 0,
      problems: [{ problem: { code: 'letterFieldMissing' } }, {}, {}],
    })
    const cancelled = desk.app.dispatch('bulk.issueLetters', order)
    await desk.ask('tasks.cancel', { id: 'letters' })
    expect(await cancelled).toMatchObject({ ok: false, error: { code: 'taskCancelled' } })
    // What was issued before it was stopped is whole.
    const after = await desk.ask('cases.card', { id: ids[0] ?? 0 })
    expect(after.letters.map(({ number }) => number)).toEqual(['2026-0001', '2026-0004'])
    expect((await desk.ask('audit.verify', {})).brokenAt).toBeNull()
  })
})
