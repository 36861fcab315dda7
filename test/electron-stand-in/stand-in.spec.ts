import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronCommand, launchApp, realElectron } from '../e2e/launch.ts'

declare const desk: {
  platform: string
  call: (channel: string, ...args: unknown[]) => Promise<unknown>
  shout: (text: string) => void
  onShouted: (listener: (text: string) => void) => () => void
  pathOf: (file: File) => string
}
type Fixture = {
  openWindow: () => Electron.BrowserWindow
  secondInstances: string[][]
  vetoes: string[]
  opened: string[]
  senders: [boolean, string][]
  vetoClose: boolean
}
declare const fixture: Fixture

const program = join(import.meta.dirname, 'fixture')

const test = base.extend<{ userData: string; app: ElectronApplication; page: Page }>({
  // oxlint-disable-next-line no-empty-pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-spec-'))
    await use(folder)
    rmSync(folder, { recursive: true, maxRetries: 5 })
  },
  app: async ({ userData }, use) => {
    const app = await launchApp({ program, userData })
    await use(app)
    await app.evaluate(() => void (fixture.vetoClose = false)).catch(() => {})
    await app.close()
  },
  page: async ({ app }, use) => {
    await use(await app.firstWindow())
  },
})

test('opens a window of the size asked for', async ({ app, page }) => {
  await expect(page).toHaveTitle('Fixture')
  await expect(page.getByRole('heading')).toHaveText('Ready')
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  const seen = await app.evaluate(({ app: program, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return [program.getVersion(), program.isPackaged, window?.webContents.getURL(), window?.getTitle()]
  })
  expect(seen).toEqual(['1.2.3', false, 'app://desk/index.html', 'Fixture'])
})

test('knows the window of a page', async ({ app, page }) => {
  const window = await app.browserWindow(page)
  expect(await window.evaluate(({ id }) => id)).toBe(1)
})

test('keeps the page apart from the preload', async ({ page }) => {
  const seen = await page.evaluate(() => {
    const types = ['require', 'process', 'module', 'ipcRenderer', 'standInSend', 'standInReceive']
    const before = desk.call
    try {
      desk.call = () => Promise.resolve('forged')
    } catch {
      // Strict code throws, sloppy code is ignored.
    }
    return [types.filter((name) => name in globalThis), desk.call === before, desk.platform]
  })
  expect(seen).toEqual([[], true, process.platform])
})

test('passes structured clones both ways', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const sent = {
      bytes: new Uint8Array([1, 2, 3]),
      words: new Uint16Array([1, 65535]).subarray(1),
      date: new Date(0),
      map: new Map([['a', { b: new Set([1]) }]]),
      pattern: /a+/gi,
      numbers: [NaN, -0, Infinity, 12345678901234567890n],
      nothing: [undefined, null],
      error: new RangeError('too far'),
      self: {},
    }
    sent.self = sent
    const got = (await desk.call('echo', sent)) as typeof sent
    return {
      bytes: got.bytes instanceof Uint8Array && [...got.bytes],
      words: got.words instanceof Uint16Array && [...got.words],
      date: got.date instanceof Date && got.date.getTime(),
      map: got.map instanceof Map && got.map.get('a')?.b.has(1),
      pattern: String(got.pattern),
      numbers: got.numbers.map((number) => (Object.is(number, -0) ? '-0' : String(number))),
      nothing: got.nothing,
      error: got.error instanceof Error && got.error.message,
      self: got.self === got,
    }
  })
  expect(seen).toEqual({
    bytes: [1, 2, 3],
    words: [65535],
    date: 0,
    map: true,
    pattern: '/a+/gi',
    numbers: ['NaN', '-0', 'Infinity', '12345678901234567890'],
    nothing: [undefined, null],
    error: 'too far',
    self: true,
  })
})

test('refuses what cannot be cloned, and carries error messages', async ({ page }) => {
  const failure = (channel: string) =>
    page.evaluate((name) => desk.call(name, () => 1).catch((error: Error) => error.message), channel)
  expect(await failure('echo')).toBe('An object could not be cloned.')
  const call = (channel: string) =>
    page.evaluate((name) => desk.call(name).catch((error: Error) => error.message), channel)
  expect(await call('fail')).toBe("Error invoking remote method 'fail': RangeError: out of range")
  expect(await call('nobody')).toContain("No handler registered for 'nobody'")
})

test('carries 60 MB there and back', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const sent = new Uint8Array(60 * 1024 * 1024).fill(7)
    sent[12345678] = 42
    const got = (await desk.call('echo', sent)) as Uint8Array
    return [got instanceof Uint8Array, got.length, got[0], got[12345678], got.at(-1)]
  })
  expect(seen).toEqual([true, 60 * 1024 * 1024, 7, 42, 7])
})

test('sends to the page until the page stops listening', async ({ page }) => {
  const heard = await page.evaluate(async () => {
    const said: string[] = []
    const first = Promise.withResolvers<void>()
    const stop = desk.onShouted((text) => {
      said.push(text)
      first.resolve()
    })
    desk.shout('one')
    await first.promise
    stop()
    desk.shout('two')
    await desk.call('echo', 'after two')
    return said
  })
  expect(heard).toEqual(['ONE'])
})

test('tells the program which frame has called', async ({ app, page }) => {
  await page.evaluate(() => desk.call('echo', 1))
  expect(await app.evaluate(() => fixture.senders)).toEqual([[true, 'app://desk/index.html']])
})

test('runs worker threads in the program, and workers in the page', async ({ page }) => {
  expect(await page.evaluate(() => desk.call('add', 2, 3))).toBe(5)
  const path = await page.evaluate(() => {
    const worker = new Worker('worker.js')
    return new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)))
  })
  expect(path).toBe('/worker.js')
})

test('enforces the content security policy of the response', async ({ page }) => {
  expect(await page.evaluate(() => Reflect.get(globalThis, 'inlineRan'))).toBe(true)
  const violated = await page.evaluate(() => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective))
    })
    const script = document.createElement('script')
    script.textContent = 'window.injectedRan = true'
    document.head.append(script)
    return violation
  })
  expect(violated).toBe('script-src-elem')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'injectedRan'))).toBeUndefined()
})

test('lets the program forbid a navigation', async ({ app, page }) => {
  await page.click('#away')
  await expect.poll(() => app.evaluate(() => fixture.vetoes)).toEqual(['https://example.org/'])
  await expect(page.getByRole('heading')).toHaveText('Ready')
  const url = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  )
  expect(url).toBe('app://desk/index.html')
})

test('lets the program deny new windows', async ({ app, page }) => {
  expect(await page.evaluate(() => window.open('https://example.org/open'))).toBeNull()
  await page.click('#tab')
  await expect
    .poll(() => app.evaluate(() => fixture.opened))
    .toEqual(['https://example.org/open', 'https://example.org/tab'])
  expect(app.windows()).toHaveLength(1)
})

test('lets the program cancel requests', async ({ app, page }) => {
  await app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
      answer({ cancel: url.includes('?blocked') })
    })
  })
  const load = (url: string) =>
    page.evaluate(
      (path) =>
        fetch(path).then(
          (response) => response.status,
          () => 'blocked',
        ),
      url,
    )
  expect(await load('page.js?blocked')).toBe('blocked')
  expect(await load('page.js?free')).toBe(200)
})

test('gives the page only the permissions that the program grants', async ({ app, page }) => {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ session }) => {
    session.defaultSession.setPermissionCheckHandler(() => false)
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    fixture.openWindow()
  })
  const state = async (of: Page) =>
    of.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)
  expect(await state(await opened)).toBe('denied')
  await page.close()
})

test('answers dialogs as the test says', async ({ app }) => {
  const answer = await app.evaluate(async ({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/a/b'] })
    return dialog.showOpenDialog({})
  })
  expect(answer).toEqual({ canceled: false, filePaths: ['/a/b'] })
})

test('asks the program before it closes a window', async ({ app, page }) => {
  const close = (veto: boolean) =>
    app.evaluate(({ BrowserWindow }, vetoClose) => {
      fixture.vetoClose = vetoClose
      BrowserWindow.getAllWindows()[0]?.close()
    }, veto)
  await close(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await expect(page.getByRole('heading')).toBeVisible()
  const ended = once(app.process(), 'exit')
  await close(false).catch(() => {})
  expect(await ended).toEqual([0, null])
})

test('asks the page before it closes a window', async ({ app, page }) => {
  await page.click('h1')
  await page.evaluate(() => {
    window.onbeforeunload = (event) => event.preventDefault()
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect(page.getByRole('heading')).toBeVisible()
  await page.evaluate(() => {
    window.onbeforeunload = null
  })
  const ended = once(app.process(), 'exit')
  await page.evaluate(() => window.close()).catch(() => {})
  expect(await ended).toEqual([0, null])
})

test('tells the first instance of a second', async ({ app, page, userData }) => {
  await expect(page).toHaveTitle('Fixture')
  const args = ['--no-sandbox', program, `--user-data-dir=${userData}`, '--hello']
  const second = spawn(electronCommand(), args, { env: { ...process.env, ZHAUAP_HEADLESS: '1' } })
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect.poll(() => app.evaluate(() => fixture.secondInstances.length)).toBe(1)
  expect(await app.evaluate(() => fixture.secondInstances[0])).toContain('--hello')
})

test('shows the theme that the program chooses', async ({ app, page }) => {
  const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  for (const theme of ['dark', 'light', 'dark'] as const) {
    await app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme)
    await expect.poll(dark).toBe(theme === 'dark')
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(theme === 'dark')
  }
  const opened = app.waitForEvent('window')
  await app.evaluate(() => void fixture.openWindow())
  const next = await opened
  expect(await next.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
})

test('drops a file with its path and its bytes', async ({ page, userData }) => {
  const path = join(userData, 'письмо.txt')
  writeFileSync(path, Buffer.from([1, 2, 255]))
  const box = await page.locator('#drop').boundingBox()
  const at = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 }
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const cdp = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await expect(page.locator('#dropped')).not.toBeEmpty()
  const dropped: unknown = JSON.parse((await page.locator('#dropped').textContent()) ?? '')
  expect(dropped).toEqual({ path, name: 'письмо.txt', bytes: [1, 2, 255] })
  expect(await page.evaluate(() => desk.pathOf(new File(['x'], 'made.txt')))).toBe('')
})

test('clicks menu items, and seals secrets', async ({ app }) => {
  const seen = await app.evaluate(({ Menu, safeStorage }) => {
    const clicked: string[] = []
    const submenu = [{ id: 'new', label: 'New', click: () => clicked.push('new') }]
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu }]))
    Menu.getApplicationMenu()?.getMenuItemById('new')?.click()
    const sealed = safeStorage.isEncryptionAvailable() ? safeStorage.encryptString('тайна') : undefined
    return [clicked, sealed?.includes('тайна') ?? false, sealed ? safeStorage.decryptString(sealed) : 'тайна']
  })
  expect(seen).toEqual([['new'], false, 'тайна'])
})

test('survives a reload', async ({ page }) => {
  for (let count = 0; count < 3; count++) {
    await page.reload()
    expect(await page.evaluate((value) => desk.call('echo', value), count)).toBe(count)
  }
})

test.describe('the stand-in itself', () => {
  test.skip(realElectron, 'Electron itself runs here')

  test('throws at what it does not imitate', async ({ app }) => {
    const errors = await app.evaluate(async (electron) => {
      const [window] = electron.BrowserWindow.getAllWindows()
      const attempts = [
        () => window?.setOpacity(1),
        () => window?.on('unresponsive', () => {}),
        () => window?.webContents.printToPDF({}),
        () => window?.webContents.openDevTools(),
        () => electron.app.relaunch(),
        () => electron.desktopCapturer,
        () => electron.session.fromPartition('x'),
        () => electron.dialog.showMessageBox({ message: '' }),
      ]
      const messages: string[] = []
      for (const attempt of attempts) {
        try {
          await attempt()
        } catch (error) {
          messages.push((error as Error).message.replace('electron-stand-in: ', ''))
        }
      }
      return messages
    })
    expect(errors).toEqual([
      'BrowserWindow.setOpacity is not imitated',
      "BrowserWindow event 'unresponsive' is not imitated",
      'webContents.printToPDF is not imitated',
      'webContents.openDevTools is not imitated',
      'app.relaunch is not imitated',
      'electron.desktopCapturer is not imitated',
      'session.fromPartition is not imitated',
      'dialog.showMessageBox was called; a test must put its own answer there',
    ])
  })

  test('only records what the desktop would do', async ({ app }) => {
    const seen = await app.evaluate(async ({ shell, clipboard, Notification }) => {
      await shell.openExternal('https://example.org/')
      clipboard.writeText('copied')
      new Notification({ title: 'Due today' }).show()
      return [
        Reflect.get(shell, 'requests'),
        clipboard.readText(),
        Reflect.get(Notification, 'shown')[0].title,
      ]
    })
    expect(seen).toEqual([[{ kind: 'openExternal', target: 'https://example.org/' }], 'copied', 'Due today'])
  })

  test('leaves no process and no profile behind when it quits', async ({ userData }) => {
    const app = await launchApp({ program, userData })
    await app.firstWindow()
    const started = app.process()
    const { processes, profile } = descendants(started.pid ?? 0)
    expect(existsSync(profile)).toBe(true)
    await app.close()
    expect(started.exitCode).toBe(0)
    expect(existsSync(profile)).toBe(false)
    await expect.poll(() => processes.filter(isAlive)).toEqual([])
  })

  test('leaves no process and no profile behind when it is killed', async ({ userData }) => {
    const app = await launchApp({ program, userData })
    await app.firstWindow()
    const { processes, profile } = descendants(app.process().pid ?? 0)
    app.process().kill('SIGKILL')
    await expect.poll(() => processes.filter(isAlive)).toEqual([])
    await expect.poll(() => existsSync(profile)).toBe(false)
  })

  test('says what it needs where there is no display', async ({ userData }) => {
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ZHAUAP_HEADLESS: _headless, ...env } = process.env
    const started = spawn(electronCommand(), [program, `--user-data-dir=${userData}`], { env })
    let said = ''
    started.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    expect(await once(started, 'close')).toEqual([1, null])
    expect(said).toContain('there is no display')
  })
})

/** The processes started by a process, and the profile that one of them was given. */
function descendants(root: number): { processes: number[]; profile: string } {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = read(`/proc/${name}/stat`)
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || isBelow(parents.get(pid)))
  const processes = [...parents.keys()].filter((pid) => pid !== root && isBelow(pid))
  const commands = processes.map((pid) => read(`/proc/${pid}/cmdline`)).join('\0')
  return { processes, profile: /--user-data-dir=([^\0]*)/.exec(commands)?.[1] ?? '' }
}

/** A dead process that nobody has waited for yet counts as dead. */
function isAlive(pid: number): boolean {
  const stat = read(`/proc/${pid}/stat`)
  return stat !== '' && stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z'
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
