import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, type Page } from '@playwright/test'
import { dropFiles, passphrase, setUp, test } from './desk.ts'
import { electronCommand, launchApp } from './launch.ts'

type Answer = { ok: boolean; error?: { code: string } }

/** Calls the wire as a page that was taken over would. */
function call(page: Page, name: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    ([calledName, calledInput]) => {
      const { zhauap } = window as unknown as {
        zhauap: { call(name: unknown, input: unknown): Promise<Answer> }
      }
      return zhauap.call(calledName, calledInput)
    },
    [name, input] as const,
  )
}

test('the page has no door but the wire, and the wire no word but the contract', async ({
  desk: { page },
}) => {
  await page.getByLabel('Ваши фамилия и имя').waitFor()
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    wire: Object.keys((window as unknown as { zhauap: object }).zhauap),
  }))
  expect(found).toEqual({ node: [], wire: ['call', 'on'] })
  expect((await call(page, 'cases.list', {})).error?.code).toBe('vaultLocked')
  expect((await call(page, 'fs.readFile', '/etc/passwd')).error?.code).toBe('unknownCall')
  expect((await call(page, '__proto__.toString', {})).error?.code).toBe('unknownCall')
  expect((await call(page, 'vault.unlock', { passphrase: 7 })).error?.code).toBe('inputInvalid')
  expect((await call(page, 'desktop.pickFolder', { title: '' })).error?.code).toBe('inputInvalid')
  expect((await call(page, 'desktop.saveFile', { name: '', bytes: 'x' })).error?.code).toBe('vaultLocked')
})

test('no window is called by the words of a message', async ({ desk }) => {
  const { app, page } = desk
  await setUp(desk)
  const subject = 'Zhunisova Aizhan demands'
  const email = (id: string) => ({
    name: `${id}.eml`,
    bytes: new Uint8Array(
      Buffer.from(
        `From: A <a@example.com>\r\nMessage-ID: <${id}@x>\r\nSubject: ${subject}\r\n\r\nText ${id}.`,
      ),
    ),
  })
  // A single file would open as a new case.
  await dropFiles(page, [email('one'), email('two')])
  await page.getByRole('button', { name: subject, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
  await expect(page).toHaveTitle('Письмо — Жауап')
  // Whatever a page calls itself, the taskbar hears nothing of it.
  const title = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.emit('page-title-updated', { preventDefault: () => undefined }, 'Zhunisova', true)
    return window?.getTitle()
  })
  expect(title).toBe('Жауап')
})

test('no file or folder that was chosen is left among the recent ones of the system', async ({ desk }) => {
  const { app, page } = desk
  await setUp(desk)
  await app.evaluate(({ dialog }) => {
    const seen: unknown[] = []
    Object.assign(globalThis, { seen })
    dialog.showSaveDialog = (...given: unknown[]) => {
      seen.push(given[1])
      return Promise.resolve({ canceled: true, filePath: '' })
    }
    dialog.showOpenDialog = (...given: unknown[]) => {
      seen.push(given[1])
      return Promise.resolve({ canceled: true, filePaths: [] })
    }
  })
  const answers = await page.evaluate(async () => {
    const { zhauap } = window as unknown as {
      zhauap: { call(name: string, input: unknown): Promise<{ ok: boolean }> }
    }
    return [
      await zhauap.call('desktop.saveFile', { name: 'ответ.pdf', bytes: new Uint8Array([1]), paper: null }),
      await zhauap.call('desktop.pickFolder', { title: 'Папка' }),
    ].map(({ ok }) => ok)
  })
  expect(answers).toEqual([true, true])
  expect(await app.evaluate(() => (globalThis as unknown as { seen: unknown[] }).seen)).toEqual([
    { defaultPath: 'ответ.pdf', properties: ['dontAddToRecent'] },
    { title: 'Папка', properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] },
  ])
})

test('no script but our own runs, and nothing reaches the network', async ({ desk: { page } }) => {
  await page.getByLabel('Ваши фамилия и имя').waitFor()
  const result = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const violated = (): Promise<unknown> =>
      new Promise((done) => document.addEventListener('securitypolicyviolation', done, { once: true }))
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    const refused = violated()
    document.head.append(script)
    await refused
    const outcome = await fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    )
    return { violations, outcome, wasRun: 'wasRun' in window }
  })
  expect(result.violations[0]).toMatch(/^script-src/)
  expect(result).toMatchObject({ outcome: 'refused', wasRun: false })

  // Each load has a nonce of its own, and only its styles apply.
  const loaded = async () => {
    await page.getByLabel('Ваши фамилия и имя').waitFor()
    return page.evaluate(async () => {
      const answer = await fetch(window.location.href)
      const policy = answer.headers.get('content-security-policy') ?? ''
      const again = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      const own = document.querySelector<HTMLElement>('style[nonce]')?.nonce ?? ''
      const applies = async (nonce: string): Promise<boolean> => {
        const style = document.createElement('style')
        style.nonce = nonce
        style.textContent = ':root { --tried: yes }'
        document.head.append(style)
        const isApplied = getComputedStyle(document.documentElement).getPropertyValue('--tried') !== ''
        style.remove()
        return Promise.resolve(isApplied)
      }
      return {
        own,
        again,
        scripts: /script-src ([^;]+)/.exec(policy)?.[1],
        applies: [await applies(own), await applies(again), await applies('')],
      }
    })
  }
  const first = await loaded()
  await page.reload()
  const second = await loaded()
  const nonces = [first.own, first.again, second.own, second.again]
  expect(new Set(nonces).size).toBe(4)
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  for (const { scripts, applies } of [first, second]) {
    expect(scripts).toBe("'self'")
    expect(applies).toEqual([true, false, false])
  }
})

test('the window neither navigates nor opens others, and grants nothing', async ({ desk: { app, page } }) => {
  await page.getByLabel('Ваши фамилия и имя').waitFor()
  const permission = await page.evaluate(async () => {
    window.open('https://example.com/')
    window.location.href = 'https://example.com/'
    return (await navigator.permissions.query({ name: 'geolocation' })).state
  })
  expect(permission).toBe('denied')
  await expect(page.getByLabel('Ваши фамилия и имя')).toBeVisible()
  expect(app.windows()).toHaveLength(1)
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return { windows: BrowserWindow.getAllWindows().length, url: window?.webContents.getURL() }
  })
  expect(preferences).toEqual({ windows: 1, url: 'app://desk/index.html' })
})

test('a window that is not the desk is not answered, though it shows the same page', async ({ desk }) => {
  await desk.page.getByLabel('Ваши фамилия и имя').waitFor()
  const opened = desk.app.waitForEvent('window')
  await desk.app.evaluate(({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({ webPreferences: { preload, sandbox: true, contextIsolation: true } })
    return other.loadURL('app://desk/index.html')
  })
  const page = await opened
  expect((await call(page, 'vault.status', {})).error?.code).toBe('senderRefused')
  expect((await call(desk.page, 'vault.status', {})).ok).toBe(true)
})

test('a second start ends and leaves the first its window', async ({ desk: { app, page } }) => {
  await page.getByLabel('Ваши фамилия и имя').waitFor()
  const { program, userData } = await app.evaluate((electron) => ({
    program: electron.app.getAppPath(),
    userData: electron.app.getPath('userData'),
  }))
  const env = { ...process.env, ZHAUAP_HEADLESS: '1' }
  const second = spawn(electronCommand(), ['--no-sandbox', program, `--user-data-dir=${userData}`], { env })
  expect(await once(second, 'exit')).toEqual([0, null])
  expect(app.windows()).toHaveLength(1)
  await expect(page.getByLabel('Ваши фамилия и имя')).toBeVisible()
})

test('two programs never share a vault', async ({ desk }) => {
  await setUp(desk)
  const second = await launchApp({ args: [`--vault=${desk.vault}`] })
  const page = await second.firstWindow()
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.getByRole('button', { name: 'Открыть', exact: true }).click()
  await expect(page.getByText('Хранилище открыто другой программой')).toBeVisible()
  await second.close()
})
