import { describe, expect, it, onTestFinished } from 'vitest'
import { withMailbox } from '../../src/main/engine/mailbox/connection.ts'
import type { ImapForm } from '../../src/shared/model/settings.ts'
import { startImapServer, type ImapFault, type LoopbackImap } from '../imap/loopback-server.ts'
import { makeCertificate } from '../smtp/certificate.ts'
import { impatient } from '../smtp/account.ts'
import { openRegister } from './register.ts'

const past = { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2021-01-01') }

const message = (number: number): Uint8Array =>
  new Uint8Array(Buffer.from(`From: a@example.com\r\nSubject: Request ${number}\r\n\r\nx`))

async function start(fault: ImapFault | null = null): Promise<LoopbackImap> {
  const server = await startImapServer([message(1), message(2)], fault)
  onTestFinished(() => server.close())
  return server
}

function form({ host, port }: LoopbackImap, change: Partial<ImapForm> = {}): ImapForm {
  const since = '2026-01-01' as ImapForm['since']
  const folder = { mailbox: 'INBOX', since, after: 'nothing', moveTo: '' } as const
  const login = { user: 'officer', login: 'password', password: 'құпия' } as const
  return { host, port, security: 'none', caPem: '', ...login, ...folder, ...change }
}

async function behindCertificate(ip: string, term: Partial<typeof past>) {
  const certificate = await makeCertificate('mail.example.org', ip, term)
  const server = await startImapServer([message(1)], null, certificate)
  onTestFinished(() => server.close())
  const secure = form(server, { security: 'tls', caPem: certificate.caPem })
  return { desk: await openRegister(), server, secure }
}

describe('the mailbox of requests', () => {
  it('is opened for reading only, and messages are looked at, not marked', async () => {
    const server = await start()
    const desk = await openRegister()
    await desk.ask('mailbox.save', form(server))
    expect(await desk.ask('mailbox.fetch', { task: 'x' })).toEqual({ taken: 2, known: 0, left: 0 })
    const said = server.commands.join('\n')
    expect(said).toMatch(/^EXAMINE /m)
    expect(said).toContain('BODY.PEEK[]')
    expect(said).toMatch(/SINCE 0?1-Jan-2026/i)
    expect(said).not.toMatch(/^(SELECT|UID STORE|UID MOVE|UID COPY|UID EXPUNGE|EXPUNGE|APPEND)/m)
  })

  it('is logged in to with an access token', async () => {
    const server = await start()
    const desk = await openRegister()
    await desk.ask('mailbox.test', form(server, { login: 'oauth', password: 'token-1' }))
    const [, sent = ''] = /AUTHENTICATE XOAUTH2 (\S+)/.exec(server.commands.join('\n')) ?? []
    expect(Buffer.from(sent, 'base64').toString()).toBe('user=officer\x01auth=Bearer token-1\x01\x01')
  })

  it.each([
    ['refuseLogin', { failure: 'loginRefused', response: 'Wrong' }],
    ['dropAfterLogin', { failure: 'connectionLost' }],
    ['hugeLiteral', { failure: 'connectionLost' }],
  ] as const)('of a server that does wrong: %s', async (fault, details) => {
    const desk = await openRegister()
    await desk.ask('mailbox.save', form(await start(fault)))
    expect(await desk.fail('mailbox.fetch', { task: 'x' })).toMatchObject({ code: 'mailboxFailed', details })
    expect((await desk.ask('intake.list', { show: 'waiting', limit: 9 })).waiting).toBe(0)
    const { entries } = await desk.ask('audit.list', { before: null, limit: 1 })
    expect(entries).toMatchObject([{ action: 'mailboxFailed', details }])
  })

  it('of a server that never greets is given up after a while', async () => {
    const account = { ...form(await start('hangAtGreeting')), password: 'құпия' }
    await expect(withMailbox(account, impatient, () => Promise.resolve())).rejects.toMatchObject({
      code: 'mailboxFailed',
      details: { failure: 'timeout' },
    })
  })

  it.each([
    ['expired', '127.0.0.1', past],
    ['foreign', '192.0.2.1', {}],
  ])('is not opened behind a certificate that is %s', async (_, ip, term) => {
    const { desk, server, secure } = await behindCertificate(ip, term)
    const details = { failure: 'tlsFailed' }
    expect(await desk.fail('mailbox.test', secure)).toMatchObject({ code: 'mailboxFailed', details })
    expect(server.commands).toEqual([])
  })

  it('is opened behind a certificate of an authority of our own', async () => {
    const { desk, secure } = await behindCertificate('127.0.0.1', {})
    expect(await desk.ask('mailbox.test', secure)).toEqual({ messages: 1 })
  })

  it('without TLS is refused unless it is on this very machine', async () => {
    const desk = await openRegister()
    const elsewhere = form({ ...(await start()), host: 'imap.example.com' })
    expect((await desk.fail('mailbox.test', elsewhere)).details).toMatchObject({ failure: 'tlsFailed' })
  })

  it('keeps its password to its server and login', async () => {
    const desk = await openRegister()
    const [server, other] = [await start(), await start()]
    await desk.ask('mailbox.save', form(server))
    await desk.ask('mailbox.test', form(server, { password: null }))
    expect(server.commands.join('\n')).toContain(Buffer.from('\0officer\0құпия').toString('base64'))
    await desk.fail('mailbox.test', form(other, { user: 'somebody', password: null }))
    expect(other.commands.join('\n')).not.toContain('құпия')
  })
})
