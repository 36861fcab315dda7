import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { sendMessage, testConnection } from '../../src/main/engine/mail/smtp.ts'
import { account, auth, mail, patient, server } from '../smtp/account.ts'

describe('trust', () => {
  test.each(['tls', 'starttls'] as const)('an unknown authority fails over %s', async (security) => {
    const at = await server(security)
    const outcome = await sendMessage(account(at, security, { caPem: '' }), mail, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'certificateUntrusted', response: '' })
    expect([at.logins, at.received]).toEqual([[], []])
  })

  test('a PEM that is none fails', async () => {
    const at = await server('tls')
    const broken = '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----'
    const outcome = await sendMessage(account(at, 'tls', { caPem: broken }), mail, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'certificateUntrusted', response: '' })
  })

  test('STARTTLS is demanded: a server without it gets neither password nor message', async () => {
    const at = await server('none')
    const outcome = await sendMessage(account(at, 'starttls'), mail, patient)
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'tlsFailed' })
    expect([at.logins, at.received]).toEqual([[], []])
  })

  test('TLS against a plaintext port fails', async () => {
    const at = await server('none')
    const outcome = await sendMessage(account(at, 'tls'), mail, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'tlsFailed', response: '' })
  })

  test('no password in the clear to another machine', async () => {
    const at = await server('none')
    const outcome = await sendMessage(account(at, 'none', { host: '192.0.2.1' }), mail, patient)
    expect(outcome).toEqual({ kind: 'failed', failure: 'tlsFailed', response: '' })
  })
})

describe('testConnection', () => {
  test.each(['tls', 'starttls', 'none'] as const)('greets over %s and sends nothing', async (security) => {
    const at = await server(security)
    const outcome = await testConnection(account(at, security), patient)
    expect(outcome).toEqual({ ok: true, greeting: '220 localhost ESMTP loopback' })
    expect([at.logins, at.received]).toEqual([[auth.user], []])
  })

  test.each([
    ['expiredCertificate', 'tls', 'certificateExpired', /^$/],
    ['wrongCertificateName', 'tls', 'certificateForeign', /^$/],
    ['refuseConnection', 'port', 'rejected', /^554 /],
    ['refuseLogin', 'login', 'loginRefused', /^535 /],
    ['refuseSender', 'sender', 'senderRefused', /^550 .*Sender refused/],
  ] as const)('names what failed: %s', async (fault, stage, failure, response) => {
    const at = await server('tls', fault)
    const outcome = await testConnection(account(at, 'tls'), patient)
    expect(outcome).toEqual({ ok: false, stage, failure, response: expect.stringMatching(response) })
    expect(at.received).toEqual([])
  })

  test.each([
    ['name', 'hostUnknown', { host: 'mail.invalid' }],
    ['port', 'unreachable', { port: 9 }],
    ['tls', 'certificateUntrusted', { caPem: '' }],
    ['login', 'loginRefused', { password: 'wrong' }],
  ] as const)('names what failed: %s', async (stage, failure, wrong) => {
    const at = await server('tls')
    const outcome = await testConnection(account(at, 'tls', wrong), patient)
    expect(outcome).toMatchObject({ ok: false, stage, failure })
    expect(JSON.stringify(outcome)).not.toContain('wrong')
  })

  test('tells a server that closes before it greets', async () => {
    const mute = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const address = mute.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const at = { host: '127.0.0.1', port, caPem: '' }
    const outcome = await testConnection(account(at, 'none'), patient)
    expect(outcome).toEqual({ ok: false, stage: 'port', failure: 'connectionLost', response: '' })
    mute.close()
  })
})
