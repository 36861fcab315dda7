import { createHmac } from 'node:crypto'
import { onTestFinished, describe, expect, test } from 'vitest'
import type { SmtpAccount } from '../../src/main/engine/mail/session.ts'
import { sendMessage, testConnection } from '../../src/main/engine/mail/smtp.ts'
import { startScript, type ScriptedServer } from '../smtp/scripted-server.ts'

const impatient = { connectionMs: 2_000, greetingMs: 400, socketMs: 400 }
const patient = { connectionMs: 5_000, greetingMs: 5_000, socketMs: 5_000 }
const mail = {
  from: 'privacy@example.com',
  to: 'applicant@example.org',
  messageId: '<1@example.com>',
  bytes: new TextEncoder().encode('Subject: x\r\n\r\ny\r\n'),
}

async function scripted(script: Parameters<typeof startScript>[0]): Promise<ScriptedServer> {
  const server = await startScript(script)
  onTestFinished(() => server.close())
  return server
}

function account(at: ScriptedServer, more: Partial<SmtpAccount> = {}): SmtpAccount {
  const login = { user: 'officer', password: 'құпия', login: 'password' } as const
  const sender = { fromName: 'Жауап', fromAddress: mail.from, dkim: null, dkimKey: '' }
  return { host: at.host, port: at.port, security: 'none', ...login, ...sender, caPem: '', ...more }
}

const offering = (...extensions: string[]): string =>
  ['250-scripted', ...extensions.slice(0, -1).map((name) => `250-${name}`), `250 ${extensions.at(-1)}`].join(
    '\r\n',
  )

describe('a server that hangs', () => {
  test.each(['greeting', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA'] as const)(
    'at %s has not got the message',
    async (point) => {
      const at = await scripted({ [point]: null })
      const outcome = await sendMessage(account(at), mail, impatient)
      expect(outcome).toEqual({ kind: 'failed', failure: 'timeout', response: '' })
    },
  )

  test('at STARTTLS has got neither password nor message', async () => {
    const at = await scripted({ EHLO: offering('STARTTLS', 'AUTH PLAIN'), STARTTLS: null })
    const outcome = await sendMessage(account(at, { security: 'starttls' }), mail, impatient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'timeout', response: '' })
    expect(at.lines).toEqual(['EHLO [127.0.0.1]', 'STARTTLS'])
  })

  test('in the TLS handshake has got nothing', async () => {
    const at = await scripted({ greeting: null })
    const outcome = await sendMessage(account(at, { security: 'tls' }), mail, impatient)
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'timeout' })
    expect(at.lines).not.toContain('EHLO [127.0.0.1]')
  })

  test('at the end of the message may have it', async () => {
    const at = await scripted({ end: null })
    const outcome = await sendMessage(account(at), mail, impatient)
    expect(outcome).toEqual({ kind: 'unknown', response: '' })
  })
})

describe('a server that lies', () => {
  test('about reports is asked for none, and gets the message once', async () => {
    const refuse = (line: string): string => (line.includes('RET=') ? '555 unknown parameter' : '250 ok')
    const at = await scripted({ EHLO: offering('DSN', 'SIZE'), MAIL: refuse })
    const outcome = await sendMessage(account(at), mail, patient)
    expect(outcome).toEqual({ kind: 'sent', response: '250 taken' })
    expect(at.lines.filter((line) => line.startsWith('MAIL FROM:'))).toEqual([
      `MAIL FROM:<${mail.from}> SIZE=${mail.bytes.length} RET=HDRS ENVID=1@example.com`,
      `MAIL FROM:<${mail.from}> SIZE=${mail.bytes.length}`,
    ])
  })

  test('about letters outside ASCII refuses clearly', async () => {
    const refuse = (line: string): string => (line.endsWith(' SMTPUTF8') ? '553 no such letters' : '250 ok')
    const at = await scripted({ EHLO: offering('SMTPUTF8'), MAIL: refuse })
    const outcome = await sendMessage(account(at), { ...mail, to: 'гүлнәр@example.org' }, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'senderRefused', response: '553 no such letters' })
  })

  test('about pipelining, and takes DATA without a recipient, gets no message', async () => {
    const at = await scripted({ EHLO: offering('PIPELINING'), RCPT: '550 no such user' })
    const outcome = await sendMessage(account(at), mail, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'recipientRefused', response: '550 no such user' })
  })

  test('about STARTTLS gets neither password nor message', async () => {
    const at = await scripted({ EHLO: offering('STARTTLS'), STARTTLS: '454 not now' })
    const outcome = await sendMessage(account(at, { security: 'starttls' }), mail, patient)
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'tlsFailed' })
    expect(at.lines).toEqual(['EHLO [127.0.0.1]', 'STARTTLS'])
  })

  test('that it has the message before it can have it: nobody knows', async () => {
    const at = await scripted({ DATA: '354 go on\r\n250 taken' })
    const bytes = new Uint8Array(8_000_000).fill(65)
    const outcome = await sendMessage(account(at), { ...mail, bytes }, patient)
    expect(outcome).toEqual({ kind: 'unknown', response: '250 taken' })
  })

  test('about the end of its answers, and says nonsense, has not got the message', async () => {
    const at = await scripted({ MAIL: 'Ћ nonsense' })
    const outcome = await sendMessage(account(at), mail, impatient)
    expect(outcome.kind).toBe('failed')
  })
})

describe('a login', () => {
  test('by CRAM-MD5 shows no password', async () => {
    const challenge = '<1896.697170952@postoffice.example.net>'
    const digest = createHmac('md5', 'құпия').update(challenge).digest('hex')
    const right = Buffer.from(`officer ${digest}`).toString('base64')
    const at = await scripted({
      EHLO: offering('AUTH CRAM-MD5'),
      AUTH: `334 ${Buffer.from(challenge).toString('base64')}`,
      line: (line) => (line === right ? '235 welcome' : '535 no'),
    })
    expect((await sendMessage(account(at), mail, patient)).kind).toBe('sent')
    const wrong = await sendMessage(account(at, { password: 'other' }), mail, patient)
    expect(wrong).toEqual({ kind: 'failed', failure: 'loginRefused', response: '535 no' })
    expect(at.lines.filter((line) => line.startsWith('AUTH'))).toEqual(['AUTH CRAM-MD5', 'AUTH CRAM-MD5'])
  })

  test('by a token that expired is refused in the server’s words', async () => {
    const at = await scripted({
      EHLO: offering('AUTH XOAUTH2'),
      AUTH: '334 eyJzdGF0dXMiOiI0MDEifQ==',
      line: (line) => (line === '' ? '535 5.7.8 token expired' : '500 what?'),
    })
    const outcome = await testConnection(account(at, { login: 'oauth' }), patient)
    expect(outcome).toEqual({
      ok: false,
      stage: 'login',
      failure: 'loginRefused',
      response: '535 5.7.8 token expired',
    })
  })

  test('that the server does not know is told as that', async () => {
    const at = await scripted({ AUTH: '504 5.5.4 unrecognized authentication type' })
    const outcome = await testConnection(account(at), patient)
    expect(outcome).toMatchObject({ ok: false, stage: 'login', failure: 'loginUnsupported' })
  })
})
