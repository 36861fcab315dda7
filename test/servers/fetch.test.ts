import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ImapForm } from '../../src/shared/model/settings.ts'
import { openRegister, type TestRegister } from '../engine/register.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import { password, startDovecot, type Dovecot } from './dovecot.ts'
import { freePort } from './free-port.ts'

let server: Dovecot
beforeAll(async () => {
  server = await startDovecot()
}, 60_000)
afterAll(() => server.stop())

let users = 0
/** A user of its own for each test. */
function user(): string {
  users += 1
  return `user${users}`
}

function form(name: string, change: Partial<ImapForm> = {}): ImapForm {
  return {
    host: server.host,
    port: server.tlsPort,
    security: 'tls',
    user: name,
    login: 'password',
    password,
    mailbox: 'INBOX',
    since: '2020-01-01' as ImapForm['since'],
    after: 'nothing',
    moveTo: '',
    caPem: server.caPem,
    ...change,
  }
}

const message = (number: number): string =>
  [
    'From: person@example.com',
    `Message-ID: <${number}@example.com>`,
    `Subject: Request ${number}`,
    'Content-Type: text/plain; charset=koi8-r',
    'Content-Transfer-Encoding: base64',
    '',
    '8NLP29Ug09DSwdfJ1Ngg0tPP7sH/',
    '',
  ].join('\r\n')

const messages = (count: number): string[] => Array.from({ length: count }, (_, index) => message(index + 1))

const fetchBy = ({ ask }: TestRegister) => ask('mailbox.fetch', { task: 'fetch' })
const subjects = async ({ ask }: TestRegister): Promise<string[]> =>
  (await ask('intake.list', { show: 'waiting', limit: 500 })).rows.map(({ subject }) => subject)

describe('Dovecot', () => {
  test.each(['tls', 'starttls'] as const)('is read over %s; nothing is marked', async (security) => {
    const name = user()
    server.deliver(name, messages(3))
    const desk = await openRegister()
    const settings = form(name, { security, port: security === 'tls' ? server.tlsPort : server.port })
    expect(await desk.ask('mailbox.test', settings)).toEqual({ messages: 3 })
    await desk.ask('mailbox.save', settings)
    expect(await fetchBy(desk)).toEqual({ taken: 3, known: 0, left: 0 })
    expect(await subjects(desk)).toEqual(['Request 1', 'Request 2', 'Request 3'])
    expect(server.state(name)).toEqual({ total: 3, read: 0 })
    expect(await fetchBy(desk)).toEqual({ taken: 0, known: 0, left: 0 })
    server.deliver(name, [message(4)])
    expect(await fetchBy(desk)).toEqual({ taken: 1, known: 0, left: 0 })
  })

  test('numbers its messages anew: each is known again, none is taken twice', async () => {
    const name = user()
    server.deliver(name, messages(3))
    const desk = await openRegister()
    await desk.ask('mailbox.save', form(name))
    await fetchBy(desk)
    server.renumber(name)
    server.deliver(name, [message(4)])
    expect(await fetchBy(desk)).toEqual({ taken: 1, known: 3, left: 0 })
  })

  test('is told to mark what was taken in, or to move it', async () => {
    const [marked, moved] = [user(), user()]
    const desk = await openRegister()
    server.deliver(marked, messages(2))
    await desk.ask('mailbox.save', form(marked, { after: 'markRead' }))
    await fetchBy(desk)
    expect(server.state(marked)).toEqual({ total: 2, read: 2 })
    server.deliver(moved, [message(3), message(4)])
    await desk.ask('mailbox.save', form(moved, { after: 'move', moveTo: 'Taken' }))
    expect(await desk.fail('mailbox.fetch', { task: 'fetch' })).toMatchObject({
      details: { failure: 'targetMissing' },
    })
    server.makeFolder(moved, 'Taken')
    await fetchBy(desk)
    expect(server.state(moved)).toEqual({ total: 0, read: 0 })
    expect(server.state(moved, 'Taken').total).toBe(2)
  })

  test('loses the line again and again: it goes on where it stopped, without a message twice', async () => {
    const name = user()
    server.deliver(name, messages(60))
    const proxy = await startCuttingProxy(server.tlsPort, [14_000, 12_000, 20_000])
    onTestFinished(() => proxy.close())
    const desk = await openRegister()
    await desk.ask('mailbox.save', form(name, { port: proxy.port }))
    expect(await fetchBy(desk)).toEqual({ taken: 60, known: 0, left: 0 })
    expect(proxy.connections()).toBeGreaterThanOrEqual(3)
    expect(new Set(await subjects(desk)).size).toBe(60)
    expect(server.state(name)).toEqual({ total: 60, read: 0 })
  })

  test('loses the line before anything came: it says so, and nothing is lost', async () => {
    const name = user()
    server.deliver(name, messages(1))
    const proxy = await startCuttingProxy(server.tlsPort, [3_000, 3_000])
    onTestFinished(() => proxy.close())
    const desk = await openRegister()
    await desk.ask('mailbox.save', form(name, { port: proxy.port }))
    expect(await desk.fail('mailbox.fetch', { task: 'fetch' })).toMatchObject({
      code: 'mailboxFailed',
      details: { failure: 'connectionLost' },
    })
  })

  test(
    'a thousand messages are counted as they come, can be cancelled, and go on',
    { timeout: 120_000 },
    async () => {
      const name = user()
      server.deliver(name, messages(1_000))
      const desk = await openRegister()
      await desk.ask('mailbox.save', form(name))
      const first = desk.app.dispatch('mailbox.fetch', { task: 'fetch' })
      const reached = (): number =>
        Math.max(0, ...desk.events.map((event) => ('progress' in event ? event.progress.done : 0)))
      await expect.poll(reached, { timeout: 60_000 }).toBeGreaterThan(100)
      await desk.ask('tasks.cancel', { id: 'fetch' })
      expect(await first).toMatchObject({ ok: false, error: { code: 'taskCancelled' } })
      const { waiting } = await desk.ask('intake.list', { show: 'waiting', limit: 1 })
      expect(waiting).toBeGreaterThan(100)
      expect(await fetchBy(desk)).toEqual({ taken: 1_000 - waiting, known: 0, left: 0 })
      expect(desk.events).toContainEqual({ progress: { task: 'fetch', done: 0, total: 1_000 } })
      expect(server.state(name)).toEqual({ total: 1_000, read: 0 })
    },
  )

  test('leaves what cannot be read, and what is older than asked for, in the mailbox', async () => {
    const name = user()
    server.deliver(name, [message(1), '\u0000\u0001\u0002\r\n', message(2)])
    const desk = await openRegister()
    await desk.ask('mailbox.save', form(name))
    expect(await fetchBy(desk)).toEqual({ taken: 2, known: 0, left: 1 })
    const other = await openRegister()
    await other.ask('mailbox.save', form(name, { since: '2099-01-01' as ImapForm['since'] }))
    expect(await fetchBy(other)).toEqual({ taken: 0, known: 0, left: 0 })
  })

  test(
    'what fails is named: login, folder, certificate, port, name, no security',
    { timeout: 30_000 },
    async () => {
      const name = user()
      server.deliver(name, [message(1)])
      const desk = await openRegister()
      const failureOf = async (change: Partial<ImapForm>): Promise<unknown> =>
        (await desk.fail('mailbox.test', form(name, change))).details
      expect(await failureOf({ password: 'wrong' })).toMatchObject({ failure: 'loginRefused' })
      expect(await failureOf({ password: null })).toMatchObject({ failure: 'loginRefused' })
      expect(await failureOf({ login: 'oauth' })).toMatchObject({ failure: 'loginRefused' })
      expect(await failureOf({ mailbox: 'Nowhere' })).toMatchObject({ failure: 'mailboxMissing' })
      expect(await failureOf({ caPem: '' })).toMatchObject({ failure: 'tlsFailed' })
      expect(await failureOf({ caPem: 'no certificate' })).toMatchObject({ failure: 'tlsFailed' })
      expect(await failureOf({ port: await freePort() })).toMatchObject({ failure: 'unreachable' })
      expect(await failureOf({ host: 'no-such-host.invalid' })).toMatchObject({ failure: 'hostUnknown' })
      expect(await failureOf({ host: 'mail.example.com', security: 'none' })).toMatchObject({
        failure: 'tlsFailed',
      })
      expect(await desk.ask('mailbox.read', {})).toEqual({ imap: null })
      expect((await desk.fail('mailbox.fetch', { task: 'x' })).code).toBe('mailboxNotSet')
    },
  )

  test('the password is never given back', async () => {
    const desk = await openRegister()
    await desk.ask('mailbox.save', form(user()))
    const { imap } = await desk.ask('mailbox.read', {})
    expect(imap?.hasPassword).toBe(true)
    expect(JSON.stringify(imap)).not.toContain(password)
  })
})
