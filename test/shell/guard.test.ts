import { beforeAll, describe, expect, it, vi } from 'vitest'
import { guardContents, guardProcess, guardSession } from '../../src/main/shell/guard.ts'
import { openDesk } from '../../src/main/shell/window.ts'

/** What the shell refuses, and what it tells Electron to leave off: the stand-in of the journeys knows no half of it. */

const electron = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events')
  type Answer = (given: unknown) => void
  class Session extends EventEmitter {
    permission: (contents: unknown, permission: string, answer: Answer) => void = () => undefined
    check: () => boolean = () => true
    device: () => boolean = () => true
    request: (details: { url: string }, answer: Answer) => void = () => undefined
    spellChecks = true
    webRequest = { onBeforeRequest: (handler: Session['request']) => void (this.request = handler) }
    setPermissionRequestHandler = (handler: Session['permission']) => void (this.permission = handler)
    setPermissionCheckHandler = (handler: Session['check']) => void (this.check = handler)
    setDevicePermissionHandler = (handler: Session['device']) => void (this.device = handler)
    setSpellCheckerEnabled = (enabled: boolean) => void (this.spellChecks = enabled)
  }
  class BrowserWindow extends EventEmitter {
    static options: { title?: string; webPreferences?: object } = {}
    constructor(options: object) {
      super()
      BrowserWindow.options = options
    }
    loadURL = () => Promise.resolve()
    show(): void {}
  }
  const switches = new Map<string, string | undefined>()
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    sandboxed: false,
    enableSandbox: () => void (app.sandboxed = true),
    commandLine: { appendSwitch: (name: string, value?: string) => void switches.set(name, value) },
  })
  return {
    app,
    switches,
    session: { defaultSession: new Session() },
    BrowserWindow,
    dialog: {},
    protocol: {},
  }
})
vi.mock('electron', () => electron)

const { app, BrowserWindow, switches } = electron
const { defaultSession } = electron.session

const stoppable = () => ({ preventDefault: vi.fn<() => void>() })

beforeAll(() => {
  const on = vi.spyOn(process, 'on').mockReturnValue(process)
  guardProcess()
  on.mockRestore()
  guardContents()
  guardSession()
})

describe('every page', () => {
  it('is granted no permission, no device and no download, and nothing of it is spell-checked', () => {
    const answers: unknown[] = []
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal'])
      defaultSession.permission({}, permission, (answer) => answers.push(answer))
    expect([...new Set(answers)]).toEqual([false])
    expect([defaultSession.check(), defaultSession.device(), defaultSession.spellChecks]).toEqual([
      false,
      false,
      false,
    ])
    const download = stoppable()
    defaultSession.emit('will-download', download)
    expect(download.preventDefault).toHaveBeenCalledOnce()
  })

  it.each([
    ['app://desk/index.html', false],
    ['blob:app://desk/1', false],
    ['data:image/png;base64,', false],
    ['app://desk.example/', true],
    ['https://example.com/', true],
    ['file:///etc/passwd', true],
    ['ws://127.0.0.1/', true],
    ['blob:https://example.com/1', true],
  ])('asks for %s: cancelled %s', (url, cancel) => {
    const answer = vi.fn<(given: unknown) => void>()
    defaultSession.request({ url }, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel })
  })

  it('navigates nowhere, opens nothing, and chooses no device and no certificate', () => {
    const handlers = new Map<string, (event: object, ...given: unknown[]) => void>()
    const opening = vi.fn<(handler: () => unknown) => void>()
    const contents = {
      on: (name: string, handler: (event: object) => void) => handlers.set(name, handler),
      setWindowOpenHandler: opening,
      setWebRTCIPHandlingPolicy: vi.fn<(policy: string) => void>(),
    }
    app.emit('web-contents-created', {}, contents)
    const refused = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']
    for (const name of [...refused, 'content-bounds-updated']) {
      const event = stoppable()
      handlers.get(name)?.(event)
      expect(event.preventDefault, name).toHaveBeenCalledOnce()
    }
    expect(opening.mock.calls[0]?.[0]()).toEqual({ action: 'deny' })
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp')
    const choose = vi.fn<(chosen?: string) => void>()
    handlers.get('select-bluetooth-device')?.(stoppable(), [], choose)
    app.emit('select-client-certificate', stoppable(), contents, '', [], choose)
    expect(choose.mock.calls).toEqual([[''], []])
    const trust = vi.fn<(trusted: boolean) => void>()
    app.emit('certificate-error', stoppable(), contents, '', '', {}, trust)
    expect(trust).toHaveBeenCalledExactlyOnceWith(false)
  })
})

it('no name is found and no proxy is there, whatever gets past the filter', () => {
  expect(app.sandboxed).toBe(true)
  expect(Object.fromEntries(switches)).toMatchObject({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'proxy-server': 'nowhere.invalid:9',
    'proxy-bypass-list': '<-loopback>',
  })
})

it('nothing is sent and no dump of a crash is kept by Chromium itself', () => {
  const off = ['breakpad', 'background-networking', 'component-update', 'domain-reliability']
  expect([...switches.keys()]).toEqual(
    expect.arrayContaining([...off.map((name) => `disable-${name}`), 'no-pings']),
  )
})

it('the window is sandboxed, without Node, spell checker and developer tools, and always called the same', () => {
  const window = openDesk('preload.cjs')
  expect(BrowserWindow.options.title).toBe('Жауап')
  expect(BrowserWindow.options.webPreferences).toEqual({
    preload: 'preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    devTools: false,
    spellcheck: false,
  })
  const renamed = stoppable()
  window.emit('page-title-updated', renamed)
  expect(renamed.preventDefault).toHaveBeenCalledOnce()
})
