import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { electronCommand, launchApp, realElectron } from '../e2e/launch.ts'
import { type Fixture, program, test } from './fixture-test.ts'

declare const fixture: Fixture

test('answers dialogs as the test says', async ({ app }) => {
  const answer = await app.evaluate(async ({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/a/b'] })
    return dialog.showOpenDialog({})
  })
  expect(answer).toEqual({ canceled: false, filePaths: ['/a/b'] })
})

test('tells the first instance of a second', async ({ app, page, userData }) => {
  await expect(page).toHaveTitle('Fixture')
  const args = ['--no-sandbox', program, `--user-data-dir=${userData}`, '--hello']
  const second = spawn(electronCommand(), args, { env: { ...process.env, ZHAUAP_HEADLESS: '1' } })
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect.poll(() => app.evaluate(() => fixture.secondInstances.length)).toBe(1)
  expect(await app.evaluate(() => fixture.secondInstances[0])).toContain('--hello')
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
      await clipboard.writeText('copied')
      new Notification({ title: 'Due today' }).show()
      return [
        Reflect.get(shell, 'requests'),
        await clipboard.readText(),
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
