import { describe, expect, it } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

const refuse = {
  action: 'decide',
  outcome: 'refused',
  refusalGround: 'identityNotVerified',
  reason: 'Личность не подтверждена',
} as const
const nobody = { familyName: '', givenName: '', iin: '', email: '', phone: '' }

async function similar(
  { ask }: TestRegister,
  applicant: Partial<Input<'relations.similar'>['applicant']>,
): Promise<string[]> {
  const { cases } = await ask('relations.similar', { kind: 'access', applicant: { ...nobody, ...applicant } })
  return cases.map(({ same, sameKind }) => `${same}${sameKind ? '!' : ''}`)
}

describe('cases of the same person', () => {
  it('are found by IIN, e-mail, telephone and name; those of the same kind first; closed ones not', async () => {
    const desk = await openRegister()
    await desk.ask('cases.register', newCase({ kind: 'claim' }))
    const { id } = await desk.ask('cases.register', newCase())
    expect(await similar(desk, { iin: '900101300126' })).toEqual(['iin!', 'iin'])
    expect(await similar(desk, { email: 'gulnar@example.com' })).toEqual(['email!', 'email'])
    expect(await similar(desk, { familyName: 'Үмбетова', givenName: 'Гүлнәр' })).toEqual(['name!', 'name'])
    expect(await similar(desk, { phone: '+7 700 000 00 00' })).toHaveLength(2)
    // However they are typed.
    expect(await similar(desk, { phone: '8 (700) 0000000', email: 'GULNAR@Example.com.' })).toEqual([
      'email!',
      'email',
    ])
    expect(await similar(desk, { phone: '7000000000' })).toEqual(['phone!', 'phone'])
    expect(await similar(desk, { familyName: 'умбетова ', givenName: 'ГУЛНАР' })).toEqual(['name!', 'name'])
    expect(await similar(desk, { familyName: 'Үмбетова' })).toEqual([])
    expect(await similar(desk, {})).toEqual([])
    await desk.ask('cases.take', { id, step: { action: 'annul', reason: 'Ошибка' } })
    expect(await similar(desk, { iin: '900101300126' })).toEqual(['iin'])
  })

  it('are merged into the earlier one, with both histories and no clock left', async () => {
    const desk = await openRegister()
    const first = await desk.ask('cases.register', newCase({ receivedOn: '2026-11-19' }))
    const again = await desk.ask('cases.register', newCase({ receivedOn: '2026-11-23' }))
    const merge = (id: number, intoNumber: string) =>
      desk.app.dispatch('relations.merge', { id, intoNumber, reason: 'То же обращение' })
    expect(await merge(first.id, again.number)).toMatchObject({ error: { code: 'mergeIntoEarlier' } })
    expect(await merge(again.id, again.number)).toMatchObject({ error: { code: 'relationToItself' } })
    expect(await merge(again.id, 'ДС-2026-0099')).toMatchObject({ error: { code: 'caseNumberUnknown' } })
    const claim = await desk.ask('cases.register', newCase({ kind: 'claim', receivedOn: '2026-11-18' }))
    expect(await merge(again.id, claim.number)).toMatchObject({ error: { code: 'mergeOtherKind' } })
    expect(await merge(again.id, first.number)).toMatchObject({ ok: true })
    const merged = await desk.ask('cases.card', { id: again.id })
    expect(merged).toMatchObject({
      status: 'closed',
      annulled: true,
      related: [{ number: first.number, type: 'duplicate' }],
    })
    expect(merged.clocks.map(({ endedBy }) => endedBy)).toEqual(['merged'])
    const kept = await desk.ask('cases.card', { id: first.id })
    expect(kept).toMatchObject({ status: 'registered', related: [{ number: again.number, isLater: false }] })
    expect(kept.clocks[0]).toMatchObject({ dueOn: '2026-11-24', endedOn: null })
    expect(kept.history.at(-1)).toMatchObject({ action: 'merged', details: { case: again.number } })
  })

  it('lose no clock when they are merged, and are no others', async () => {
    const desk = await openRegister()
    const kind = 'rectification'
    const first = await desk.ask('cases.register', newCase({ kind }))
    const again = await desk.ask('cases.register', newCase({ kind, documentsEnclosed: true }))
    const other = await desk.ask(
      'cases.register',
      newCase({
        kind,
        applicant: {
          ...newCase().applicant,
          familyName: 'Ким',
          iin: '',
          email: 'kim@example.com',
          phone: '+7 701 111 22 33',
        },
      }),
    )
    const reason = 'То же обращение'
    expect(
      await desk.fail('relations.merge', { id: other.id, intoNumber: first.number, reason }),
    ).toMatchObject({ code: 'mergeOtherPerson' })
    await desk.ask('relations.merge', { id: again.id, intoNumber: first.number, reason })
    const { clocks } = await desk.ask('cases.card', { id: first.id })
    const running = clocks.filter(({ endedOn }) => endedOn === null).map(({ ruleId }) => ruleId)
    expect(running.toSorted()).toEqual(['answer', 'block', 'block-limit', 'rectify'])
  })

  it('owe each their own when one is taken up again: what went over goes back by its first date', async () => {
    const desk = await openRegister()
    const kind = 'rectification'
    const enclosed = { kind, documentsEnclosed: true } as const
    const first = await desk.ask('cases.register', newCase({ kind, receivedOn: '2026-11-18' }))
    const second = await desk.ask('cases.register', newCase({ kind, receivedOn: '2026-11-19' }))
    const third = await desk.ask('cases.register', newCase({ ...enclosed, receivedOn: '2026-11-20' }))
    const running = async ({ id }: { id: number }) =>
      (await desk.ask('cases.card', { id })).clocks
        .filter(({ endedOn }) => endedOn === null)
        .map(({ ruleId, dueOn }) => `${ruleId} ${dueOn}`)
        .toSorted()
    const reason = 'То же обращение'
    const reopen = { action: 'reopen', reason: 'Другие данные' } as const
    const [before, alone] = [await running(third), await running(first)]
    // Through the second into the first.
    await desk.ask('relations.merge', { id: third.id, intoNumber: second.number, reason })
    await desk.ask('relations.merge', { id: second.id, intoNumber: first.number, reason })
    expect(await running(first)).toContain('rectify 2026-11-23')
    await desk.ask('cases.take', { id: first.id, step: refuse })
    desk.clock.set('2026-12-07T06:00:00Z')
    await desk.ask('cases.take', { id: third.id, step: reopen })
    expect(await running(third)).toEqual(before)
    expect(await running(second)).toEqual([])
    await desk.ask('cases.take', { id: first.id, step: reopen })
    expect(await running(first)).toEqual(alone)
    for (const { id } of [first, second])
      expect((await desk.ask('cases.card', { id })).history).toContainEqual(
        expect.objectContaining({
          action: 'mergeUndone',
          details: { case: third.number, clocksReturned: 'rectify' },
        }),
      )
    await desk.ask('cases.take', { id: second.id, step: reopen })
    expect(await running(second)).not.toContain('rectify 2026-11-23')
    expect((await desk.ask('audit.verify', {})).faults).toEqual([])
  })

  it('lose no clock of those that stay, when one of several is taken up again', async () => {
    const desk = await openRegister()
    const of = (receivedOn: string, documentsEnclosed: boolean) =>
      desk.ask('cases.register', newCase({ kind: 'rectification', receivedOn, documentsEnclosed }))
    const first = await of('2026-11-18', false)
    const [second, third] = [await of('2026-11-19', true), await of('2026-11-20', true)]
    for (const { id } of [second, third])
      await desk.ask('relations.merge', { id, intoNumber: first.number, reason: 'То же обращение' })
    const documents = { action: 'receiveDocuments', receivedOn: '2026-11-23', what: 'Справка' } as const
    await desk.ask('cases.take', { id: first.id, step: documents })
    const rectify = async ({ id }: { id: number }): Promise<string[]> =>
      (await desk.ask('cases.card', { id })).clocks
        .filter(({ ruleId, endedOn }) => ruleId === 'rectify' && endedOn === null)
        .map(({ dueOn }) => dueOn)
    expect(await rectify(first)).toEqual(['2026-11-20', '2026-11-23', '2026-11-24'])
    for (const { id } of [second, third])
      await desk.ask('cases.take', { id, step: { action: 'reopen', reason: 'Другие данные' } })
    expect(await rectify(first)).toEqual(['2026-11-24'])
    expect([await rectify(second), await rectify(third)]).toEqual([['2026-11-20'], ['2026-11-23']])
    expect((await desk.ask('audit.verify', {})).faults).toEqual([])
  })

  it('are linked: a claim with the case it grew from', async () => {
    const desk = await openRegister()
    const refused = await desk.ask('cases.register', newCase())
    const claim = await desk.ask('cases.register', newCase({ kind: 'claim', followsId: refused.id }))
    const card = await desk.ask('cases.card', { id: claim.id })
    expect(card.related).toMatchObject([{ number: refused.number, type: 'follows', isLater: true }])
    await desk.ask('relations.relate', { id: claim.id, otherNumber: refused.number, type: 'related' })
    expect((await desk.ask('cases.card', { id: refused.id })).related).toMatchObject([
      { number: claim.number, type: 'related', isLater: false },
    ])
    await desk.ask('relations.unrelate', { id: refused.id, otherId: claim.id })
    expect((await desk.ask('cases.card', { id: claim.id })).related).toEqual([])
  })
})
