import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { scratchFolder } from '../engine/register.ts'
import { startImapServer } from '../imap/loopback-server.ts'

const recorder = resolve('test/network/recorder.ts')

/** Whether the system's own calls can be listened to, besides Node's. */
function canTrace(): boolean {
  try {
    execFileSync('strace', ['-qq', '-e', 'trace=none', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Where the system was asked to connect or to send to; sockets of this machine's own file system aside. */
function connectionsIn(trace: string): string[] {
  return trace
    .split('\n')
    .filter((line) => /\b(connect|sendto|sendmsg)\(/.test(line) && /AF_INET/.test(line))
    .map((line) => {
      const port = /sin6?_port=htons\((\d+)\)/.exec(line)?.[1] ?? '?'
      const address = /inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"/.exec(line)?.[1] ?? '?'
      return `${address}:${port}`
    })
}

type Heard = { out: string; asked: string[]; connections: Set<string> | null }

/** Runs a program and listens whom it speaks to, by Node's word and, where it can be had, by the system's. */
async function listenTo(folder: string, program: readonly string[]): Promise<Heard> {
  const record = join(folder, 'record')
  const trace = join(folder, 'trace')
  writeFileSync(record, '')
  const listening = canTrace()
    ? ['strace', '-f', '-qq', '-e', 'trace=connect,sendto,sendmsg', '-o', trace]
    : []
  const [command = '', ...args] = [...listening, process.execPath, '--import', recorder, ...program]
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = process.env
  const { stdout: out } = await promisify(execFile)(command, args, { env: { ...env, ZHAUAP_RECORD: record } })
  const asked = [...new Set(readFileSync(record, 'utf8').split('\n').filter(Boolean))].sort()
  const connections = listening.length > 0 ? new Set(connectionsIn(readFileSync(trace, 'utf8'))) : null
  return { out, asked, connections }
}

/** The main job on the e-mails of the demonstration, which brings a mail server of its own on this machine. */
it('speaks to the mail server that is set, and to nobody else', { timeout: 120_000 }, async () => {
  const folder = scratchFolder()
  const { asked, connections } = await listenTo(folder, ['scripts/demo.ts', '--out', join(folder, 'out')])
  expect(readdirSync(join(folder, 'out', 'mail')).length).toBeGreaterThan(0)
  // An address is looked up, too; of that the network hears nothing.
  expect(asked).toEqual([expect.stringMatching(/^connect 127\.0\.0\.1:\d+$/), 'look up 127.0.0.1'])
  const server = asked[0]?.replace('connect ', '') ?? ''
  expect(connections ?? new Set([server])).toEqual(new Set([server]))
})

it('speaks to the mailbox that is set, and to nobody else', { timeout: 120_000 }, async () => {
  const folder = scratchFolder()
  const message = Buffer.from('From: a@example.com\r\nSubject: x\r\nMessage-ID: <1@example.com>\r\n\r\nx\r\n')
  const imap = await startImapServer([message])
  onTestFinished(() => imap.close())
  const program = ['test/network/mailbox.ts', join(folder, 'vault'), String(imap.port)]
  const { out, asked, connections } = await listenTo(folder, program)
  expect(out).toContain('{"taken":1,"known":0,"left":0}')
  const server = `127.0.0.1:${imap.port}`
  expect(asked.filter((each) => each !== 'look up 127.0.0.1')).toEqual([`connect ${server}`])
  expect(connections ?? new Set([server])).toEqual(new Set([server]))
})
