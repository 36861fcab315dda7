import { app } from './app.ts'
import { loud } from './loud.ts'
import { LoudEmitter, VetoableEvent } from './loud-emitter.ts'
import type { WebPreferences } from './open-page.ts'
import { WebContents } from './web-contents.ts'
import { windows } from './windows.ts'

type Rectangle = { x: number; y: number; width: number; height: number }
type Options = Partial<Rectangle> & { title?: string; show?: boolean; webPreferences?: WebPreferences }

const events = [
  'blur',
  'close',
  'closed',
  'focus',
  'hide',
  'maximize',
  'minimize',
  'move',
  'moved',
  'page-title-updated',
  'ready-to-show',
  'resize',
  'resized',
  'restore',
  'show',
  'unmaximize',
]
let lastId = 0
let focusedId = 0

/** A window: its page is real; its frame, place and size on a screen are only remembered. */
export class BrowserWindow extends LoudEmitter {
  readonly id = ++lastId
  readonly webContents: WebContents
  private title: string
  private bounds: Rectangle
  private visible: boolean
  private maximized = false
  private minimized = false
  private destroyed = false
  private contentProtected = false
  private closing = false

  constructor(options: Options = {}) {
    super('BrowserWindow', events)
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600, title = app.name, show = true } = options
    this.title = title
    this.bounds = { x, y, width, height }
    this.visible = show
    this.webContents = new WebContents(options.webPreferences ?? {}, { width, height })
    const self = loud('BrowserWindow', this)
    this.webContents.once('did-finish-load', () => self.emit('ready-to-show', new VetoableEvent()))
    this.webContents.on('page-title-updated', (_event: object, pageTitle: string) =>
      self.takeTitle(pageTitle),
    )
    this.webContents.once('destroyed', () => self.destroy())
    windows.add(self)
    app.emit('web-contents-created', new VetoableEvent(), this.webContents)
    app.emit('browser-window-created', new VetoableEvent(), self)
    if (show) self.focus()
    return self
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows] as BrowserWindow[]
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.fromId(focusedId)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    this.turn('show', !this.visible, () => (this.visible = true))
    this.focus()
  }

  showInactive(): void {
    this.turn('show', !this.visible, () => (this.visible = true))
  }

  hide(): void {
    this.turn('hide', this.visible, () => (this.visible = false))
    this.blur()
  }

  isVisible(): boolean {
    return this.visible
  }

  focus(): void {
    if (!this.visible || this.isFocused()) return
    BrowserWindow.getFocusedWindow()?.blur()
    focusedId = this.id
    this.webContents.focus()
    this.emit('focus', new VetoableEvent())
  }

  blur(): void {
    if (!this.isFocused()) return
    focusedId = 0
    this.emit('blur', new VetoableEvent())
  }

  isFocused(): boolean {
    return focusedId === this.id
  }

  minimize(): void {
    this.turn('minimize', !this.minimized, () => (this.minimized = true))
    this.blur()
  }

  restore(): void {
    this.turn('restore', this.minimized, () => (this.minimized = false))
  }

  isMinimized(): boolean {
    return this.minimized
  }

  maximize(): void {
    this.turn('maximize', !this.maximized, () => (this.maximized = true))
  }

  unmaximize(): void {
    this.turn('unmaximize', this.maximized, () => (this.maximized = false))
  }

  isMaximized(): boolean {
    return this.maximized
  }

  isFullScreen(): boolean {
    return false
  }

  getBounds(): Rectangle {
    return { ...this.bounds }
  }

  getNormalBounds(): Rectangle {
    return { ...this.bounds }
  }

  /** Remembered: what a screenshot shows is the system's business. */
  setContentProtection(enable: boolean): void {
    this.contentProtected = enable
  }

  isContentProtected(): boolean {
    return this.contentProtected
  }

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title
  }

  /** Menus are not drawn; Menu.setApplicationMenu keeps the program's own for tests to click. */
  setMenu(): void {}

  removeMenu(): void {}

  setMenuBarVisibility(): void {}

  /** Asks the program's `close` listeners, then the page's `beforeunload` listeners. */
  close(): void {
    if (this.destroyed || this.closing) return
    const event = new VetoableEvent()
    this.emit('close', event)
    if (event.defaultPrevented) {
      app.closeVetoed()
      return
    }
    this.closing = true
    this.webContents.mayUnload().then(
      (may) => {
        this.closing = false
        if (may) this.destroy()
        else app.closeVetoed()
      },
      () => this.destroy(),
    )
  }

  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    windows.delete(this)
    if (this.isFocused()) focusedId = 0
    this.webContents.destroy()
    this.emit('closed')
    app.windowClosed()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  private turn(event: string, changes: boolean, change: () => void): void {
    if (!changes) return
    change()
    this.emit(event, new VetoableEvent())
  }

  private takeTitle(title: string): void {
    const event = new VetoableEvent()
    this.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) this.title = title
  }
}
