import { describe, expect, it } from 'vitest'
import {
  decide,
  issueReply,
  previewReply,
  send,
  settingsFor,
  settled,
  startServer,
} from './correspondence.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'

const message = { to: 'gulnar@example.com', subject: 'Жауап', text: '' }

/** The reply of a case that went on without a verified identity. */
async function issueUnverified(desk: TestRegister): Promise<{ caseId: number; letterId: number }> {
  const { id: caseId } = await desk.ask('cases.register', newCase())
  const reason = 'Срок истекает'
  await desk.ask('cases.take', { id: caseId, step: { action: 'proceedUnverified', reason } })
  await desk.ask('execution.noteRest', { caseId })
  await desk.ask('cases.take', {
    id: caseId,
    step: { action: 'decide', outcome: 'nothingFound', refusalGround: null, reason: '' },
  })
  const { sha256 } = await previewReply(desk, caseId, 'ru')
  const { id: letterId } = await desk.ask('letters.issue', { sha256 })
  return { caseId, letterId }
}

async function deedsOf(desk: TestRegister, id: number) {
  return (await desk.ask('cases.card', { id })).history.map(({ action, details }) => ({ action, details }))
}

describe('the gate before the outbox', () => {
  it('shows the letter, its person and what it ends', async () => {
    const desk = await openRegister()
    const { letterId, number } = await issueReply(desk)
    const { attachment, gate } = await desk.ask('mail.compose', { letterId })
    const { bytes, sha256 } = await desk.ask('letters.pdf', { id: letterId })
    expect(attachment).toEqual({ name: `${number}.pdf`, size: bytes.length, sha256 })
    expect(gate).toMatchObject({
      known: 'gulnar@example.com',
      addressVerified: true,
      identityVerified: true,
      verifiedBy: 'knownAddress',
      discloses: true,
      caseNumber: 'ДС-2026-0001',
      letterNumber: number,
      lang: 'kk',
      stops: [{ dueOn: '2026-11-25', daysLeft: 2 }],
    })
  })

  it('lets a letter to another address through once that was looked at twice, and says so in the history', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId, caseId } = await issueReply(desk)
    const elsewhere = { ...message, letterId, to: 'other@example.org' }
    expect((await desk.fail('mail.send', elsewhere)).code).toBe('recipientDiffers')
    expect((await desk.ask('mail.outbox', { limit: 1 })).mails).toEqual([])
    await desk.ask('mail.send', { ...elsewhere, addressChecked: true })
    await settled(desk)
    expect(server.received).toMatchObject([{ to: ['other@example.org'] }])
    expect(await deedsOf(desk, caseId)).toContainEqual({
      action: 'mailQueued',
      details: expect.objectContaining({ knownAddress: 'gulnar@example.com', addressChecked: 'yes' }),
    })
  })

  it('keeps back what waits for the address on record, once that is set right', async () => {
    const [putting, refusing] = [await startServer(['greylist']), await startServer(['refuseRecipient'])]
    const desk = await openRegister()
    const { letterId, caseId } = await issueReply(desk)
    await desk.ask('settings.saveSmtp', settingsFor(refusing))
    await send(desk, letterId)
    await settled(desk)
    await desk.ask('settings.saveSmtp', settingsFor(putting))
    await send(desk, letterId)
    const newest = async () => (await desk.ask('mail.outbox', { limit: 1 })).mails[0]
    await expect.poll(newest).toMatchObject({ state: 'queued', attempts: 1 })
    await desk.ask('cases.take', { id: caseId, step: { action: 'reopen', reason: 'Адрес записан неверно' } })
    const { applicant } = newCase()
    const states = async () =>
      (await desk.ask('mail.outbox', { limit: 9 })).mails.map(({ id, state }) => ({ id, state }))
    await desk.ask('cases.correctApplicant', { id: caseId, applicant: { ...applicant, lang: 'ru' } })
    const before = await states()
    expect(before.map(({ state }) => state)).toEqual(['queued', 'failed'])
    await desk.ask('cases.correctApplicant', {
      id: caseId,
      applicant: { ...applicant, email: 'g@example.org' },
    })
    expect((await states()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
    for (const { id } of before) expect((await desk.fail('mail.retry', { id })).code).toBe('mailStateWrong')
    expect((await deedsOf(desk, caseId)).filter(({ action }) => action === 'mailTakenBack')).toHaveLength(2)
    expect((await desk.ask('audit.verify', {})).faults).toEqual([])
  })

  it('keeps back what surely did not arrive after all, once the address was set right', async () => {
    const dropping = await startServer(['dropBeforeAnswer'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(dropping))
    const stateAfter = async (change: Partial<ReturnType<typeof newCase>['applicant']>) => {
      const { letterId, caseId } = await issueReply(desk)
      const id = await send(desk, letterId)
      await settled(desk)
      await desk.ask('cases.take', { id: caseId, step: { action: 'reopen', reason: 'Записано неверно' } })
      await desk.ask('cases.correctApplicant', {
        id: caseId,
        applicant: { ...newCase().applicant, ...change },
      })
      await desk.ask('mail.settle', { id, outcome: 'failed', note: 'Не пришло' })
      return (await desk.ask('mail.outbox', { limit: 1 })).mails[0]?.state
    }
    expect(await stateAfter({ email: 'g@example.org' })).toBe('withdrawn')
    expect(await stateAfter({ lang: 'ru' })).toBe('failed')
    expect((await desk.ask('audit.verify', {})).faults).toEqual([])
  })

  it('asks anew who it is once somebody else speaks for the applicant', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    const verify = { action: 'verifyIdentity', method: 'knownAddress', compared: 'Адрес' } as const
    await desk.ask('cases.take', { id, step: verify })
    const identityVerified = async (): Promise<boolean> => {
      const { sha256 } = await desk.ask('letters.preview', {
        caseId: id,
        templateId: 'registration-notice',
        lang: 'ru',
        fields: {},
      })
      const letter = await desk.ask('letters.issue', { sha256 })
      return (await desk.ask('mail.compose', { letterId: letter.id })).gate.identityVerified
    }
    expect(await identityVerified()).toBe(true)
    const power = {
      powerNumber: '17',
      powerIssuedOn: '2026-01-10',
      powerIssuer: 'нотариус',
      powerValidUntil: null,
    }
    await desk.ask('cases.setRepresentative', { id, representative: { name: 'Омаров Ерлан', ...power } })
    expect(await identityVerified()).toBe(false)
    await desk.ask('cases.take', { id, step: { ...verify, method: 'powerOfAttorney' } })
    expect(await identityVerified()).toBe(true)
  })

  it('stands before a letter that is given by hand or posted, too', async () => {
    const desk = await openRegister()
    const { letterId, caseId } = await issueUnverified(desk)
    const byHand = { id: letterId, method: 'inPerson', on: '2026-11-23', note: '' } as const
    expect((await desk.fail('letters.handOver', byHand)).code).toBe('identityNotVerified')
    await desk.ask('letters.handOver', { ...byHand, unverifiedReason: 'Предъявлено удостоверение' })
    expect(await deedsOf(desk, caseId)).toContainEqual({
      action: 'disclosedUnverified',
      details: expect.objectContaining({ method: 'inPerson', reason: 'Предъявлено удостоверение' }),
    })
  })

  it('keeps data from whose identity is not verified, but for a reason that the history keeps', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId, caseId } = await issueUnverified(desk)
    expect((await desk.ask('mail.compose', { letterId })).gate).toMatchObject({
      addressVerified: false,
      identityVerified: false,
      verifiedBy: null,
    })
    expect((await desk.fail('mail.send', { ...message, letterId })).code).toBe('identityNotVerified')
    const unverifiedReason = 'Личность известна по договору'
    await desk.ask('mail.send', { ...message, letterId, unverifiedReason })
    await settled(desk)
    expect(server.received).toHaveLength(1)
    expect(await deedsOf(desk, caseId)).toContainEqual({
      action: 'disclosedUnverified',
      details: expect.objectContaining({ reason: unverifiedReason, to: message.to }),
    })
  })

  it('forgets a verification once the case is opened anew', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId, caseId } = await issueReply(desk)
    await desk.ask('cases.take', { id: caseId, step: { action: 'reopen', reason: 'Новые сведения' } })
    expect((await desk.fail('mail.send', { ...message, letterId })).code).toBe('identityNotVerified')
    await decide(desk, caseId)
    await send(desk, letterId)
    await settled(desk)
    // The letter of the earlier round ends no clock of this one.
    expect((await desk.ask('mail.compose', { letterId })).gate.stops).toEqual([])
  })
})
