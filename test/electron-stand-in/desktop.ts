import { readFileSync } from 'node:fs'
import { EventEmitter } from 'node:events'
import { loud } from './loud.ts'
import { LoudEmitter, VetoableEvent } from './loud-emitter.ts'

function unstubbed(name: string): (...args: unknown[]) => never {
  return () => {
    throw new Error(`electron-stand-in: dialog.${name} was called; a test must put its own answer there`)
  }
}

/** Nobody can answer a dialog here, so each throws until a test replaces it. */
export const dialog = {
  showOpenDialog: unstubbed('showOpenDialog'),
  showOpenDialogSync: unstubbed('showOpenDialogSync'),
  showSaveDialog: unstubbed('showSaveDialog'),
  showSaveDialogSync: unstubbed('showSaveDialogSync'),
  showMessageBox: unstubbed('showMessageBox'),
  showMessageBoxSync: unstubbed('showMessageBoxSync'),
  showErrorBox: unstubbed('showErrorBox'),
}

/** What the program asked the desktop to open; nothing is opened. */
export const shell = {
  requests: [] as { kind: 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'; target: string }[],
  openExternal(url: string): Promise<void> {
    shell.requests.push({ kind: 'openExternal', target: url })
    return Promise.resolve()
  },
  openPath(path: string): Promise<string> {
    shell.requests.push({ kind: 'openPath', target: path })
    return Promise.resolve('')
  },
  showItemInFolder(path: string): void {
    shell.requests.push({ kind: 'showItemInFolder', target: path })
  },
  beep(): void {
    shell.requests.push({ kind: 'beep', target: '' })
  },
}

let clipboardText = ''

/** A clipboard of this process's own, not the page's and not the desktop's. */
export const clipboard = {
  readText: (): Promise<string> => Promise.resolve(clipboardText),
  writeText(text: string): Promise<void> {
    clipboardText = text
    return Promise.resolve()
  },
  clear(): void {
    clipboardText = ''
  },
} satisfies Partial<Electron.Clipboard>

type NotificationOptions = { title?: string; body?: string; silent?: boolean; [name: string]: unknown }

/** A notification that nobody sees; `Notification.shown` lists those shown, and tests emit `click` on them. */
export class Notification extends LoudEmitter {
  static readonly shown: Notification[] = []
  readonly options: NotificationOptions
  title: string
  body: string

  constructor(options: NotificationOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'action', 'failed', 'reply'])
    this.options = options
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    return loud('Notification', this)
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    Notification.shown.push(this)
    this.emit('show', new VetoableEvent())
  }

  close(): void {
    this.emit('close', new VetoableEvent())
  }
}

/** Tests emit its events. */
export const powerMonitor = Object.assign(
  new LoudEmitter('powerMonitor', [
    'suspend',
    'resume',
    'lock-screen',
    'unlock-screen',
    'shutdown',
    'on-ac',
    'on-battery',
  ]),
  {
    getSystemIdleTime: (): number => 0,
    getSystemIdleState: (): string => 'active',
    isOnBatteryPower: (): boolean => false,
  },
)

const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 },
  size: { width: 1920, height: 1080 },
}

/** One screen. */
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
})

/** Images are kept as the bytes they came in and never drawn. */
export class NativeImage {
  private readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
    return loud('NativeImage', this)
  }

  isEmpty(): boolean {
    return this.bytes.length === 0
  }

  setTemplateImage(): void {}
}

export const nativeImage = {
  createEmpty: (): NativeImage => new NativeImage(Buffer.alloc(0)),
  createFromPath: (path: string): NativeImage => new NativeImage(readFileSync(path)),
  createFromBuffer: (bytes: Buffer): NativeImage => new NativeImage(bytes),
  createFromDataURL: (url: string): NativeImage =>
    new NativeImage(Buffer.from(url.split(',')[1] ?? '', 'base64')),
}
