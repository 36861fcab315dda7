import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/shared/model/case.ts'
import { everything } from '../../src/shared/model/list.ts'
import { newCase, openRegister, organisation } from './register.ts'

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

describe('who asks, taken down wrong', () => {
  const { applicant } = newCase()

  it('is set right: found, answered and known by what is right, and what was wrong stays in the history', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    const right = {
      ...applicant,
      familyName: 'Өмірбекова',
      givenName: 'Жанар',
      phone: '+7 701 000 00 01',
      lang: 'ru',
    } as const
    await desk.ask('cases.correctApplicant', { id, applicant: right })
    const card = await desk.ask('cases.card', { id })
    expect(card.applicant).toEqual(right)
    expect(card.history.at(-1)).toMatchObject({
      action: 'applicantCorrected',
      details: {
        familyName: { before: 'Үмбетова', now: 'Өмірбекова' },
        phone: { before: '+7 700 000 00 00', now: '+7 701 000 00 01' },
        lang: { before: 'kk', now: 'ru' },
      },
    })
    const found = async (search: string, langs: ('ru' | 'kk')[] = []): Promise<string[]> => {
      const narrow = { ...everything, langs }
      const view = { filter: 'all', search, narrow, sort: null, after: null, limit: 9 } as const
      return (await desk.ask('cases.list', view)).rows.map((row) => row.applicantName)
    }
    expect(await found('өмірбек')).toEqual(['Өмірбекова Жанар Әлиқызы'])
    expect(await found('7010000001', ['ru'])).toHaveLength(1)
    expect([await found('үмбет'), await found('', ['kk'])]).toEqual([[], []])
    const { familyName, givenName } = right
    const asked = { familyName, givenName, email: '', iin: '', phone: '8 701 000 00 01' }
    const { cases } = await desk.ask('relations.similar', { kind: 'access', applicant: asked })
    expect(cases.map((similar) => similar.id)).toEqual([id])
    const letter = { caseId: id, templateId: 'registration-notice' }
    const { sources } = await desk.ask('letters.sources', letter)
    expect(JSON.stringify(sources)).toContain('Уважаемая Жанар Әлиқызы!')
    expect(await desk.ask('audit.verify', {})).toMatchObject({ brokenAt: null, faults: [] })
  })

  it('is verified anew, but for another language; the clocks run on as they did', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    await desk.ask('cases.take', { id, step: verified })
    const { clocks } = await desk.ask('cases.card', { id })
    await desk.ask('cases.correctApplicant', { id, applicant: { ...applicant, lang: 'ru' } })
    expect((await desk.ask('cases.card', { id })).status).toBe('inWork')
    await desk.ask('cases.correctApplicant', { id, applicant: { ...applicant, email: 'gulnar@example.org' } })
    const card = await desk.ask('cases.card', { id })
    expect([card.status, card.clocks]).toEqual(['registered', clocks])
    // Nothing changed, nothing happens.
    await desk.ask('cases.correctApplicant', { id, applicant: card.applicant })
    expect((await desk.ask('cases.card', { id })).history).toEqual(card.history)
  })

  it('is in no letter that is issued after that, shown or begun as it may have been before', async () => {
    const desk = await openRegister()
    await desk.ask('settings.saveOrganisation', organisation)
    const { id } = await desk.ask('cases.register', newCase())
    const draft = {
      caseId: id,
      templateId: 'registration-notice',
      lang: 'ru',
      fields: {},
      addressee: { ru: 'Үмбетовой Гүлнар' },
    } as const
    await desk.ask('letters.saveDraft', draft)
    const { sha256 } = await desk.ask('letters.preview', draft)
    await desk.ask('cases.correctApplicant', { id, applicant: { ...applicant, familyName: 'Өмірбекова' } })
    expect((await desk.fail('letters.issue', { sha256 })).code).toBe('letterPreviewStale')
    const { addressee: _, ...left } = draft
    expect((await desk.ask('letters.available', { caseId: id })).draft).toEqual(left)
  })

  it('stays once something is decided, is closed, or lacks what its kind needs', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase({ kind: 'optout' }))
    const correct = { id, applicant: { ...applicant, email: '', phone: '' } }
    expect((await desk.fail('cases.correctApplicant', correct)).code).toBe('caseFieldMissing')
    await desk.ask('cases.take', { id, step: { action: 'annul', reason: 'Дважды' } })
    expect((await desk.fail('cases.correctApplicant', { id, applicant })).code).toBe('caseClosed')
    const { id: decided } = await desk.ask('cases.register', newCase())
    const redirected = { action: 'decide', outcome: 'redirected', refusalGround: null, reason: '' } as const
    await desk.ask('cases.take', { id: decided, step: redirected })
    const refusal = await desk.fail('cases.correctApplicant', { id: decided, applicant })
    expect(refusal.code).toBe('stepNotAllowed')
  })
})
