import { expect, type Page } from '@playwright/test'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Desk, type Fixture, test } from './fixture-test.ts'

declare const desk: Desk
declare const fixture: Fixture

test('opens a window of the size asked for', async ({ app, page }) => {
  await expect(page).toHaveTitle('Fixture')
  await expect(page.getByRole('heading')).toHaveText('Ready')
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  const seen = () =>
    app.evaluate(({ app: program, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const { width, height } = window?.getBounds() ?? {}
      return [program.getVersion(), window?.webContents.getURL(), window?.getTitle(), width, height]
    })
  await expect.poll(seen).toEqual(['1.2.3', 'app://desk/index.html', 'Fixture', 900, 700])
})

test('knows the window of a page', async ({ app, page }) => {
  const window = await app.browserWindow(page)
  expect(await window.evaluate(({ id }) => id)).toBe(1)
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

test('lets the program cancel requests to the network', async ({ app, page }) => {
  let requests = 0
  const server = createServer((_request, response) => response.end(String(++requests))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const load = (cancel: boolean) =>
    app.evaluate(
      async ({ session, BrowserWindow }, given) => {
        const { webRequest } = session.defaultSession
        webRequest.onBeforeRequest({ urls: ['*://*/*'] }, (_details, answer) =>
          answer({ cancel: given.cancel }),
        )
        return new BrowserWindow().loadURL(given.url).then(
          () => 'loaded',
          () => 'failed',
        )
      },
      { url, cancel },
    )
  expect(await load(true)).toBe('failed')
  expect(requests).toBe(0)
  expect(await load(false)).toBe('loaded')
  expect(requests).toBeGreaterThan(0)
  await page.reload()
  await expect(page.getByRole('heading')).toHaveText('Ready')
  server.close()
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

test('survives a reload', async ({ page }) => {
  for (let count = 0; count < 3; count++) {
    await page.reload()
    expect(await page.evaluate((value) => desk.call('echo', value), count)).toBe(count)
  }
})

test('tells the program of keys and of the mouse, and of none that the page makes up', async ({
  app,
  page,
}) => {
  const told = await app.evaluateHandle(({ BrowserWindow }) => {
    const types: string[] = []
    BrowserWindow.getAllWindows()[0]?.webContents.on('input-event', (_event, { type }) => types.push(type))
    return types
  })
  await page.evaluate(() => {
    for (const type of ['keydown', 'mousemove', 'wheel']) document.body.dispatchEvent(new Event(type))
  })
  await page.keyboard.press('A')
  await page.mouse.move(100, 100)
  await expect.poll(() => told.jsonValue()).toEqual(['rawKeyDown', 'keyUp', 'mouseMove'])
})

test('ends the process of a page that hangs, which then begins anew', async ({ app, page }) => {
  const gone = await app.evaluateHandle(({ BrowserWindow }) => {
    const reasons: string[] = []
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('render-process-gone', (_event, { reason }) => {
      reasons.push(reason)
      contents.reload()
    })
    return reasons
  })
  await page.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }),
  )
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(() => gone.jsonValue()).toEqual([expect.stringMatching(/^(crashed|killed)$/)])
  const heading = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        'document.querySelector("h1")?.textContent',
      ),
    )
  await expect.poll(heading).toBe('Ready')
})
