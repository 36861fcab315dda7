import { expect, type Page } from '@playwright/test'
import { startSmtpServer, type LoopbackServer } from '../smtp/loopback-server.ts'
import { type Desk, faultsOf, passphrase, registerByHand, setUp, test } from './desk.ts'

const gate = (page: Page) => page.getByRole('heading', { name: 'Хранилище заблокировано' })

async function unlock(page: Page): Promise<void> {
  await expect(gate(page)).toBeVisible()
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
}

async function openLockSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'Блокировка', exact: true }).click()
}

async function saveSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Настройки блокировки сохранены')).toBeVisible()
}

async function lockAfterOneMinute(page: Page): Promise<void> {
  await openLockSettings(page)
  await page.getByRole('combobox', { name: 'Блокировать без действий' }).click()
  await page.getByRole('option', { name: 'через 1 минуту' }).click()
  await saveSettings(page)
}

/** The computer tells that its screen is locked, or that it goes to sleep. */
const computerSays = ({ app }: Desk, what: 'lock-screen' | 'suspend') =>
  app.evaluate(({ powerMonitor }, event) => powerMonitor.emit(event), what)

/** A call of the engine, as the desk makes it. */
const call = (page: Page, name: string, input: object): Promise<{ value: Record<string, never> }> =>
  page.evaluate(
    ([called, given]) => {
      type Wire = { zhauap: { call(name: string, input: unknown): Promise<never> } }
      return (window as unknown as Wire).zhauap.call(called, given)
    },
    [name, input] as const,
  )

/** What has become of the threads that the shell starts from now on: one with each lock, for the next time. */
async function threadsFromNow({ app }: Desk): Promise<() => Promise<string[]>> {
  const started = await app.evaluateHandle(() => {
    const workers: { threadId: number }[] = []
    process.on('worker', (worker) => workers.push(worker))
    return workers
  })
  return () => started.evaluate((all) => all.map(({ threadId }) => (threadId === -1 ? 'ended' : 'at work')))
}

test('left alone, the register locks; the half-filled form comes back where it was', async ({ desk }) => {
  const { page } = desk
  await page.clock.install()
  await setUp(desk)
  await lockAfterOneMinute(page)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+n')
  await page.getByRole('radio', { name: /^Запрос о данных/ }).check()
  await page.getByLabel('Фамилия').fill('Ұзақбаева')
  await page.getByLabel('Текст обращения').fill('Прошу сообщить')
  await page.clock.fastForward('00:40')
  await page.mouse.move(200, 300)
  await page.clock.fastForward('00:40')
  await expect(page.getByLabel('Фамилия')).toHaveValue('Ұзақбаева')
  await page.clock.fastForward('01:10')
  await unlock(page)
  await expect(page.getByText('Возвращено то, что не было записано')).toBeVisible()
  await expect(page.getByLabel('Фамилия')).toHaveValue('Ұзақбаева')
  await expect(page.getByLabel('Текст обращения')).toHaveValue('Прошу сообщить')
  await expect(page.getByRole('radio', { name: /^Запрос о данных/ })).toBeChecked()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await expect(page.getByRole('heading', { name: /^Обращение № / })).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Фамилия')).toHaveValue('')
  await expect(page.getByText('Осталось незаписанное')).toBeHidden()
})

/** The register would lock after a minute, and a message is on its way to a server that does not answer. */
async function sendIntoSilence(desk: Desk, server: LoopbackServer): Promise<void> {
  const { page } = desk
  await page.clock.install()
  await setUp(desk)
  await lockAfterOneMinute(page)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
  const { host, port } = server
  const login = { user: '', password: null, caPem: '' }
  const from = { fromName: 'Оператор', fromAddress: 'privacy@operator.example' }
  await call(page, 'settings.saveSmtp', { host, port, security: 'none', ...login, ...from })
  const draft = { caseId: 1, templateId: 'registration-notice', lang: 'ru', fields: {} }
  const { value: preview } = await call(page, 'letters.preview', draft)
  await call(page, 'letters.issue', { sha256: preview['sha256'] })
  const message = { letterId: 1, to: 'kim@example.com', subject: 'Жауап', text: '' }
  await call(page, 'mail.send', { ...message, addressChecked: true })
  await expect.poll(() => server.received.length).toBe(1)
  await page.clock.fastForward('01:10')
  await page.clock.fastForward('00:10')
  expect((await call(page, 'vault.status', {})).value['state']).toBe('open')
}

test('a message on its way is waited for before the register locks by itself', async ({ desk }) => {
  const { page } = desk
  const server = await startSmtpServer({ secure: 'none', script: ['hangBeforeAnswer'] })
  try {
    await sendIntoSilence(desk, server)
    await server.close()
    await expect.poll(async () => (await call(page, 'vault.busy', {})).value['busy']).toBe(false)
    await page.clock.fastForward('00:10')
    await expect(gate(page)).toBeVisible()
  } finally {
    await server.close()
  }
})

test('a server that never answers holds the lock off for half an hour and no longer', async ({ desk }) => {
  const { page } = desk
  const server = await startSmtpServer({ secure: 'none', script: ['hangBeforeAnswer'] })
  try {
    await sendIntoSilence(desk, server)
    await page.clock.fastForward('28:00')
    expect((await call(page, 'vault.status', {})).value['state']).toBe('open')
    await page.clock.fastForward('02:00')
    await expect(gate(page)).toBeVisible()
  } finally {
    await server.close()
  }
})

test('the computer locks its screen over a step: after unlocking it is offered on the same card', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
  const card = page.getByRole('heading', { name: /^Обращение № / })
  await page.getByRole('button', { name: 'Установить личность' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Сверено с договором')
  await computerSays(desk, 'lock-screen')
  await unlock(page)
  await expect(card).toBeVisible()
  await expect(page.getByText('Начат и не записан шаг')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Продолжить', exact: true }).click()
  await expect(dialog.getByRole('textbox').first()).toHaveValue('Сверено с договором')
  await dialog.getByRole('button', { name: 'Отмена' }).click()
  await expect(page.getByText('Начат и не записан шаг')).toBeHidden()

  // The note of a card stays, wherever one goes and whatever the computer does.
  await page.getByRole('textbox', { name: 'Новая заметка' }).fill('Перезвонить в среду')
  await page.keyboard.press('Control+1')
  await expect(page.getByText(/Заметка: ДС-\d{4}-0001/)).toBeVisible()
  await computerSays(desk, 'suspend')
  await unlock(page)
  await expect(page.getByRole('heading', { name: /^Сегодня, / })).toBeVisible()
  await page.getByRole('button', { name: 'Продолжить', exact: true }).click()
  await expect(card).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Новая заметка' })).toHaveValue('Перезвонить в среду')
  await page.getByRole('button', { name: 'Добавить заметку' }).click()
  await expect(page.getByText('Осталось незаписанное')).toBeHidden()
  await page.keyboard.press('Control+1')
  await expect(page.getByText('Осталось незаписанное')).toBeHidden()
})

test('what guards the window is set, and the screen of the computer locks nothing where that is switched off', async ({
  desk,
}) => {
  const { app, page } = desk
  await setUp(desk)
  const isProtected = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isContentProtected())
  expect(await isProtected()).toBe(false)
  await openLockSettings(page)
  await page.getByRole('switch', { name: 'Блокировать вместе с экраном' }).uncheck({ force: true })
  await page.getByRole('switch', { name: 'Скрывать окно на снимках' }).check({ force: true })
  await saveSettings(page)
  await expect.poll(isProtected).toBe(true)
  // That the shell does nothing after a second, either: test/shell/protection.test.ts.
  await computerSays(desk, 'suspend')
  expect((await call(page, 'vault.status', {})).value['state']).toBe('open')
})

test('with the lock the thread ends that held the key, and what was copied is gone; what others copied since stays', async ({
  desk,
}) => {
  const { app, page } = desk
  await page.clock.install()
  await setUp(desk)
  const write = (text: string) => app.evaluate(({ clipboard }, given) => clipboard.writeText(given), text)
  const read = () => app.evaluate(({ clipboard }) => clipboard.readText())
  const copyInDesk = async (text: string): Promise<void> => {
    await write(text)
    await page.evaluate(() => document.dispatchEvent(new ClipboardEvent('copy')))
    // The desk tells the shell a moment after the event, and before what it asks next.
    await page.clock.fastForward(100)
    await call(page, 'desktop.about', {})
  }
  await copyInDesk('900101300126')
  expect(await read()).toBe('900101300126')
  const threads = await threadsFromNow(desk)
  await page.keyboard.press('Control+l')
  await expect.poll(read).toBe('')
  await unlock(page)
  expect(await threads()).toEqual(['at work'])
  await copyInDesk('900101300126')
  await write('из другой программы')
  await page.keyboard.press('Control+l')
  await expect(gate(page)).toBeVisible()
  expect(await read()).toBe('из другой программы')
  await expect.poll(threads).toEqual(['ended', 'at work'])
})

test('where the page or the engine breaks down, the register is locked, and opens again', async ({
  desk,
}) => {
  const { app, page } = desk
  await setUp(desk)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
  )
  const workers = await app.evaluateHandle(() => {
    const started: { terminate(): Promise<number> }[] = []
    process.on('worker', (worker) => started.push(worker))
    return started
  })
  await unlock(page)
  await page.keyboard.press('Control+l')
  await unlock(page)
  // Started at that lock, it has the vault open now.
  expect(await workers.evaluate((started) => started.length)).toBe(1)
  await workers.evaluate(async (started) => void (await started[0]?.terminate()))
  await unlock(page)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
})
