import { expect } from '@playwright/test'
import { startSmtpServer, type LoopbackServer } from '../smtp/loopback-server.ts'
import { type Desk, faultsOf, passphrase, registerByHand, setUp, test } from './desk.ts'
import { call, gate, lockAfterOneMinute, passTime, threadsFromNow, unlock } from './locks.ts'

test('left alone, the register locks; the half-filled form comes back where it was', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await lockAfterOneMinute(page)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+n')
  await page.getByRole('radio', { name: /^Запрос о данных/ }).check()
  await page.getByLabel('Фамилия').fill('Ұзақбаева')
  await page.getByLabel('Текст обращения').fill('Прошу сообщить')
  await passTime(desk, 40)
  await page.mouse.move(200, 300)
  await passTime(desk, 40)
  await expect(page.getByLabel('Фамилия')).toHaveValue('Ұзақбаева')
  await passTime(desk, 60)
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
  await passTime(desk, 80)
  expect((await call(page, 'vault.status', {})).value['state']).toBe('open')
}

test('a message on its way is waited for before the register locks by itself', async ({ desk }) => {
  const { page } = desk
  const server = await startSmtpServer({ secure: 'none', script: ['hangBeforeAnswer'] })
  try {
    await sendIntoSilence(desk, server)
    await server.close()
    await expect.poll(async () => (await call(page, 'vault.busy', {})).value['busy']).toBe(false)
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
    await passTime(desk, 28 * 60)
    expect((await call(page, 'vault.status', {})).value['state']).toBe('open')
    await passTime(desk, 2 * 60)
    await expect(gate(page)).toBeVisible()
  } finally {
    await server.close()
  }
})

/** What the window shows, nothing between two processes; asked past the page that the test holds, which ended with the first. */
const shown = ({ app }: Desk): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const text = contents?.executeJavaScript('document.body.innerText') as Promise<string>
    return text.catch(() => '')
  })

test('a page that hangs is locked all the same when it is left alone, and shows nothing more', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await lockAfterOneMinute(page)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ұзақбаева' })
  await page.getByRole('textbox', { name: 'Новая заметка' }).fill('Перезвонить в среду')
  await expect
    .poll(async () => (await call(page, 'drafts.list', {})).value['drafts'])
    .toEqual([expect.objectContaining({ name: 'note:1' })])
  const threads = await threadsFromNow(desk)
  await page.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }),
  )
  await passTime(desk, 60)
  await expect.poll(() => shown(desk)).toContain('Хранилище заблокировано')
  expect(await shown(desk)).not.toContain('Ұзақбаева')
  expect(await threads()).toEqual(['at work'])
  const isTrayGone = await desk.app.evaluate(({ Tray }) => {
    const { all } = Tray as unknown as { all: { isDestroyed(): boolean }[] }
    return all.every((one) => one.isDestroyed())
  })
  expect(isTrayGone).toBe(true)
})

test('a page that was taken over holds off no lock: not by what it asks, makes up or leaves unanswered', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await lockAfterOneMinute(page)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ұзақбаева' })
  await page.evaluate(() => {
    type Wire = { call(name: string, input: unknown): Promise<unknown> }
    const { zhauap } = window as unknown as { zhauap: Wire }
    setInterval(() => {
      for (const type of ['keydown', 'mousemove', 'pointermove'])
        document.body.dispatchEvent(new Event(type, { bubbles: true }))
      void zhauap.call('cases.summary', {})
      void zhauap.call('desktop.protect', { onScreenLock: false, hideFromCapture: false })
    }, 200)
    // What the shell asks of it, it begins and never ends.
    Promise.race = () => new Promise<never>(() => undefined)
    addEventListener('beforeunload', (event) => event.preventDefault())
  })
  await passTime(desk, 60)
  await expect.poll(() => shown(desk)).toContain('Хранилище заблокировано')
})

test('the register locks before the desk, too: where the letterhead is asked for', async ({ desk }) => {
  const { page } = desk
  await page.getByLabel('Ваши фамилия и имя').fill('Ә. Қалиева')
  await page.getByLabel('Парольная фраза', { exact: true }).fill(passphrase)
  await page.getByLabel('Парольная фраза ещё раз').fill(passphrase)
  await page.getByRole('button', { name: 'Создать хранилище' }).click()
  const letterhead = page.getByLabel('Кто подписывает письма')
  await expect(letterhead).toBeVisible()
  await passTime(desk, 15 * 60)
  await expect(gate(page)).toBeVisible()
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(letterhead).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(gate(page)).toBeVisible()
})
