import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/shared/model/case.ts'
import { newCase, openRegister } from './register.ts'

const verified = {
  action: 'verifyIdentity',
  method: 'knownAddress',
  compared: 'Адрес e-mail из договора',
} as const satisfies Step

describe('the identity', () => {
  it('is verified by comparing, without scans: each attempt stays with method, officer and time', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    await desk.ask('cases.take', { id, step: { ...verified, action: 'failVerification' } })
    expect((await desk.ask('cases.card', { id })).status).toBe('registered')
    await desk.ask('cases.take', { id, step: verified })
    const { status, verifications } = await desk.ask('cases.card', { id })
    expect(status).toBe('inWork')
    const attempt = { method: 'knownAddress', compared: 'Адрес e-mail из договора', officer: 'Ә. Қалиева' }
    expect(verifications).toMatchObject([
      { ...attempt, confirmed: false },
      { ...attempt, confirmed: true },
    ])
  })

  it('of who acts for another rests on a power of attorney in force', async () => {
    const desk = await openRegister()
    const representative = {
      name: 'Омаров Ерлан',
      powerNumber: '17',
      powerIssuedOn: '2026-01-10',
      powerIssuer: 'нотариус г. Алматы',
      powerValidUntil: '2026-11-30',
    }
    const { id } = await desk.ask('cases.register', newCase({ representative }))
    expect((await desk.ask('cases.card', { id })).representative).toEqual(representative)
    desk.clock.set('2026-12-01T06:00:00Z')
    expect(await desk.fail('cases.take', { id, step: verified })).toEqual({
      code: 'powerExpired',
      details: { on: '2026-11-30' },
    })
    await desk.ask('cases.setRepresentative', {
      id,
      representative: { ...representative, powerValidUntil: null },
    })
    await desk.ask('cases.take', { id, step: { ...verified, method: 'powerOfAttorney' } })
    const { history } = await desk.ask('cases.card', { id })
    expect(history.map((entry) => entry.action)).toContain('representativeSet')
  })

  it('is passed over only by the named override, which the history keeps', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind: 'destruction' }))
    await desk.ask('cases.take', {
      id,
      step: { action: 'proceedUnverified', reason: 'Данных, кроме адреса, нет' },
    })
    const { history } = await desk.ask('cases.card', { id })
    expect(history.at(-1)).toMatchObject({
      action: 'proceededUnverified',
      actor: 'Ә. Қалиева',
      details: { reason: 'Данных, кроме адреса, нет' },
    })
  })

  it.each(['', '   ', '\t\n\u00a0'])('is not passed over without a reason: %j', async (reason) => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind: 'destruction' }))
    const before = await desk.ask('cases.card', { id })
    const refusal = await desk.fail('cases.take', { id, step: { action: 'proceedUnverified', reason } })
    expect(refusal.code).toBe('inputInvalid')
    const { status, history } = await desk.ask('cases.card', { id })
    expect(status).toBe('registered')
    expect(history).toEqual(before.history)
  })
})
