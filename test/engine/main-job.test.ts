import { readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
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
import { textOf } from '../pdf-text.ts'
import { newCase, openRegister, passphrase, startRegister } from './register.ts'

describe('the main job', () => {
  it('goes from an e-mail to an answer that the server took, and a closed case', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const email = await desk.ask('intake.read', { bytes: readFileSync('resources/demo/access-ru.eml') })
    const { kind, applicant, documentsEnclosed } = email.proposal
    const { id } = await desk.ask('cases.register', {
      ...newCase(),
      kind: kind ?? 'claim',
      receivedOn: email.receivedOn ?? '',
      documentsEnclosed,
      applicant,
      subject: email.subject,
      text: email.text,
      emailId: email.emailId,
    })
    await decide(desk, id)
    const preview = await previewReply(desk, id, 'ru')
    const letter = await desk.ask('letters.issue', { sha256: preview.sha256 })
    expect(letter.number).toBe(preview.number)
    await send(desk, letter.id)
    await settled(desk)

    const received = await PostalMime.parse(server.received[0]?.bytes ?? new Uint8Array())
    expect(received.attachments[0]?.filename).toBe(`${letter.number}.pdf`)
    expect(Buffer.from(received.attachments[0]?.content as ArrayBuffer).equals(preview.pdf)).toBe(true)
    const original = await PostalMime.parse(readFileSync('resources/demo/access-ru.eml'))
    expect(received.inReplyTo).toBe(original.messageId)

    const card = await desk.ask('cases.card', { id })
    expect(card).toMatchObject({ status: 'answered', late: true })
    expect(card.letters[0]?.delivery).toMatchObject({ method: 'email', on: '2026-11-23' })
    expect(card.mails[0]).toMatchObject({ state: 'sent', response: expect.stringMatching(/^250 /) })
    expect(
      (await desk.fail('cases.take', { id, step: { action: 'close', latenessReason: null } })).code,
    ).toBe('latenessReasonMissing')
    await desk.ask('cases.take', { id, step: { action: 'close', latenessReason: 'Отпуск' } })
    expect((await desk.ask('cases.card', { id })).status).toBe('closed')
    expect((await desk.ask('audit.verify', {})).brokenAt).toBeNull()

    const again = await desk.ask('intake.read', { bytes: readFileSync('resources/demo/access-ru.eml') })
    expect(again.registeredAs).toBe(card.number)
    expect(await desk.fail('cases.register', newCase({ emailId: again.emailId }))).toEqual({
      code: 'emailAlreadyRegistered',
      details: { number: card.number },
    })
  })
})

describe('a letter', () => {
  it('that was previewed is issued to the byte, once', async () => {
    const desk = await openRegister()
    const { letterId, caseId, number } = await issueReply(desk)
    expect(number).toBe('2026-0001')
    const { letters } = await desk.ask('cases.card', { id: caseId })
    const pdf = await desk.ask('letters.pdf', { id: letterId })
    expect(pdf.sha256).toBe(letters[0]?.sha256)
    // The same preview again would give the same number to two letters.
    expect((await desk.fail('letters.issue', { sha256: pdf.sha256 })).code).toBe('letterPreviewStale')
  })

  it('promises no day that is past', async () => {
    const desk = await openRegister()
    const notice = async (receivedOn: string): Promise<string> => {
      const { id: caseId } = await desk.ask('cases.register', newCase({ receivedOn }))
      const draft = { caseId, templateId: 'registration-notice', lang: 'ru' as const, fields: {} }
      return textOf((await desk.ask('letters.preview', draft)).pdf)
    }
    expect(await notice('2026-11-20')).toContain('25 ноября 2026')
    expect(await notice('2026-11-09')).not.toContain('12 ноября 2026')
  })

  it('whose preview is of yesterday is not issued', async () => {
    const desk = await openRegister()
    const { id: caseId } = await desk.ask('cases.register', newCase())
    const preview = await desk.ask('letters.preview', {
      caseId,
      templateId: 'registration-notice',
      lang: 'kk',
      fields: {},
    })
    desk.clock.set('2026-11-24T06:00:00Z')
    expect((await desk.fail('letters.issue', { sha256: preview.sha256 })).code).toBe('letterPreviewStale')
  })

  it('needs a letterhead, a fitting status and its fields', async () => {
    const desk = startRegister()
    await desk.ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
    const { id: caseId } = await desk.ask('cases.register', newCase())
    const draft = { caseId, templateId: 'registration-notice', lang: 'ru' as const, fields: {} }
    expect((await desk.fail('letters.preview', draft)).code).toBe('organisationMissing')
    expect(await desk.fail('letters.preview', { ...draft, templateId: 'access-reply' })).toEqual({
      code: 'letterNotAllowed',
      details: { status: 'registered' },
    })
  })

  it('handed over on paper answers the case', async () => {
    const desk = await openRegister()
    const { caseId, letterId } = await issueReply(desk)
    const delivery = { id: letterId, method: 'post', on: '2026-11-23', note: 'Заказное письмо' } as const
    expect((await desk.fail('letters.handOver', { ...delivery, on: '2026-11-24' })).code).toBe('dateInFuture')
    await desk.ask('letters.handOver', delivery)
    expect(await desk.ask('cases.card', { id: caseId })).toMatchObject({
      status: 'answered',
      clocks: [{ ruleId: 'answer', endedBy: 'answered', endedOn: '2026-11-23', late: false }],
    })
    expect((await desk.fail('letters.handOver', delivery)).code).toBe('letterAlreadyDelivered')
  })
})

describe('a case that returns to work', () => {
  it('has a deadline again, and no letter of the earlier round answers it', async () => {
    const desk = await openRegister()
    const { caseId, letterId } = await issueReply(desk)
    const second = await previewReply(desk, caseId, 'ru')
    const { id: spare } = await desk.ask('letters.issue', { sha256: second.sha256 })
    await desk.ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: '' })
    await desk.ask('cases.take', { id: caseId, step: { action: 'close', latenessReason: null } })
    await desk.ask('cases.take', { id: caseId, step: { action: 'reopen', reason: 'Найдены данные' } })
    const { rows } = await desk.ask('cases.list', { search: '', filter: 'open', after: null, limit: 10 })
    expect(rows).toMatchObject([{ status: 'registered', dueOn: '2026-11-26' }])
    await decide(desk, caseId)
    await desk.ask('letters.handOver', { id: spare, method: 'post', on: '2026-11-23', note: '' })
    expect((await desk.ask('cases.card', { id: caseId })).status).toBe('decided')
    const reply = await previewReply(desk, caseId, 'kk')
    const { id: current } = await desk.ask('letters.issue', { sha256: reply.sha256 })
    await desk.ask('letters.handOver', { id: current, method: 'post', on: '2026-11-23', note: '' })
    expect((await desk.ask('cases.card', { id: caseId })).status).toBe('answered')
  })
})
