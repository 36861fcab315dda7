import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { createMessageId } from '../../src/core/mail/compose.ts'
import { composeMessage, type Message } from '../../src/main/engine/mail/message.ts'
import { sendMessage } from '../../src/main/engine/mail/smtp.ts'
import { account, auth, impatient, mail, open, patient, server } from '../smtp/account.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'

const message: Message = {
  from: { name: '«Мысал» АҚ, жеке деректер', address: 'privacy@example.com' },
  to: 'applicant@example.org',
  subject: 'Дербес деректер туралы өтінішке жауап № 12-Ж/2026 от 23.11.2026, Ұ ұ Ү ү Ң ң һ',
  text: 'Құрметті Айгүл Серікқызы!\n\n.бір нүктеден басталған жол\nЖауап хат қоса беріледі.\n',
  messageId: createMessageId(new Uint8Array(16).fill(7), 'privacy@example.com'),
  date: Date.UTC(2026, 10, 23, 5, 30),
  inReplyTo: '<request-1@mail.example.org>',
  answered: '',
  attachment: {
    name: 'Жауап № 12 — Әбдірахманов Нұрсұлтан.pdf',
    bytes: Uint8Array.from({ length: 5_000 }, (_, i) => i % 256),
  },
}

describe('a message that gets through', () => {
  test.each(['tls', 'starttls', 'none'] as const)('over %s, byte for byte', async (security) => {
    const at = await server(security)
    const bytes = await composeMessage(message)
    const outcome = await sendMessage(account(at, security), { ...mail, bytes }, patient)
    expect(outcome).toEqual({ kind: 'sent', response: '250 Queued as LOOPBACK' })
    const [got] = at.received
    expect(got).toMatchObject({
      from: mail.from,
      to: [mail.to],
      secure: security !== 'none',
      user: auth.user,
      clientName: '[127.0.0.1]',
    })
    expect(Buffer.from(got?.bytes ?? []).equals(bytes)).toBe(true)
  })

  test('reads back as it was written', async () => {
    const read = await PostalMime.parse(await composeMessage(message))
    expect(read.from).toEqual({ name: message.from.name, address: message.from.address })
    expect(read.to).toEqual([{ name: '', address: message.to }])
    expect(read.subject).toBe(message.subject)
    expect(read.date).toBe('2026-11-23T05:30:00.000Z')
    expect(read.messageId).toBe('<07070707070707070707070707070707@example.com>')
    expect([read.inReplyTo, read.references]).toEqual([message.inReplyTo, message.inReplyTo])
    expect(read.text?.replaceAll('\r\n', '\n').trim()).toBe(message.text.trim())
    const [file] = read.attachments
    expect(file).toMatchObject({ filename: message.attachment.name, mimeType: 'application/pdf' })
    expect(file?.content).toEqual(message.attachment.bytes.buffer)
  })

  test('is the same for the same arguments, 7-bit, and has no long or bare lines', async () => {
    const [one, two] = [await composeMessage(message), await composeMessage(message)]
    expect(Buffer.from(one).equals(two)).toBe(true)
    const text = Buffer.from(one).toString('latin1')
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]|[\x80-\xff]/)
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
  })

  test('takes no header from what a person typed', async () => {
    const bytes = await composeMessage({
      ...message,
      subject: 'Ответ\r\nBcc: victim@example.net',
      from: { name: 'A\r\nX-Evil: 1', address: message.from.address },
      inReplyTo: '<a@b>\r\nX-Evil: 2',
      attachment: { ...message.attachment, name: 'a"\r\nX-Evil: 3.pdf' },
    })
    const read = await PostalMime.parse(bytes)
    expect(read.headers.map(({ key }) => key).filter((key) => /evil|bcc/.test(key))).toEqual([])
    expect(read.subject).toBe('Ответ Bcc: victim@example.net')
    expect(read.inReplyTo).toBe('<a@b>')
  })

  test('to a domain with Kazakh letters, without SMTPUTF8', async () => {
    const at = await server('none')
    const to = 'a@мысал.қаз'
    const bytes = await composeMessage({ ...message, to })
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^To: <?a@xn--[\w-]+\.xn--\w+>?\r$/m)
    const outcome = await sendMessage(account(at, 'none'), { ...mail, to, bytes }, patient)
    expect(outcome.kind).toBe('sent')
    expect(at.received).toMatchObject([{ to: [to], smtpUtf8: false }])
  })

  test.each([
    ['asks to be told of its way', [], { ret: 'HDRS', envid: '1@example.com' }],
    ['asks nothing where the server does not offer it', ['DSN'], null],
  ] as const)('%s', async (_, without, asked) => {
    const at = await open({ secure: 'none', without })
    const outcome = await sendMessage(account(at, 'none', { user: '' }), mail, patient)
    expect(outcome.kind).toBe('sent')
    const all = { notify: ['SUCCESS', 'FAILURE', 'DELAY'], orcpt: `rfc822;${mail.to}` }
    expect(at.received[0]?.dsn).toEqual(asked && { ...asked, ...all })
  })

  test('to a mailbox with Kazakh letters before the @, by SMTPUTF8', async () => {
    const at = await open({ secure: 'none' })
    const to = 'гүлнәр@мысал.қаз'
    const bytes = await composeMessage({ ...message, to })
    const outcome = await sendMessage(account(at, 'none', { user: '' }), { ...mail, to, bytes }, patient)
    expect(outcome.kind).toBe('sent')
    expect(at.received).toMatchObject([{ to: [to], smtpUtf8: true }])
    expect((await PostalMime.parse(bytes)).to).toEqual([{ name: '', address: to }])
  })

  test.each(['to', 'from'] as const)('and not at all where the server lacks it (%s)', async (where) => {
    const at = await open({ secure: 'none', without: ['SMTPUTF8'] })
    const outgoing = { ...mail, [where]: 'гүлнәр@example.com' }
    const outcome = await sendMessage(account(at, 'none', { user: '' }), outgoing, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'utf8Unsupported', response: '' })
    expect(at.received).toEqual([])
  })

  test.each(['PLAIN', 'LOGIN'] as const)('with a login by %s', async (method) => {
    const at = await open({ secure: 'tls', auth, methods: [method] })
    expect((await sendMessage(account(at, 'tls'), mail, patient)).kind).toBe('sent')
  })

  test('with a token, though the server takes passwords, too', async () => {
    const at = await open({ secure: 'tls', auth, methods: ['PLAIN', 'XOAUTH2'] })
    const byToken = account(at, 'tls', { login: 'oauth' })
    expect((await sendMessage(byToken, mail, patient)).kind).toBe('sent')
    const refused = await sendMessage({ ...byToken, password: 'old' }, mail, patient)
    expect(refused).toMatchObject({
      kind: 'failed',
      failure: 'loginRefused',
      response: expect.stringMatching(/^535 /),
    })
  })

  test('without a login where the account has no user', async () => {
    const at = await open({ secure: 'tls' })
    const outcome = await sendMessage(account(at, 'tls', { user: '', password: '' }), mail, patient)
    expect(outcome.kind).toBe('sent')
    expect(at.received[0]?.user).toBeNull()
  })
})

describe('a message that surely was not accepted', () => {
  test.each([
    ['refuseConnection', 'rejected', /^554 /],
    ['refuseLogin', 'loginRefused', /^535 /],
    ['refuseSender', 'senderRefused', /^550 .*Sender refused/],
    ['refuseRecipient', 'recipientRefused', /^550 .*No such user/],
    ['greylist', 'temporarilyRefused', /^451 .*Greylisted/],
    ['refuseMessage', 'rejected', /^554 .*policy/],
    ['deferMessage', 'temporarilyRefused', /^452 .*storage/],
    ['dropAtRecipient', 'connectionLost', /^$/],
    ['wrongCertificateName', 'certificateForeign', /^$/],
    ['expiredCertificate', 'certificateExpired', /^$/],
  ] as const)('%s: %s', async (fault, failure, response) => {
    const at = await server('tls', fault)
    const outcome = await sendMessage(account(at, 'tls'), mail, patient)
    expect(outcome).toEqual({ kind: 'failed', failure, response: expect.stringMatching(response) })
  })

  test('hangAtGreeting: timeout', async () => {
    const at = await server('none', 'hangAtGreeting')
    const outcome = await sendMessage(account(at, 'none'), mail, impatient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'timeout', response: '' })
  })

  test('nobody listens: unreachable', async () => {
    const at = await startSmtpServer({ secure: 'none' })
    await at.close()
    const outcome = await sendMessage(account(at, 'none'), mail, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'unreachable', response: '' })
  })

  test('no such host: hostUnknown', async () => {
    const at = await server('none')
    const nowhere = account(at, 'tls', { host: 'mail.invalid' })
    const outcome = await sendMessage(nowhere, mail, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'hostUnknown', response: '' })
  })
})

describe('a message larger than the server takes', () => {
  test.each([undefined, 'hidden'])(
    'is refused clearly, by what the server announced or says (%s)',
    async (size) => {
      const at = await open({ secure: 'none', size: 1_000, hideSize: size === 'hidden' })
      const bytes = new TextEncoder().encode(`Subject: x\r\n\r\n${'x'.repeat(2_000)}\r\n`)
      const outcome = await sendMessage(account(at, 'none', { user: '' }), { ...mail, bytes }, patient)
      expect(outcome).toMatchObject({ kind: 'failed', failure: 'tooLarge' })
      expect(outcome.response).toMatch(size ? /^552 / : /^SIZE 1000$/)
      expect(at.received).toEqual([])
    },
  )
})

describe('a message that may have been accepted', () => {
  test.each(['dropInData', 'dropBeforeAnswer'] as const)('%s: unknown', async (fault) => {
    const at = await server('starttls', fault)
    const outcome = await sendMessage(account(at, 'starttls'), mail, patient)
    expect(outcome).toEqual({ kind: 'unknown', response: '' })
  })

  test('dropInData of a long message: unknown', async () => {
    const at = await server('tls', 'dropInData')
    const bytes = new Uint8Array(8_000_000).fill(65)
    const outcome = await sendMessage(account(at, 'tls'), { ...mail, bytes }, patient)
    expect(outcome).toEqual({ kind: 'unknown', response: '' })
  })

  test('hangBeforeAnswer: unknown, though the server has it', async () => {
    const at = await server('none', 'hangBeforeAnswer')
    const outcome = await sendMessage(account(at, 'none'), mail, impatient)
    expect(outcome).toEqual({ kind: 'unknown', response: '' })
    expect(at.received).toHaveLength(1)
  })
})
