import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { createServer as createTlsServer } from 'node:tls'
import type { Certificate } from '../smtp/certificate.ts'

/** What the server does wrong. */
export type ImapFault = 'refuseLogin' | 'hangAtGreeting' | 'dropAfterLogin' | 'hugeLiteral'

export type LoopbackImap = {
  host: string
  port: number
  /** Every command it got, without its tag. */
  commands: string[]
  close(): Promise<void>
}

/**
 * A small IMAP server on a free port of this machine, over one folder that never changes; with a certificate it speaks
 * TLS alone. Close it.
 */
export async function startImapServer(
  messages: readonly Uint8Array[],
  fault: ImapFault | null = null,
  certificate: Certificate | null = null,
): Promise<LoopbackImap> {
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const serve = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    if (fault === 'hangAtGreeting') return
    const say = (...lines: string[]): void => void socket.write(`${lines.join('\r\n')}\r\n`)
    say('* OK ready')
    let asked: string | null = null
    createInterface(socket).on('line', (line) => {
      if (asked !== null) {
        commands.push(line)
        answer({ say, socket, tag: asked, command: 'LOGIN', messages, fault })
        asked = null
        return
      }
      const [tag = '', ...rest] = line.split(' ')
      const command = rest.join(' ')
      commands.push(command)
      if (/^AUTHENTICATE \S+$/.test(command)) {
        asked = tag
        return say('+ ')
      }
      answer({ say, socket, tag, command, messages, fault })
    })
  }
  const server = certificate ? createTlsServer(certificate, serve) : createServer(serve)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    host: '127.0.0.1',
    port: address.port,
    commands,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

type Call = {
  say: (...lines: string[]) => void
  socket: Socket
  tag: string
  command: string
  messages: readonly Uint8Array[]
  fault: ImapFault | null
}

function answer({ say, socket, tag, command, messages, fault }: Call): void {
  const ok = `${tag} OK done`
  const verb = command.replace(/^UID /, '').replace(/ .*/s, '').toUpperCase()
  switch (verb) {
    case 'CAPABILITY':
      return say('* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR', ok)
    case 'AUTHENTICATE':
    case 'LOGIN':
      if (fault === 'refuseLogin') return say(`${tag} NO [AUTHENTICATIONFAILED] Wrong`)
      say(ok)
      if (fault === 'dropAfterLogin') socket.destroy()
      return
    case 'LIST':
      return say('* LIST () "/" INBOX', ok)
    case 'EXAMINE':
    case 'SELECT':
      return say(
        `* ${messages.length} EXISTS`,
        '* OK [UIDVALIDITY 7] fine',
        `* OK [UIDNEXT ${messages.length + 1}] next`,
        ok,
      )
    case 'SEARCH':
      return say(`* SEARCH ${messages.map((_, index) => index + 1).join(' ')}`, ok)
    case 'FETCH':
      return fetch({ say, socket, tag, command, messages, fault })
    case 'LOGOUT':
      say('* BYE', ok)
      return void socket.end()
    default:
      return say(ok)
  }
}

function fetch({ say, socket, tag, command, messages, fault }: Call): void {
  const isWhole = command.includes('BODY')
  for (const uid of (/FETCH ([\d,]+)/.exec(command)?.[1] ?? '').split(',').map(Number)) {
    const message = messages[uid - 1]
    if (!message) continue
    if (isWhole) {
      const size = fault === 'hugeLiteral' ? 900_000_000 : message.length
      socket.write(`* ${uid} FETCH (UID ${uid} BODY[] {${size}}\r\n`)
      socket.write(message)
      say(')')
    } else say(`* ${uid} FETCH (UID ${uid} RFC822.SIZE ${message.length})`)
  }
  say(`${tag} OK done`)
}
