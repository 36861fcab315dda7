import type { CdpSession } from './cdp.ts'
import type { Page, Size } from './chromium.ts'
import { evaluate, mayUnload } from './evaluate.ts'
import { chromium } from './host.ts'
import { receiveInvoked, receiveSent } from './ipc-main.ts'
import { loud } from './loud.ts'
import { LoudEmitter, VetoableEvent } from './loud-emitter.ts'
import { NavigationVeto } from './navigation-veto.ts'
import { type WebPreferences, openPage } from './open-page.ts'
import { PageWire } from './page-wire.ts'
import type { HostMessage, PageMessage } from './page-worlds.ts'
import type { NavigationGuard } from './requests.ts'
import { fromChromium, toChromium } from './schemes.ts'
import { defaultSession } from './session.ts'
import { WebFrameMain } from './web-frame-main.ts'

type WindowOpenDetails = { url: string; frameName: string; features: string; disposition: string }
type WindowOpenHandler = (details: WindowOpenDetails) => { action: 'allow' | 'deny' }
type Frame = { parentId?: string; url: string; urlFragment?: string; unreachableUrl?: string }

const events = [
  'content-bounds-updated',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'did-navigate-in-page',
  'dom-ready',
  'input-event',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'responsive',
  'select-bluetooth-device',
  'unresponsive',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
]
const contents = new Map<number, WebContents>()
let lastId = 0

/** The page of one window. */
export class WebContents extends LoudEmitter {
  readonly id = ++lastId
  readonly session = defaultSession
  readonly mainFrame = new WebFrameMain(this.id)
  targetId = ''
  private readonly preferences: WebPreferences
  private readonly size: Size
  private readonly veto = new NavigationVeto(this)
  private page: Promise<Page> | undefined
  private opened: CdpSession | undefined
  private wire: PageWire | undefined
  private title = ''
  private destroyed = false
  private crashed = false
  private loading = pendingLoad()
  private windowOpenHandler: WindowOpenHandler | undefined

  constructor(preferences: WebPreferences, size: Size) {
    super('webContents', events)
    this.preferences = preferences
    this.size = size
    const self = loud('webContents', this)
    contents.set(this.id, self)
    return self
  }

  static fromId(id: number): WebContents | undefined {
    return contents.get(id)
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find((each) => each.targetId === targetId)
  }

  static getAllWebContents(): WebContents[] {
    return [...contents.values()]
  }

  /** Resolves when the page has loaded, and rejects when it cannot. */
  async loadURL(url: string): Promise<void> {
    if (!URL.canParse(url)) throw new Error(`ERR_INVALID_URL (-300) loading '${url}'`)
    this.loading.reject(aborted())
    this.loading = pendingLoad()
    const { promise } = this.loading
    if (!this.page) {
      this.page = chromium.then((it) =>
        openPage(it, url, this.size, this.preferences, (page) => this.listen(page)),
      )
    } else {
      const { session } = await this.page
      session.tell('Page.navigate', { url: toChromium(url) })
    }
    await this.page
    return promise
  }

  reload(): void {
    this.crashed = false
    this.opened?.tell('Page.reload')
  }

  /** Ends the page's process, whatever it is doing; `render-process-gone` follows. */
  forcefullyCrashRenderer(): void {
    this.opened?.tell('Page.crash')
  }

  /** Reaches the document that is there now, as in Electron: send after `did-finish-load`. */
  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    this.reply({ kind: 'event', channel, args })
  }

  reply(message: HostMessage): void {
    this.wire?.send(message)
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.loading.promise
    if (!this.opened) throw new Error('electron-stand-in: the window has loaded nothing yet')
    return evaluate(this.opened, code, userGesture)
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler
  }

  /** Chromium's own WebRTC has no such setting from outside; the program's policy of content must block it. */
  setWebRTCIPHandlingPolicy(): void {}

  getURL(): string {
    return this.mainFrame.url
  }

  getTitle(): string {
    return this.title
  }

  getType(): string {
    return 'window'
  }

  focus(): void {
    this.opened?.tell('Page.bringToFront')
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isDevToolsOpened(): boolean {
    return false
  }

  openDevTools(): never {
    throw new Error('electron-stand-in: webContents.openDevTools is not imitated')
  }

  /** As Electron, without asking the window's `close` listeners. */
  close({ waitForBeforeUnload = false } = {}): void {
    const may = waitForBeforeUnload ? this.mayUnload() : Promise.resolve(true)
    may.then((yes) => {
      if (yes) this.destroy()
    }, console.error)
  }

  /** Whether the page lets itself be closed; one that has crashed, or never came, cannot object. */
  async mayUnload(): Promise<boolean> {
    return !this.opened || this.crashed || mayUnload(this.opened)
  }

  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.mainFrame.destroyed = true
    contents.delete(this.id)
    this.page?.then(
      async ({ targetId }) => (await chromium).root.tell('Target.closeTarget', { targetId }),
      console.error,
    )
    this.loading.reject(aborted())
    this.emit('destroyed')
  }

  private listen({ targetId, session }: Page): NavigationGuard {
    this.targetId = targetId
    this.opened = session
    this.wire = new PageWire(session, (message) => this.receive(message))
    session.on('detached', () => this.destroy())
    session.on('Inspector.targetCrashed', () => this.hasCrashed())
    session.on('Page.frameNavigated', ({ frame }: { frame: Frame }) => this.navigated(frame))
    session.on('Page.navigatedWithinDocument', ({ frameId, url }: { frameId: string; url: string }) => {
      if (frameId === targetId) this.navigatedInPage(url)
    })
    session.on('Page.domContentEventFired', () => this.emit('dom-ready', new VetoableEvent()))
    session.on('Page.loadEventFired', () => this.finished(session))
    session.on('Page.windowOpen', (asked: { url: string; windowName: string; windowFeatures: string[] }) => {
      this.windowAsked(fromChromium(asked.url), asked.windowName, asked.windowFeatures.join(','))
    })
    return this.veto.watch(session, targetId)
  }

  private receive(message: PageMessage): void {
    switch (message.kind) {
      case 'hello':
        return
      case 'send':
        receiveSent(this, message)
        return
      case 'invoke':
        receiveInvoked(this, message).catch(console.error)
        return
      case 'close':
        this.close({ waitForBeforeUnload: true })
        return
      case 'input':
        this.emit('input-event', new VetoableEvent(), { type: message.type, modifiers: [] })
        return
      case 'preload-error':
        console.error(`Unable to load preload script: ${this.preferences.preload}\n${message.error.stack}`)
        this.emit('preload-error', new VetoableEvent(), this.preferences.preload, message.error)
    }
  }

  private navigated(frame: Frame): void {
    const isEmptyStart = this.mainFrame.url === '' && frame.url.startsWith('data:')
    if (frame.parentId !== undefined || isEmptyStart) return
    if (frame.unreachableUrl !== undefined) {
      this.failed(fromChromium(frame.unreachableUrl))
      return
    }
    this.mainFrame.url = fromChromium(frame.url + (frame.urlFragment ?? ''))
    this.emit('did-navigate', new VetoableEvent(), this.mainFrame.url, 200, '')
  }

  private navigatedInPage(url: string): void {
    this.mainFrame.url = fromChromium(url)
    this.emit('did-navigate-in-page', new VetoableEvent(), this.mainFrame.url, true)
  }

  private finished(session: CdpSession): void {
    if (this.mainFrame.url === '') return
    const pageIsGone = (): void => {}
    evaluate(session, 'document.title').then((title) => this.loaded(title as string), pageIsGone)
  }

  private loaded(title: string): void {
    this.title = title
    this.emit('page-title-updated', new VetoableEvent(), title, true)
    this.loading.resolve()
    this.emit('did-finish-load', new VetoableEvent())
  }

  private failed(url: string): void {
    this.loading.reject(new Error(`ERR_FAILED (-2) loading '${url}'`))
    this.emit('did-fail-load', new VetoableEvent(), -2, 'ERR_FAILED', url, true)
  }

  private hasCrashed(): void {
    this.crashed = true
    this.emit('render-process-gone', new VetoableEvent(), { reason: 'crashed', exitCode: 1 })
  }

  private windowAsked(url: string, frameName: string, features: string): void {
    const disposition = features === '' ? 'foreground-tab' : 'new-window'
    const answer = this.windowOpenHandler?.({ url, frameName, features, disposition })
    if (answer?.action === 'deny') return
    throw new Error(`electron-stand-in: ${url}: windows opened by a page are not imitated; deny them`)
  }
}

function pendingLoad(): PromiseWithResolvers<void> {
  const load = Promise.withResolvers<void>()
  load.promise.catch(() => {})
  return load
}

function aborted(): Error {
  return new Error('ERR_ABORTED (-3)')
}
