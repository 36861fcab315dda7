import { expect } from '@playwright/test'
import { type Desk, faultsOf, registerByHand, setUp, test } from './desk.ts'
import { call, gate, openLockSettings, saveSettings, threadsFromNow, unlock } from './locks.ts'

/** The computer tells that its screen is locked, or that it goes to sleep. */
const computerSays = ({ app }: Desk, what: 'lock-screen' | 'suspend') =>
  app.evaluate(({ powerMonitor }, event) => powerMonitor.emit(event), what)

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

test('what is filled in over a card comes back where it was: the work in a system, a deadline, the person', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
  const dialog = page.getByRole('dialog')
  const lockOver = async (): Promise<void> => {
    // A key reaches past the dialog; what is kept is not asked about.
    await page.keyboard.press('Control+l')
    await unlock(page)
    await expect(page.getByRole('heading', { name: /^Обращение № / })).toBeVisible()
  }
  const goOn = async (what: RegExp): Promise<void> => {
    const notice = page.getByRole('status').filter({ hasText: what })
    await notice.getByRole('button', { name: 'Продолжить' }).click()
    await expect(dialog.getByText('Возвращено то, что не было записано')).toBeVisible()
  }

  await page.getByRole('button', { name: 'Продлить' }).first().click()
  await dialog.getByLabel('Причина').fill('Архив на другом складе')
  await lockOver()
  await goOn(/Начато и не записано: Продлить/)
  await expect(dialog.getByLabel('Причина')).toHaveValue('Архив на другом складе')
  await dialog.getByRole('button', { name: 'Отмена' }).click()

  await page.getByRole('button', { name: 'Исправить сведения' }).click()
  await dialog.getByLabel('Имя').first().fill('Әсел')
  await lockOver()
  await goOn(/Начато и не записано/)
  await expect(dialog.getByLabel('Имя').first()).toHaveValue('Әсел')
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByText('Ким Әсел').first()).toBeVisible()
  await expect(page.getByText('Начато и не записано')).toBeHidden()

  await page.getByRole('button', { name: 'Установить личность' }).click()
  await dialog.getByRole('radio', { name: 'Документ предъявлен лично' }).check()
  await dialog.getByLabel('Что сверено').fill('Имя и дата рождения')
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await page.getByRole('button', { name: /^Отметить: .*CRM/ }).click()
  await dialog.getByLabel('Какие именно данные').fill('Телефон и адрес')
  await lockOver()
  expect(await faultsOf(page)).toEqual([])
  await goOn(/Работа в системе/)
  await expect(dialog.getByLabel('Какие именно данные')).toHaveValue('Телефон и адрес')
  await dialog.getByRole('button', { name: 'Отмена' }).click()
  await expect(page.getByText('Начато и не записано')).toBeHidden()
})

test('a text of letters that is being edited comes back over a lock, and is offered among the texts', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('button', { name: 'Тексты', exact: true }).click()
  await page.getByRole('button', { name: 'Изменить текст: Уведомление о регистрации' }).click()
  const paragraph = page.getByLabel('Абзац 10 (Русский)')
  const was = await paragraph.inputValue()
  await paragraph.fill(`${was} Справки в кабинете 12.`)
  await computerSays(desk, 'lock-screen')
  await unlock(page)
  await expect(page.getByText('Начато и не записано: Уведомление о регистрации')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+1')
  await expect(page.getByText('Текст письма: Уведомление о регистрации')).toBeVisible()
  await page.getByRole('button', { name: 'Продолжить', exact: true }).click()
  await page.getByRole('button', { name: 'Продолжить', exact: true }).click()
  await expect(paragraph).toHaveValue(`${was} Справки в кабинете 12.`)
  await page.getByRole('button', { name: 'Начать заново' }).click()
  await expect(paragraph).toHaveValue(was)
  await page.keyboard.press('Control+1')
  await expect(page.getByText('Осталось незаписанное')).toBeHidden()
})
