import { describe, expect, it } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { CaseKind, type Outcome } from '../../src/shared/model/case.ts'
import { noteEverySystem, previewReply } from './correspondence.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

type Step = Input<'cases.take'>['step']

const verify: Step = { action: 'verifyIdentity', method: 'inPerson', compared: 'Имя и дата рождения' }
const takeUp: Step = { action: 'takeUp' }
const block: Step = { action: 'block', blockedOn: '2026-11-20', what: 'Телефон' }
const unblock: Step = { action: 'unblock', unblockedOn: '2026-11-23', why: 'Проверка окончена' }
const execute: Step = { action: 'execute', executedOn: '2026-11-23', what: 'Исполнено' }
const grant: Step = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' }

/** The straight way of each kind: steps before the systems are searched, and from the decision to the answer. */
const ways: Record<CaseKind, { begin: Step[]; act: Step[] }> = {
  access: { begin: [verify], act: [grant] },
  rectification: { begin: [block, verify], act: [grant, execute, unblock] },
  blocking: { begin: [block, verify], act: [grant, execute, unblock] },
  destruction: { begin: [block, verify], act: [grant, execute, unblock] },
  withdrawal: { begin: [verify], act: [grant, execute] },
  optout: { begin: [], act: [execute] },
  claim: { begin: [takeUp], act: [grant] },
  question: { begin: [takeUp], act: [] },
  authority: { begin: [{ ...verify, method: 'officialLetter' }], act: [grant] },
}

async function take({ ask }: TestRegister, id: number, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await ask('cases.take', { id, step })
}

/** Issues the letter that answers, hands it over and closes the case. */
async function answerAndClose(desk: TestRegister, id: number, lang: 'ru' | 'kk'): Promise<void> {
  const { sha256 } = await previewReply(desk, id, lang)
  const { id: letterId } = await desk.ask('letters.issue', { sha256 })
  await desk.ask('letters.handOver', { id: letterId, method: 'inPerson', on: '2026-11-23', note: '' })
  await close(desk, id)
}

async function close(desk: TestRegister, id: number): Promise<void> {
  const { late } = await desk.ask('cases.card', { id })
  await take(desk, id, [{ action: 'close', latenessReason: late ? 'Отпуск' : null }])
}

describe('a case of each kind', () => {
  it.each(CaseKind.options)('%s goes from its receipt to its end, and every clock ends', async (kind) => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind }))
    await take(desk, id, ways[kind].begin)
    if (!ways[kind].begin.includes(takeUp)) await noteEverySystem(desk, id, 'destroyed')
    await take(desk, id, ways[kind].act)
    await answerAndClose(desk, id, kind === 'claim' ? 'kk' : 'ru')
    const card = await desk.ask('cases.card', { id })
    expect(card).toMatchObject({ status: 'closed', late: false, annulled: false })
    expect(card.clocks.filter(({ endedOn }) => endedOn === null)).toEqual([])
    expect((await desk.ask('audit.verify', {})).brokenAt).toBeNull()
  })

  it('blocks at once what an authority calls unlawful, and lifts it when that is not confirmed', async () => {
    const desk = await openRegister()
    const { details } = newCase({ kind: 'authority' })
    const { id } = await desk.ask(
      'cases.register',
      newCase({ kind: 'authority', details: { ...details, ground: 'unlawful' } }),
    )
    await take(desk, id, [block, { ...verify, method: 'officialLetter' }])
    await noteEverySystem(desk, id, 'disclosed')
    await take(desk, id, [{ action: 'decide', outcome: 'nothingFound', refusalGround: null, reason: '' }])
    const running = async (): Promise<string[]> =>
      (await desk.ask('cases.card', { id })).clocks
        .filter(({ endedOn }) => !endedOn)
        .map(({ ruleId }) => ruleId)
    expect(await running()).toEqual(['unblock', 'authority-answer'])
    await take(desk, id, [unblock])
    expect(await running()).toEqual(['authority-answer'])
    await answerAndClose(desk, id, 'ru')
    expect((await desk.ask('cases.card', { id })).status).toBe('closed')
  })

  it.each(CaseKind.options)(
    '%s is redirected with a letter, and ends without one when taken back',
    async (kind) => {
      const desk = await openRegister()
      const decide = (outcome: Outcome): Step => ({
        action: 'decide',
        outcome,
        refusalGround: null,
        reason: '',
      })
      const redirected = await desk.ask('cases.register', newCase({ kind }))
      await take(desk, redirected.id, [decide('redirected')])
      await answerAndClose(desk, redirected.id, 'kk')
      const takenBack = await desk.ask('cases.register', newCase({ kind }))
      await take(desk, takenBack.id, [decide('withdrawnByApplicant')])
      const late = (await desk.ask('cases.card', takenBack)).late
      await take(desk, takenBack.id, [{ action: 'close', latenessReason: late ? 'Отозвано позже' : null }])
      const { clocks } = await desk.ask('cases.card', takenBack)
      expect(clocks.every(({ endedBy }) => endedBy === 'requestWithdrawn')).toBe(true)
    },
  )
})

describe('chained clocks', () => {
  it('lead from a confirmed violation to its end and to the notice, each ended by what happened', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind: 'destruction' }))
    await take(desk, id, [block, verify])
    await noteEverySystem(desk, id, 'destroyed')
    await take(desk, id, [grant])
    const dates = async (): Promise<Record<string, unknown>> => {
      const { clocks } = await desk.ask('cases.card', { id })
      return Object.fromEntries(clocks.map(({ ruleId, dueOn, endedBy }) => [ruleId, [dueOn, endedBy]]))
    }
    expect(await dates()).toMatchObject({
      destroy: ['2026-11-24', null],
      'delete-limit': ['2026-12-07', null],
      answer: ['2026-11-25', null],
    })
    await take(desk, id, [execute])
    expect(await dates()).toMatchObject({
      destroy: ['2026-11-24', 'executed'],
      'delete-limit': ['2026-12-07', 'executed'],
      notice: ['2026-11-24', null],
    })
    await take(desk, id, [unblock])
    await answerAndClose(desk, id, 'ru')
    expect(await dates()).toMatchObject({
      notice: ['2026-11-24', 'answered'],
      answer: ['2026-11-25', 'answered'],
    })
  })

  it('of a claim: the court is noted after the answer', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind: 'claim' }))
    const court: Step = { action: 'handToCourt', handedOn: '2026-11-23', what: 'Суд в г. Алматы' }
    expect((await desk.fail('cases.take', { id, step: court })).code).toBe('stepNotAllowed')
    await take(desk, id, [takeUp, { ...grant, outcome: 'refused', refusalGround: 'claimUngrounded' }])
    await answerAndClose(desk, id, 'ru')
    await take(desk, id, [court])
    expect((await desk.ask('cases.card', { id })).courtOn).toBe('2026-11-23')
  })
})
