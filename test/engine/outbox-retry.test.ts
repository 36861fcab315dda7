import PostalMime from 'postal-mime'
import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../src/shared/contract/index.ts'
import {
  decide,
  issueReply,
  previewReply,
  send,
  settingsFor,
  settled,
  startServer,
} from './correspondence.ts'
import { newCase, openRegister, passphrase, type TestRegister } from './register.ts'

type Mail = Output<'mail.outbox'>['mails'][number]

/** Resolves once the only mail of the register is in this state and its run is over. */
async function mailIn(desk: TestRegister, state: Mail['state'], attempts: number): Promise<Mail> {
  const newest = async (): Promise<Mail | undefined> => (await desk.ask('mail.outbox', { limit: 1 })).mails[0]
  await expect.poll(newest, { timeout: 20_000 }).toMatchObject({ state, attempts })
  const found = await newest()
  if (!found) throw new Error('no mail')
  return found
}

/** As the officer comes back later: the outbox looks for what is due by then. */
async function comeBack(desk: TestRegister, moment: string): Promise<void> {
  await desk.ask('vault.lock', {})
  desk.clock.set(moment)
  await desk.ask('vault.unlock', { passphrase })
}

async function deedsOf(desk: TestRegister, caseId: number): Promise<string[]> {
  const { history } = await desk.ask('cases.card', { id: caseId })
  return history.map(({ action }) => action).filter((action) => action.startsWith('mail'))
}

describe('a letter that the server puts off', () => {
  it('is tried again when its time has come, with the same bytes, and goes once', async () => {
    const server = await startServer(['greylist'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId, caseId } = await issueReply(desk)
    const id = await send(desk, letterId)
    const waiting = await mailIn(desk, 'queued', 1)
    expect(waiting).toMatchObject({
      failure: 'temporarilyRefused',
      response: expect.stringMatching(/^451 /),
      retryAt: '2026-11-23T06:01:00.000Z',
    })
    expect((await desk.ask('cases.card', { id: caseId })).status).toBe('decided')
    await comeBack(desk, '2026-11-23T06:00:59Z')
    expect(await mailIn(desk, 'queued', 1)).toMatchObject({ retryAt: waiting.retryAt })
    await comeBack(desk, '2026-11-23T06:01:00Z')
    expect(await mailIn(desk, 'queued', 2)).toMatchObject({ retryAt: '2026-11-23T06:06:00.000Z' })
    server.faults.clear()
    await comeBack(desk, '2026-11-23T06:06:00Z')
    const sent = await mailIn(desk, 'sent', 3)
    expect(sent).toMatchObject({ failure: null, retryAt: null, sha256: waiting.sha256 })
    expect(server.received).toHaveLength(1)
    expect(hash('sha256', server.received[0]?.bytes ?? '')).toBe(waiting.sha256)
    const { attempts } = await desk.ask('mail.attempts', { id })
    expect(attempts).toEqual([
      attempt('2026-11-23T06:00:00.000Z', 'deferred', 'temporarilyRefused', /^451 .*Greylisted/),
      attempt('2026-11-23T06:01:00.000Z', 'deferred', 'temporarilyRefused', /^451 .*Greylisted/),
      attempt('2026-11-23T06:06:00.000Z', 'sent', null, /^250 /),
    ])
    expect(await deedsOf(desk, caseId)).toEqual([
      'mailQueued',
      'mailSending',
      'mailDeferred',
      'mailSending',
      'mailDeferred',
      'mailSending',
      'mailSent',
    ])
  })

  it('is given up after a day, and says so', async () => {
    const server = await startServer(['deferMessage'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId } = await issueReply(desk)
    await send(desk, letterId)
    await mailIn(desk, 'queued', 1)
    await comeBack(desk, '2026-11-24T05:59:00Z')
    expect(await mailIn(desk, 'failed', 2)).toMatchObject({
      failure: 'temporarilyRefused',
      response: expect.stringMatching(/^452 /),
      retryAt: null,
    })
    expect((await desk.ask('cases.summary', {})).unsettledMails).toBe(1)
  })

  it('goes at once where the officer says so, and not at all where she takes it back', async () => {
    const server = await startServer(['greylist'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId, caseId } = await issueReply(desk)
    const id = await send(desk, letterId)
    await mailIn(desk, 'queued', 1)
    await desk.ask('mail.retry', { id })
    await mailIn(desk, 'queued', 2)
    await desk.ask('mail.takeBack', { id })
    server.faults.clear()
    await comeBack(desk, '2026-11-23T12:00:00Z')
    expect(await mailIn(desk, 'withdrawn', 2)).toMatchObject({ failure: null, retryAt: null })
    expect(server.received).toEqual([])
    for (const name of ['mail.retry', 'mail.takeBack'] as const) {
      expect((await desk.fail(name, { id })).code).toBe('mailStateWrong')
    }
    // The letter is free to be sent anew.
    await send(desk, letterId)
    await mailIn(desk, 'sent', 1)
    expect((await desk.ask('cases.card', { id: caseId })).status).toBe('answered')
    expect(server.received).toHaveLength(1)
  })
})

describe('without a network', () => {
  it('letters wait, only one asks after the server, and all go once it is there', async () => {
    const server = await startServer()
    const desk = await openRegister()
    const settings = settingsFor(server)
    await desk.ask('settings.saveSmtp', { ...settings, port: 9 })
    const first = await issueReply(desk)
    await send(desk, first.letterId)
    await mailIn(desk, 'queued', 1)
    const { mails } = await desk.ask('mail.outbox', { limit: 1 })
    expect(mails[0]).toMatchObject({ failure: 'unreachable', response: '', retryAt: expect.any(String) })
    // Days later, over a weekend: it still waits by itself.
    await comeBack(desk, '2026-11-30T06:00:00Z')
    await mailIn(desk, 'queued', 2)
    const { id: caseId } = await desk.ask('cases.register', newCase())
    await decide(desk, caseId)
    const { sha256 } = await previewReply(desk, caseId, 'ru')
    const { id: letterId } = await desk.ask('letters.issue', { sha256 })
    await desk.ask('settings.saveSmtp', settings)
    await settledIn(desk, { sent: 1 })
    await send(desk, letterId)
    await settledIn(desk, { sent: 2 })
    expect(server.received).toHaveLength(2)
  })

  it('the return of the network sends what waits', async () => {
    const server = await startServer(['dropAtRecipient'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId } = await issueReply(desk)
    await send(desk, letterId)
    expect(await mailIn(desk, 'queued', 1)).toMatchObject({ failure: 'connectionLost' })
    server.faults.clear()
    await desk.ask('mail.resume', {})
    await mailIn(desk, 'sent', 2)
    expect(server.received).toHaveLength(1)
  })
})

describe('the outbox as a list', () => {
  it('shows mails of a state, and how many there are of each', async () => {
    const server = await startServer(['refuseRecipient'])
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const { letterId } = await issueReply(desk)
    const id = await send(desk, letterId)
    await mailIn(desk, 'failed', 1)
    server.faults.clear()
    await send(desk, letterId)
    await settledIn(desk, { failed: 1, sent: 1 })
    const failed = await desk.ask('mail.outbox', { limit: 10, state: 'failed' })
    expect(failed.mails.map((mail) => mail.id)).toEqual([id])
    expect((await desk.ask('mail.outbox', { limit: 10, state: 'unknown' })).mails).toEqual([])
  })
})

describe('the message itself', () => {
  it('is kept as the server got it, and looking at it is recorded', async () => {
    const server = await startServer()
    const desk = await openRegister()
    const { letterId } = await issueReply(desk)
    expect((await desk.fail('mail.send', { ...message, letterId })).code).toBe('smtpNotSet')
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const id = await send(desk, letterId)
    await settled(desk)
    const { entries } = await desk.ask('audit.verify', {})
    const { name, bytes, sha256 } = await desk.ask('mail.message', { id })
    expect(name).toMatch(/^[0-9a-f]{32}\.eml$/)
    expect(Buffer.from(bytes).equals(server.received[0]?.bytes ?? Buffer.from(''))).toBe(true)
    expect(hash('sha256', bytes)).toBe(sha256)
    expect(await desk.ask('audit.verify', {})).toMatchObject({
      entries: entries + 1,
      faults: [],
      brokenAt: null,
    })
    expect((await desk.fail('mail.message', { id: 99 })).code).toBe('mailNotFound')
  })

  it('names the applicant’s e-mail and what that one answered', async () => {
    const server = await startServer()
    const desk = await openRegister()
    await desk.ask('settings.saveSmtp', settingsFor(server))
    const request = [
      'From: =?utf-8?B?0JDQudCz0q/Quw==?= <aigul@example.com>',
      'To: privacy@operator.example',
      'Subject: Request',
      'Message-ID: <third@example.com>',
      'References: <first@example.com>',
      ' <second@operator.example>',
      'Date: Fri, 20 Nov 2026 10:00:00 +0500',
      '',
      'Прошу сообщить, какие мои персональные данные вы обрабатываете.',
      '',
    ].join('\r\n')
    const { emailId } = await desk.ask('intake.read', { bytes: new TextEncoder().encode(request) })
    const { id: caseId } = await desk.ask('cases.register', newCase({ emailId }))
    await decide(desk, caseId)
    const { sha256 } = await previewReply(desk, caseId, 'ru')
    const { id: letterId } = await desk.ask('letters.issue', { sha256 })
    await send(desk, letterId)
    await settled(desk)
    const read = await PostalMime.parse(server.received[0]?.bytes ?? '')
    expect(read.inReplyTo).toBe('<third@example.com>')
    expect(read.references).toBe('<first@example.com> <second@operator.example> <third@example.com>')
  })
})

const message = { to: 'gulnar@example.com', subject: 'Жауап', text: '' }

function attempt(beganAt: string, outcome: string, failure: string | null, response: RegExp) {
  const words = expect.stringMatching(response)
  return { beganAt, endedAt: beganAt, server: '127.0.0.1', outcome, failure, response: words }
}

async function settledIn(desk: TestRegister, counts: Partial<Record<Mail['state'], number>>): Promise<void> {
  const asked = async () => (await desk.ask('mail.outbox', { limit: 10 })).counts
  await expect.poll(asked, { timeout: 20_000 }).toEqual(counts)
}
