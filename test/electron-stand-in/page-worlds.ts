import type { Bridge } from './bridge.ts'
import type { Codec } from './clone.ts'

/** What the preload's world and this process say to each other. */
export type PageMessage =
  | { kind: 'hello' }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'close' }
  | { kind: 'input'; type: InputType }
  | { kind: 'preload-error'; error: Error }
export type HostMessage =
  | { kind: 'event'; channel: string; args: unknown[] }
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string }

/** Names of Electron for what a person does to a page. */
export type InputType = 'rawKeyDown' | 'keyUp' | 'mouseDown' | 'mouseUp' | 'mouseMove' | 'mouseWheel'

export type PreloadProcess = { platform: string; versions: object; env: object; argv: string[] }
type Listener = (event: object, ...args: unknown[]) => void
type Preload = (require: (name: string) => unknown, exports: object, module: object, process: object) => void
type Loud = <T extends object>(name: string, target: T) => T

/** Run in the page's own world, before any script of the page. */
export function prepareMainWorld(makeBridge: (heard: (note: string) => void) => Bridge): void {
  if (window !== window.top) return
  const bridge = makeBridge(() => {})
  window.close = () => bridge.tell('close')
}

/** Run in the preload's world: what a sandboxed preload finds there, then the preload itself. */
export function runPreload(
  makeBridge: (heard: (note: string) => void) => Bridge,
  codec: Codec,
  loud: Loud,
  environment: PreloadProcess,
  chunkLength: number,
  preload: Preload,
): void {
  const binding = Reflect.get(globalThis, 'standInSend') as ((chunk: string) => void) | undefined
  // The empty document that a window starts with has no binding yet, and Electron runs no preload in it.
  if (window !== window.top || !binding) return

  const listeners = new Map<string, Listener[]>()
  const invoked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let invocations = 0
  let received = ''

  function post(message: PageMessage): void {
    const text = codec.encode(message)
    for (let from = 0; from < text.length; from += chunkLength) {
      const last = from + chunkLength >= text.length
      binding?.((last ? '.' : '+') + text.slice(from, from + chunkLength))
    }
  }

  function receive(message: HostMessage): void {
    switch (message.kind) {
      case 'event':
        for (const listener of listeners.get(message.channel) ?? []) {
          listener({ sender: ipcRenderer, ports: [] }, ...message.args)
        }
        return
      case 'result':
        invoked.get(message.id)?.resolve(message.value)
        invoked.delete(message.id)
        return
      case 'failure':
        invoked.get(message.id)?.reject(new Error(message.message))
        invoked.delete(message.id)
    }
  }

  const ipcRenderer = loud('ipcRenderer', {
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    once(channel: string, listener: Listener) {
      const once: Listener = (event, ...args) => {
        ipcRenderer.removeListener(channel, once)
        listener(event, ...args)
      }
      return ipcRenderer.on(channel, once)
    },
    removeListener(channel: string, listener: Listener) {
      const left = [...(listeners.get(channel) ?? [])]
      const place = left.lastIndexOf(listener)
      if (place >= 0) left.splice(place, 1)
      listeners.set(channel, left)
      return ipcRenderer
    },
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++invocations
      return new Promise((resolve, reject) => {
        post({ kind: 'invoke', id, channel, args })
        invoked.set(id, { resolve, reject })
      })
    },
  })

  /** The page stops at `debugger`; the stand-in asks Chromium for the file's path, writes it here, and goes on. */
  function standInPathQuestion(file: File): string {
    const answer = { file, path: '' }
    // oxlint-disable-next-line no-debugger
    debugger
    return answer.path
  }

  const electron = loud('electron (in a preload)', {
    ipcRenderer,
    contextBridge: loud('contextBridge', {
      exposeInMainWorld: (name: string, api: unknown) => bridge.expose(name, api),
    }),
    webUtils: loud('webUtils', { getPathForFile: (file: File) => standInPathQuestion(file) }),
  })

  function require(name: string): unknown {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`electron-stand-in: require('${name}') in a preload is not imitated`)
  }

  Reflect.set(globalThis, 'standInReceive', (chunk: string) => {
    received += chunk.slice(1)
    if (chunk[0] === '+') return
    const text = received
    received = ''
    receive(codec.decode(text) as HostMessage)
  })
  /** Chromium tells of no input but to the page; what the page's own script makes up is not trusted, and no input. */
  function tellInput(event: string, type: InputType): void {
    const tell = ({ isTrusted }: Event): void => {
      if (isTrusted) post({ kind: 'input', type })
    }
    addEventListener(event, tell, { capture: true, passive: true })
  }

  post({ kind: 'hello' })
  tellInput('keydown', 'rawKeyDown')
  tellInput('keyup', 'keyUp')
  tellInput('mousedown', 'mouseDown')
  tellInput('mouseup', 'mouseUp')
  tellInput('mousemove', 'mouseMove')
  tellInput('wheel', 'mouseWheel')
  const bridge = makeBridge(() => post({ kind: 'close' }))
  const module = { exports: {} }
  const process = { ...environment, type: 'renderer', sandboxed: true, contextIsolated: true }
  try {
    preload(require, module.exports, module, loud('process (in a preload)', process))
  } catch (error) {
    post({ kind: 'preload-error', error: error instanceof Error ? error : new Error(String(error)) })
    throw error
  }
}
