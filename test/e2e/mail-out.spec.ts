import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import PostalMime from 'postal-mime'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import { faultsOf, leaving, setUp, test, unlock } from './desk.ts'
import { issueNotice, issueUnverifiedReply, login, setMailServer } from './mail-desk.ts'

test('a letter that the server puts off waits in sight, and goes when told to', async ({ desk }) => {
  const { app, page, vault } = desk
  const server = await startSmtpServer({ secure: 'starttls', auth: login, script: ['greylist'] })
  try {
    await setUp(desk)
    await setMailServer(page, server)
    await issueNotice(page)
    await page.getByRole('button', { name: 'Отправить по эл. почте' }).click()
    await page.getByRole('button', { name: 'Проверить и отправить' }).click()
    await page.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(page.getByText('Ждёт следующей попытки', { exact: true })).toBeVisible()

    await page.keyboard.press('Control+6')
    const row = page.getByRole('row', { name: /gulnar@example\.com/ })
    await expect(row.getByText(/^Следующая попытка: /)).toBeVisible()
    await expect(row.getByText('451 Greylisted, try again later')).toBeVisible()
    await row.getByRole('button', { name: 'Попытки: 1' }).click()
    await expect(page.getByRole('list', { name: 'Попытки отправки' })).toContainText('127.0.0.1: отложено')
    expect(await faultsOf(page)).toEqual([])

    server.faults.clear()
    await row.getByRole('button', { name: 'Отправить сейчас' }).click()
    await expect(row.getByText('Отправлено', { exact: true })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Попытки отправки' })).toContainText('принято сервером')
    expect(server.received).toHaveLength(1)

    const path = join(vault, '..', 'sent.eml')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await row.getByRole('button', { name: 'Сохранить .eml' }).click()
    await expect(page.getByText('Файл сохранён')).toBeVisible()
    expect(readFileSync(path).equals(server.received[0]?.bytes ?? Buffer.from(''))).toBe(true)
    expect(await leaving(page, 'paperSaved')).toEqual([
      { paper: 'mail', name: expect.stringMatching(/\.eml$/) },
    ])

    await page.getByText('Отправлено (1)').click()
    await expect(row).toBeVisible()
  } finally {
    await server.close()
  }
})

test('without a network a letter waits, can be taken back, and goes once the network is there', async ({
  desk,
}) => {
  const { page } = desk
  const server = await startSmtpServer({ secure: 'starttls', auth: login, script: ['dropAtRecipient'] })
  try {
    await setUp(desk)
    await setMailServer(page, server)
    await issueNotice(page)
    const sendIt = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Отправить по эл. почте' }).click()
      await page.getByRole('button', { name: 'Проверить и отправить' }).click()
      await page.getByRole('button', { name: 'Отправить', exact: true }).click()
    }
    await sendIt()
    await expect(page.getByText('Ждёт следующей попытки', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Отозвать' }).click()
    await expect(page.getByText('Отозвано до отправки', { exact: true })).toBeVisible()
    await sendIt()
    await expect(page.getByText('Ждёт следующей попытки', { exact: true })).toBeVisible()
    await page.keyboard.press('Control+6')
    await expect(page.getByText(/^Нет связи с почтовым сервером/)).toBeVisible()
    server.faults.clear()
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(page.getByText('Отправлено', { exact: true })).toBeVisible()
    expect(server.received).toHaveLength(1)
  } finally {
    await server.close()
  }
})

test('of a letter that may have arrived the officer finds out herself, and no second copy goes', async ({
  desk,
}) => {
  const { page } = desk
  const server = await startSmtpServer({ secure: 'starttls', auth: login, script: ['dropBeforeAnswer'] })
  try {
    await setUp(desk)
    await setMailServer(page, server)
    await issueNotice(page)
    const send = page.getByRole('button', { name: 'Отправить по эл. почте' })
    await expect(page.getByText('ещё не отправлено')).toBeVisible()
    await send.click()
    await page.getByRole('button', { name: 'Проверить и отправить' }).click()
    await page.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(page.getByText('Исход неизвестен', { exact: true })).toBeVisible()
    await expect(page.getByText('ещё не отправлено')).toHaveCount(0)
    await expect(send).toBeDisabled()
    await page.evaluate(() => window.dispatchEvent(new Event('online')))

    await page.getByRole('button', { name: 'Установить исход' }).click()
    const dialog = page.getByRole('form', { name: 'Дошло ли письмо?' })
    await dialog.getByRole('button', { name: 'Записать' }).click()
    await expect(dialog.getByText('Выберите, что выяснилось')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByLabel('Письмо дошло').check()
    await dialog.getByLabel('Как это выяснили').fill('Заявитель подтвердил по телефону')
    await dialog.getByRole('button', { name: 'Записать' }).click()
    await expect(page.getByText('Отправлено', { exact: true })).toBeVisible()
    await expect(send).toHaveCount(0)
    await expect(page.getByText(/Заявитель подтвердил по телефону/).first()).toBeVisible()
    expect(server.received).toHaveLength(1)
  } finally {
    await server.close()
  }
})

test('the gate shows what goes where, also after a lock, and asks twice about another address', async ({
  desk,
}) => {
  const { page } = desk
  const server = await startSmtpServer({ secure: 'starttls', auth: login })
  try {
    await setUp(desk)
    await setMailServer(page, server)
    await issueNotice(page)
    await page.getByRole('button', { name: 'Отправить по эл. почте' }).click()
    await page.getByLabel('Кому').fill('other@example.org')
    await page.keyboard.press('Control+l')
    await unlock(page)
    await expect(page.getByText(/^Начато и не записано: Отправка по эл\. почте, \d{4}-0001/)).toBeVisible()
    await page.getByRole('button', { name: 'Продолжить', exact: true }).click()
    await page.getByRole('button', { name: 'Проверить и отправить' }).click()
    const gate = page.getByRole('form', { name: 'Отправить письмо?' })
    await expect(gate.getByText('не тот, что в обращении')).toBeVisible()
    await expect(gate.getByText(/В обращении указан другой адрес: gulnar@example\.com/)).toBeVisible()
    await expect(gate).toContainText(/ДС-\d{4}-0001/)
    await expect(gate).toContainText(/№ \d{4}-0001 · Русский/)
    await expect(gate).toContainText(/[0-9a-f]{64}/)
    await expect(gate).toContainText('Ни один срок этим письмом не завершается')
    expect(await faultsOf(page)).toEqual([])
    await gate.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(gate.getByText('Сверьте адрес и поставьте отметку')).toBeVisible()
    expect(server.received).toEqual([])
    await gate.getByLabel('Адрес проверен ещё раз, отправить на него').check()
    await gate.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(page.getByText('Отправлено', { exact: true })).toBeVisible()
    expect(server.received).toMatchObject([{ to: ['other@example.org'] }])
    await expect(page.getByText('Начато и не записано')).toBeHidden()
  } finally {
    await server.close()
  }
})

test('data go to a person whose identity is not verified with a reason alone', async ({ desk }) => {
  const { page } = desk
  const server = await startSmtpServer({ secure: 'starttls', auth: login })
  try {
    await setUp(desk)
    await setMailServer(page, server)
    await issueUnverifiedReply(page)
    // The smallest window has room for all of the card.
    await page.setViewportSize({ width: 1024, height: 640 })
    expect(await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
    await page.getByRole('button', { name: 'Отправить по эл. почте' }).click()
    await page.getByRole('button', { name: 'Проверить и отправить' }).click()
    const gate = page.getByRole('form', { name: 'Отправить письмо?' })
    await expect(gate.getByText('не установлена', { exact: true })).toBeVisible()
    await expect(gate.getByText(/^Ответ или мотивированный отказ/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await gate.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(gate.getByText('Без причины такое письмо не уйдёт')).toBeVisible()
    await gate.getByLabel('Почему данные всё же раскрываются').fill('Личность известна по договору')
    await gate.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Закрыть обращение' })).toBeVisible()
    await expect(page.getByText('Данные отправлены без установления личности')).toBeVisible()
    await expect(page.getByText(/Личность известна по договору/)).toBeVisible()
    expect(server.received).toHaveLength(1)
  } finally {
    await server.close()
  }
})

test('a letter that discloses goes encrypted, with a password that is shown once', async ({ desk }) => {
  const { page } = desk
  const server = await startSmtpServer({ secure: 'starttls', auth: login })
  try {
    await setUp(desk)
    await setMailServer(page, server)
    await issueUnverifiedReply(page)
    await page.getByRole('button', { name: 'Отправить по эл. почте' }).click()
    await page.getByRole('button', { name: 'Проверить и отправить' }).click()
    const gate = page.getByRole('form', { name: 'Отправить письмо?' })
    await gate.getByLabel('Зашифровать вложение (ZIP, AES-256)').click()
    const password = gate.getByText(/^\d{4}(-\d{4}){5}$/)
    await expect(password).toBeVisible()
    const shown = await password.innerText()
    await expect(gate).toContainText(/\d{4}-0001\.zip/)
    expect(await faultsOf(page)).toEqual([])
    await gate.getByLabel('Почему данные всё же раскрываются').fill('Личность известна по договору')
    await gate.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(gate.getByText('Запишите пароль: больше он не появится')).toBeVisible()
    await gate.getByLabel('Пароль записан').check()
    await gate.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect(page.getByText('Письмо зашифровано, пароль показан')).toBeVisible()
    await expect(page.getByText(shown)).toHaveCount(0)
    await expect.poll(() => server.received.length).toBe(1)
    const mail = await PostalMime.parse(server.received[0]?.bytes ?? new Uint8Array())
    expect(mail.attachments).toMatchObject([{ filename: expect.stringMatching(/0001\.zip$/) }])
    expect(mail.text).not.toContain(shown)
    expect(mail.text).toContain('зашифрованный по алгоритму AES-256')
  } finally {
    await server.close()
  }
})
