import { mkdirSync } from 'node:fs'
import { url as debuggerUrl } from 'node:inspector'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { inspect } from 'node:util'
import { CommandLine } from './command-line.ts'
import { chromium } from './host.ts'
import { loud } from './loud.ts'
import { LoudEmitter, VetoableEvent } from './loud-emitter.ts'
import { InstanceLock } from './instance-lock.ts'
import { windows } from './windows.ts'

const events = [
  'activate',
  'before-quit',
  'browser-window-created',
  'certificate-error',
  'child-process-gone',
  'quit',
  'ready',
  'second-instance',
  'select-client-certificate',
  'web-contents-created',
  'will-quit',
  'window-all-closed',
]

class App extends LoudEmitter {
  readonly commandLine = loud('app.commandLine', new CommandLine())
  readonly isPackaged = false
  /** Only macOS has a dock. */
  readonly dock = undefined
  name = 'Electron'
  private readonly paths = new Map<string, string>()
  private readonly ready = Promise.withResolvers<void>()
  private readonly lock = new InstanceLock((argv, folder, data) => {
    this.emit('second-instance', new VetoableEvent(), argv, folder, data)
  })
  private version = '0.0.0'
  private appPath = process.cwd()
  private becameReady = false
  private quitting = false
  private ending = false

  constructor() {
    super('app', events)
  }

  /** What the program's package.json says; called by boot.ts. */
  describe(appPath: string, name: string, version: string): void {
    this.appPath = appPath
    this.name = name
    this.version = version
  }

  /** Called by boot.ts when the program's main module has been loaded. */
  becomeReady(): void {
    this.becameReady = true
    this.emit('ready', new VetoableEvent(), {})
    this.ready.resolve()
  }

  whenReady(): Promise<void> {
    return this.ready.promise
  }

  isReady(): boolean {
    return this.becameReady
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return this.version
  }

  getAppPath(): string {
    return this.appPath
  }

  getLocale(): string {
    const [language = ''] = (process.env['LC_ALL'] || process.env['LANG'] || '').split('.')
    const spoken =
      language === '' || language === 'C' || language === 'POSIX' ? 'en-US' : language.replace('_', '-')
    return this.commandLine.getSwitchValue('lang') || spoken
  }

  getPath(name: string): string {
    const path = this.paths.get(name) ?? this.defaultPath(name)
    if (name === 'userData') mkdirSync(path, { recursive: true })
    return path
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    this.paths.set(name, path)
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    return this.lock.request(this.getPath('userData'), additionalData)
  }

  hasSingleInstanceLock(): boolean {
    return this.lock.held
  }

  releaseSingleInstanceLock(): void {
    this.lock.release()
  }

  /** Remembered, not drawn. */
  badgeCount = 0

  setBadgeCount(count: number): boolean {
    this.badgeCount = count
    return true
  }

  /** Windows only, as in Electron. */
  setAppUserModelId(): void {}

  /** Chromium's own sandbox is off here; the page is isolated from Node in any case. */
  enableSandbox(): void {}

  /** Chromium runs without the GPU here anyway. */
  disableHardwareAcceleration(): void {}

  focus(): void {}

  quit(): void {
    if (this.quitting) return
    if (this.vetoed('before-quit')) return
    this.quitting = true
    if (windows.size === 0) this.willQuit()
    else for (const window of windows) window.close()
  }

  exit(code = 0): void {
    this.end(code).catch((error: unknown) => {
      console.error(error)
      process.exit(1)
    })
  }

  /** Called by a window that stays open. */
  closeVetoed(): void {
    this.quitting = false
  }

  /** Called by a window when it is gone. */
  windowClosed(): void {
    if (windows.size > 0 || this.ending) return
    if (this.quitting) this.willQuit()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  private willQuit(): void {
    if (this.vetoed('will-quit')) this.quitting = false
    else this.exit()
  }

  private async end(code: number): Promise<void> {
    if (this.ending) return
    this.ending = true
    for (const window of windows) window.destroy()
    this.emit('quit', new VetoableEvent(), code)
    this.lock.release()
    await (await chromium).end()
    // Node prints this when it ends by itself; Playwright then lets go of the debugger.
    if (debuggerUrl()) console.error('Waiting for the debugger to disconnect...')
    process.exit(code)
  }

  private vetoed(name: string): boolean {
    const event = new VetoableEvent()
    this.emit(name, event)
    return event.defaultPrevented
  }

  private defaultPath(name: string): string {
    const home = homedir()
    switch (name) {
      case 'home':
        return home
      case 'temp':
        return tmpdir()
      case 'appData':
        return process.env['XDG_CONFIG_HOME'] || join(home, '.config')
      case 'userData':
      case 'sessionData':
        return this.commandLine.getSwitchValue('user-data-dir') || join(this.getPath('appData'), this.name)
      case 'logs':
        return join(this.getPath('userData'), 'logs')
      case 'desktop':
      case 'documents':
      case 'downloads':
        return join(home, name.charAt(0).toUpperCase() + name.slice(1))
      case 'exe':
        return process.env['ELECTRON_STAND_IN'] ?? process.execPath
      default:
        throw new Error(`electron-stand-in: app.getPath(${inspect(name)}) is not imitated`)
    }
  }
}

export const app = loud('app', new App())
