import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeMessage } from '../../src/main/engine/mail/message.ts'
import type { SmtpAccount } from '../../src/main/engine/mail/session.ts'
import { sendMessage, testConnection } from '../../src/main/engine/mail/smtp.ts'
import { messageSizeLimit, startPostfix, type Postfix } from './postfix.ts'

const sender = 'privacy@operator.example'
const text = 'Құрметті Гүлнәр Әлиқызы!\n\nЖауап хат қоса беріледі.\n'

let server: Postfix
beforeAll(async () => {
  server = await startPostfix()
}, 60_000)
afterAll(() => server.stop())

function account(security: 'tls' | 'starttls'): SmtpAccount {
  return {
    host: server.host,
    port: security === 'tls' ? server.tlsPort : server.port,
    security,
    user: '',
    password: '',
    login: 'password',
    dkim: null,
    dkimKey: '',
    fromName: '«Пример Телеком» АҚ',
    fromAddress: sender,
    caPem: server.caPem,
  }
}

function message(to: string, messageId: string, pdf = new Uint8Array(5_000).fill(65)): Promise<Uint8Array> {
  return composeMessage({
    from: { name: '«Пример Телеком» АҚ', address: sender },
    to,
    subject: 'Дербес деректер туралы өтінішке жауап',
    text,
    messageId,
    date: Date.UTC(2026, 10, 23, 5, 30),
    inReplyTo: '<request-1@example.com>',
    answered: '',
    attachment: { name: '2026-0001.pdf', bytes: pdf },
  })
}

describe('Postfix', () => {
  test.each(['tls', 'starttls'] as const)('takes a message over %s and delivers it', async (security) => {
    const to = 'gulnar@example.com'
    const id = `<${security}@operator.example>`
    const outcome = await sendMessage(account(security), {
      from: sender,
      to,
      messageId: id,
      bytes: await message(to, id),
    })
    expect(outcome).toEqual({ kind: 'sent', response: expect.stringMatching(/^250 2\.0\.0 Ok: queued as /) })
    await expect.poll(() => delivered(to, id), { timeout: 20_000 }).toBeDefined()
    const mail = await PostalMime.parse(delivered(to, id) ?? '')
    expect(mail.from).toEqual({ name: '«Пример Телеком» АҚ', address: sender })
    expect(mail.subject).toBe('Дербес деректер туралы өтінішке жауап')
    expect(mail.text?.trim()).toBe(text.trim())
    expect(mail.inReplyTo).toBe('<request-1@example.com>')
    expect(mail.attachments[0]?.filename).toBe('2026-0001.pdf')
  })

  test('takes a message to a mailbox with Kazakh letters before the @', async () => {
    const to = 'гүлнәр@example.com'
    const messageId = '<utf8@operator.example>'
    const bytes = await message(to, messageId)
    const outcome = await sendMessage(account('tls'), { from: sender, to, messageId, bytes })
    expect(outcome.kind).toBe('sent')
    await expect.poll(() => delivered(to, messageId), { timeout: 20_000 }).toBeDefined()
  })

  test('is asked for a report of delivery, and sends it to us', async () => {
    const to = 'gulnar@example.com'
    const messageId = '<reported@operator.example>'
    const bytes = await message(to, messageId)
    await sendMessage(account('tls'), { from: sender, to, messageId, bytes })
    const report = () =>
      server
        .mailbox(sender)
        .messages()
        .map((raw) => Buffer.from(raw).toString('latin1'))
        .find((raw) => raw.includes('Original-Envelope-Id: reported@operator.example'))
    await expect.poll(report, { timeout: 20_000 }).toMatch(/^Action: delivered/m)
  })

  test('takes a sender it is asked about, and gets nothing', async () => {
    expect(await testConnection(account('starttls'))).toMatchObject({ ok: true })
  })

  test('refuses whom it does not know, in its own words', async () => {
    const to = 'nobody@example.com'
    const messageId = '<nobody@operator.example>'
    const bytes = await message(to, messageId)
    const outcome = await sendMessage(account('tls'), { from: sender, to, messageId, bytes })
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'recipientRefused' })
    expect(outcome.response).toMatch(/^550 5\.1\.1 .*User unknown/)
  })

  test('is trusted by its own authority alone', async () => {
    const outcome = await testConnection({ ...account('starttls'), caPem: '' })
    expect(outcome).toEqual({ ok: false, stage: 'tls', failure: 'certificateUntrusted', response: '' })
  })

  test('gets no message larger than it takes', async () => {
    const to = 'gulnar@example.com'
    const messageId = '<large@operator.example>'
    const bytes = await message(to, messageId, new Uint8Array(messageSizeLimit))
    const outcome = await sendMessage(account('tls'), { from: sender, to, messageId, bytes })
    expect(outcome).toEqual({ kind: 'failed', failure: 'tooLarge', response: `SIZE ${messageSizeLimit}` })
  })
})

function delivered(to: string, id: string): Uint8Array | undefined {
  return server
    .mailbox(to)
    .messages()
    .find((bytes) => Buffer.from(bytes).includes(`Message-ID: ${id}`))
}
