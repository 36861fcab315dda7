import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

type Parameters = Record<string, unknown>
type Waiter = { resolve: (result: never) => void; reject: (error: Error) => void }
type Message = {
  id?: number
  method?: string
  params?: Parameters
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

/** One conversation of the Chrome DevTools Protocol; it emits the protocol's events by their names. */
export class CdpSession extends EventEmitter {
  readonly id: string | undefined
  private readonly connection: CdpConnection

  constructor(connection: CdpConnection, id: string | undefined) {
    super()
    this.connection = connection
    this.id = id
  }

  send<Result = unknown>(method: string, params: Parameters = {}): Promise<Result> {
    return this.connection.send<Result>(method, params, this.id)
  }

  /** Sends what may come too late: the page it is meant for can be gone. */
  tell(method: string, params: Parameters = {}): void {
    this.send(method, params).catch(() => {})
  }
}

/**
 * The protocol over the pipe that Chromium was started with (messages end in a zero byte). Chromium ends when the
 * pipe does, so it cannot outlive this process, however this process ends.
 */
export class CdpConnection {
  readonly root: CdpSession
  private readonly sessions = new Map<string | undefined, CdpSession>()
  private readonly waiting = new Map<number, Waiter>()
  private readonly output: Writable
  private lastId = 0
  private unfinished: Buffer[] = []
  private closed = false

  constructor(output: Writable, input: Readable) {
    this.output = output
    this.root = this.session(undefined)
    output.on('error', () => this.end())
    input.on('data', (bytes: Buffer) => this.read(bytes))
    input.on('close', () => this.end())
  }

  session(id: string | undefined): CdpSession {
    const known = this.sessions.get(id)
    if (known) return known
    const session = new CdpSession(this, id)
    this.sessions.set(id, session)
    return session
  }

  forget(id: string): void {
    this.sessions.delete(id)
  }

  send<Result>(method: string, params: Parameters, sessionId: string | undefined): Promise<Result> {
    if (this.closed) return Promise.reject(new Error(`${method}: Chromium is gone`))
    const id = ++this.lastId
    const answer = new Promise<Result>((resolve, reject) => this.waiting.set(id, { resolve, reject }))
    this.output.write(JSON.stringify({ id, method, params, sessionId }) + '\0')
    return answer
  }

  end(): void {
    if (this.closed) return
    this.closed = true
    this.output.end()
    for (const { reject } of this.waiting.values()) reject(new Error('Chromium is gone'))
    this.waiting.clear()
  }

  private read(bytes: Buffer): void {
    let start = 0
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
      const text = Buffer.concat([...this.unfinished, bytes.subarray(start, end)]).toString('utf8')
      this.unfinished = []
      start = end + 1
      this.receive(JSON.parse(text) as Message)
    }
    if (start < bytes.length) this.unfinished.push(bytes.subarray(start))
  }

  private receive({ id, method, params, sessionId, result, error }: Message): void {
    if (method !== undefined) {
      this.sessions.get(sessionId)?.emit(method, params)
      return
    }
    const waiter = this.waiting.get(id ?? 0)
    this.waiting.delete(id ?? 0)
    if (error) waiter?.reject(new Error(error.message))
    else waiter?.resolve(result as never)
  }
}
