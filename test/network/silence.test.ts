import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { scratchFolder } from '../engine/register.ts'

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

/** The main job on the e-mails of the demonstration, which brings a mail server of its own on this machine. */
it('speaks to the mail server that is set, and to nobody else', { timeout: 120_000 }, async () => {
  const folder = scratchFolder()
  const record = join(folder, 'record')
  const trace = join(folder, 'trace')
  writeFileSync(record, '')
  const program = [process.execPath, '--import', recorder, 'scripts/demo.ts', '--out', join(folder, 'out')]
  const listening = canTrace()
    ? ['strace', '-f', '-qq', '-e', 'trace=connect,sendto,sendmsg', '-o', trace]
    : []
  const [command = '', ...args] = [...listening, ...program]
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = process.env
  await promisify(execFile)(command, args, { env: { ...env, ZHAUAP_RECORD: record } })
  expect(readdirSync(join(folder, 'out', 'mail')).length).toBeGreaterThan(0)
  const asked = [...new Set(readFileSync(record, 'utf8').split('\n').filter(Boolean))].sort()
  // An address is looked up, too; of that the network hears nothing.
  expect(asked).toEqual([expect.stringMatching(/^connect 127\.0\.0\.1:\d+$/), 'look up 127.0.0.1'])
  // The system's own word for it, where it can be had.
  if (listening.length === 0) return
  const connections = new Set(connectionsIn(readFileSync(trace, 'utf8')))
  expect(connections).toEqual(new Set([asked[0]?.replace('connect ', '')]))
})
