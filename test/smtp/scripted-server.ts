import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** A point of the conversation: the greeting, a command by its verb, the end of the message, a line of a login. */
type Point = 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'end' | 'line'
/** What it says there; null: it falls silent and leaves the line open. */
type Answer = string | null | ((line: string) => string | null)

export type ScriptedServer = {
  host: string
  port: number
  /** Lines of all clients, but those of messages. */
  lines: string[]
  connections: () => number
  close(): Promise<void>
}

const usual: Record<Point, Answer> = {
  greeting: '220 scripted',
  EHLO: '250 scripted',
  STARTTLS: '220 go on',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  end: '250 taken',
  line: '500 what?',
}

const host = '127.0.0.1'

/** A server that says exactly what it is told to, true or not, in the clear on a free port of this machine. Close it. */
export async function startScript(script: Partial<Record<Point, Answer>>): Promise<ScriptedServer> {
  const lines: string[] = []
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    converse(socket, { ...usual, ...script }, lines)
  })
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    host,
    port: address.port,
    lines,
    connections: () => sockets.length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function converse(socket: Socket, script: Record<Point, Answer>, lines: string[]): void {
  let rest = ''
  let inMessage = false
  const say = (point: Point, line: string): void => {
    const answer = script[point]
    const words = typeof answer === 'function' ? answer(line) : answer
    if (words !== null) socket.write(`${words}\r\n`)
    if (point === 'DATA' && words?.startsWith('354')) inMessage = true
  }
  say('greeting', '')
  socket.on('data', (chunk) => {
    rest += chunk.toString('utf8')
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (!inMessage) {
        lines.push(line)
        hear(socket, line, say)
      } else if (line === '.') {
        inMessage = false
        say('end', line)
      }
    }
  })
}

const verbs: readonly string[] = ['EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA']

function hear(socket: Socket, line: string, say: (point: Point, line: string) => void): void {
  const verb = line.split(' ')[0] ?? ''
  if (verb === 'QUIT') socket.end('221 bye\r\n')
  else if (verb === 'RSET') socket.write('250 ok\r\n')
  else say(verbs.includes(verb) ? (verb as Point) : 'line', line)
}
