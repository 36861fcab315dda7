import { describe, expect, it } from 'vitest'
import { issueReply, login, send, settingsFor, settled, startServer } from './correspondence.ts'
import { openRegister, passphrase } from './register.ts'

describe('the outbox', () => {
  it('says why a mail failed, in the server’s words, and sends it when asked again', async () => {
    const refusing = await startServer(['refuseRecipient'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(refusing))
    const { letterId, caseId } = await issueReply(desk)
    const id = await send(desk, letterId)
    await settled(desk)
    expect((await desk.ask('mail.outbox', { limit: 1 })).mails[0]).toMatchObject({
      state: 'failed',
      failure: 'recipientRefused',
      response: expect.stringMatching(/^550 /),
      attempts: 1,
    })
    expect((await desk.ask('cases.card', { id: caseId })).status).toBe('decided')
    // A second mail of the same letter, of which nobody knows whether it arrived, keeps the first from going again.
    const dropping = await startServer(['dropBeforeAnswer'])
    await desk.ask('settings.saveSmtp', settingsFor(dropping))
    const second = await send(desk, letterId)
    await settled(desk)
    expect((await desk.fail('mail.retry', { id })).code).toBe('mailStateWrong')
    await desk.ask('mail.settle', { id: second, outcome: 'failed', note: 'Не пришло' })
    const willing = await startServer()
    await desk.ask('settings.saveSmtp', settingsFor(willing))
    await desk.ask('mail.retry', { id })
    await settled(desk)
    const { mails } = await desk.ask('mail.outbox', { limit: 10 })
    expect(mails.find((mail) => mail.id === id)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(willing.received).toHaveLength(1)
  })

  it('leaves an outcome nobody knows to the officer, and never sends a second copy by itself', async () => {
    const server = await startServer(['dropBeforeAnswer'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId, caseId } = await issueReply(desk)
    const id = await send(desk, letterId)
    await settled(desk)
    expect((await desk.ask('mail.outbox', { limit: 1 })).mails[0]?.state).toBe('unknown')
    expect(await desk.fail('mail.retry', { id })).toEqual({
      code: 'mailStateWrong',
      details: { state: 'unknown' },
    })
    const again = { letterId, to: 'a@example.com', subject: 'Жауап', text: '' }
    expect((await desk.fail('mail.send', again)).code).toBe('mailStateWrong')
    await desk.ask('vault.lock', {})
    await desk.ask('vault.unlock', { passphrase })
    await settled(desk)
    expect(server.received).toHaveLength(1)
    // Settled after the due date: the answer is of the day it was sent, and in time.
    desk.clock.set('2026-11-27T06:00:00Z')
    await desk.ask('mail.settle', { id, outcome: 'sent', note: 'Заявитель подтвердил по телефону' })
    expect(await desk.ask('cases.card', { id: caseId })).toMatchObject({
      status: 'answered',
      late: false,
      letters: [{ delivery: { method: 'email', on: '2026-11-23' } }],
      clocks: [{ dueOn: '2026-11-25', endedOn: '2026-11-23' }],
    })
  })

  it('takes no address that a header could hide in, and no mail without settings', async () => {
    const desk = await openRegister()
    const { letterId } = await issueReply(desk)
    const message = { letterId, subject: 'Жауап', text: 'Мәтін' }
    expect(
      (await desk.fail('mail.send', { ...message, to: 'a@example.com\r\nBcc: b@example.com' })).code,
    ).toBe('addressInvalid')
    const many = Array.from({ length: 10_000 }, (_, index) => `a${index}@example.com`)
    for (const to of [many.slice(0, 2).join(','), many.slice(0, 2).join(' '), '<a@example.com>', 'a@b']) {
      expect((await desk.fail('mail.send', { ...message, to })).code).toBe('addressInvalid')
    }
    expect(await desk.fail('mail.send', { ...message, to: many.join(', ') })).toEqual({
      code: 'textTooLong',
      details: { field: 'to', limit: 320 },
    })
    expect((await desk.fail('mail.send', { ...message, to: 'a@example.com' })).code).toBe('smtpNotSet')
  })
})

describe('the mail settings', () => {
  it('are tested by a real login, and a refused one says so', async () => {
    const server = await startServer()
    const desk = await openRegister()
    const form = settingsFor(server)
    expect((await desk.ask('mail.test', form)).greeting).toContain('220')
    expect(await desk.fail('mail.test', { ...form, password: 'wrong' })).toMatchObject({
      code: 'smtpFailed',
      details: { failure: 'loginRefused' },
    })
  })

  it('keep the password to themselves, and to its own server', async () => {
    const server = await startServer()
    const other = await startServer()
    const desk = await openRegister()
    const form = settingsFor(server)
    await desk.ask('settings.saveSmtp', form)
    const { smtp } = await desk.ask('settings.read', {})
    expect(smtp?.hasPassword).toBe(true)
    expect(JSON.stringify(smtp)).not.toContain(login.pass)
    expect((await desk.ask('mail.test', { ...form, password: null })).greeting).toContain('220')
    const elsewhere = { ...settingsFor(other), host: 'localhost', password: null }
    await desk.fail('mail.test', elsewhere)
    expect(other.logins).toEqual([])
  })
})
