import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { CdpConnection, type CdpSession } from './cdp.ts'

export type Page = { targetId: string; session: CdpSession; start: () => void }
export type Size = { width: number; height: number }
type TargetInfo = { targetId: string; type: string }
type Attached = { sessionId: string; targetInfo: TargetInfo }
type Start = { path: string; headless: boolean; debuggingPort: string | undefined; switches: string[] }

/** An app window stays without an address bar when it leaves this page, and it is not a page of ours yet. */
const emptyPage = 'data:text/html,'
const always = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--no-first-run',
  '--no-startup-window',
  '--block-new-web-contents',
  '--remote-debugging-pipe',
]
/** Keeps a browser from offering to translate our page and to keep its passwords. */
const preferences = { translate: { enabled: false }, credentials_enable_service: false }
/** Chromium refuses to run as root in its own sandbox; --test-type keeps it from warning of that in the window. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []

/** Where no locale is set, Chromium would take no name of a file but in Latin letters, and fall over the others. */
export const inUtf8 = { LC_CTYPE: 'C.UTF-8', ...process.env }

/** The Chromium that draws our windows. It lives in a profile of its own and ends with this process. */
export class Chromium {
  readonly exited: Promise<void>
  private readonly connection: CdpConnection
  private readonly process: ChildProcess
  private readonly start: Start
  private readonly profile: string
  private readonly cleaner: ChildProcess
  private opening: Promise<unknown> = Promise.resolve()
  private arrived: (page: Page) => void = ({ start }) => start()

  constructor(start: Start) {
    this.start = start
    this.profile = makeProfile()
    const port = start.debuggingPort === undefined ? [] : [`--remote-debugging-port=${start.debuggingPort}`]
    this.process = spawn(
      start.path,
      [...always, ...asRoot, `--user-data-dir=${this.profile}`, ...port, ...start.switches],
      {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
        env: inUtf8,
      },
    )
    this.cleaner = cleanWhenWeEnd(this.process.pid, this.profile)
    this.exited = new Promise((resolve) => this.process.once('close', () => resolve()))
    relayErrors(this.process)
    const [, , , output, input] = this.process.stdio
    this.connection = new CdpConnection(output as Writable, input as Readable)
    this.root.on('Target.attachedToTarget', (event: Attached) => this.attach(event))
    this.root.on('Target.detachedFromTarget', ({ sessionId }: Attached) => {
      this.connection.session(sessionId).emit('detached')
      this.connection.forget(sessionId)
    })
    this.root.tell('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  }

  get root(): CdpSession {
    return this.connection.root
  }

  session(id: string): CdpSession {
    return this.connection.session(id)
  }

  /**
   * A new page that makes no request until `start` is called, so that nobody - neither its scripts nor a test - sees
   * it before it is prepared.
   */
  newPage(url: string, size: Size): Promise<Page> {
    const page = this.opening.then(() =>
      this.start.headless ? this.newTarget(url, size) : this.newAppWindow(url, size),
    )
    this.opening = page.catch(() => {})
    return page
  }

  /** Ends Chromium and everything of it. */
  async end(): Promise<void> {
    this.connection.end()
    await this.exited
    this.cleaner.ref()
    const cleaned = new Promise((resolve) => this.cleaner.once('close', resolve))
    this.cleaner.stdin?.end()
    await cleaned
  }

  private attach({ sessionId, targetInfo }: Attached): void {
    const session = this.connection.session(sessionId)
    const start = (): void => session.tell('Runtime.runIfWaitingForDebugger')
    if (targetInfo.type === 'page') this.arrived({ targetId: targetInfo.targetId, session, start })
    else start()
  }

  private async newTarget(url: string, size: Size): Promise<Page> {
    const page = this.nextPage()
    await this.root.send('Target.createTarget', { url, ...size, newWindow: true })
    return page
  }

  /** A window without tabs and address bar: a second start of Chromium asks the first one for it. */
  private async newAppWindow(url: string, bounds: Size): Promise<Page> {
    const arriving = this.nextPage()
    spawn(this.start.path, [...asRoot, `--user-data-dir=${this.profile}`, `--app=${emptyPage}`], {
      stdio: 'ignore',
    })
    const page = await arriving
    const { targetId, session } = page
    const { windowId } = await this.root.send<{ windowId: number }>('Browser.getWindowForTarget', {
      targetId,
    })
    this.root.tell('Browser.setWindowBounds', { windowId, bounds })
    // It may leave for another process, which must find everything prepared: so not before this has been answered.
    const start = (): void => {
      session.send('Runtime.runIfWaitingForDebugger').then(
        () => session.tell('Page.navigate', { url }),
        () => {},
      )
    }
    return { targetId, session, start }
  }

  private nextPage(): Promise<Page> {
    const usual = this.arrived
    return new Promise((resolve) => {
      this.arrived = (page) => {
        this.arrived = usual
        resolve(page)
      }
    })
  }
}

function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'electron-stand-in-'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  return profile
}

/** Passes on the line that Playwright waits for; the rest of Chromium's talk is shown only when it ends badly. */
function relayErrors(chromium: ChildProcess): void {
  let talk = ''
  chromium.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) if (line.startsWith('DevTools listening on')) console.error(line)
    talk = (talk + text).slice(-4000)
  })
  chromium.once('error', (error) => console.error(`electron-stand-in: ${error.message}`))
  chromium.once('exit', (code, signal) => {
    if (code !== 0) console.error(`${talk}\nelectron-stand-in: Chromium ended: ${code ?? signal}`)
  })
}

/** A process of its own that sees our end, even by SIGKILL, then ends what is left of Chromium and its profile. */
function cleanWhenWeEnd(group: number | undefined, profile: string): ChildProcess {
  const script = 'cat; [ -z "$1" ] || kill -KILL -- "-$1"; until rm -rf "$2"; do :; done'
  const cleaner = spawn('/bin/sh', ['-c', script, 'sh', String(group ?? ''), profile], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  cleaner.unref()
  return cleaner
}
