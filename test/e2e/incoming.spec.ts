import { expect, type Page } from '@playwright/test'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { startImapServer } from '../imap/loopback-server.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import { writeMsg } from '../mail/outlook.ts'
import { dropFile, dropFiles, faultsOf, passphrase, registerByHand, setUp, test } from './desk.ts'

const bytesOf = (...lines: string[]): Uint8Array => new Uint8Array(Buffer.from(lines.join('\r\n')))

function request(number: number): { name: string; bytes: Uint8Array } {
  const subject = Buffer.from(`Запрос ${number}`).toString('base64')
  const bytes = bytesOf(
    `From: Person ${number} <p${number}@example.com>`,
    `Message-ID: <r${number}@example.com>`,
    `Subject: =?utf-8?B?${subject}?=`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Прошу сообщить, какие мои персональные данные вы обрабатываете. ИИН 900101300126.',
  )
  return { name: `${number}.eml`, bytes }
}

const outlook = writeMsg({
  props: [
    [0x0037, 'Отзыв согласия'],
    [0x0c1a, 'Ким Анна'],
    [0x0c1f, 'anna@example.com'],
    [0x1000, 'Отзываю согласие на обработку моих персональных данных.'],
    [0x0e06, new Date()],
  ],
  attachments: [{ props: [[0x3707, 'счёт.pdf']], content: new Uint8Array(Buffer.from('MZ program')) }],
})

const message = (page: Page, subject: string) => page.getByRole('button', { name: subject, exact: true })

test('a hundred files at once: each is decided about, one after another', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  const files = Array.from({ length: 100 }, (_, index) => request(index + 1))
  await dropFiles(page, [
    ...files,
    { name: 'again.eml', bytes: request(7).bytes },
    { name: 'broken.eml', bytes: new Uint8Array([0, 159, 146, 150]) },
    { name: 'outlook.msg', bytes: outlook },
  ])
  await expect(page.getByText('Принято 101 письмо, уже были в журнале: 1')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/^broken\.eml: /)).toBeVisible()
  await page.getByRole('button', { name: 'Закрыть', exact: true }).click()
  await expect(page.locator('tbody tr')).toHaveCount(101)
  expect(await faultsOf(page)).toEqual([])

  // Nothing is lost when the vault is locked.
  await page.keyboard.press('Control+l')
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.keyboard.press('Enter')
  // The officer is where she was.
  await page.getByRole('heading', { level: 1, name: 'Входящие' }).waitFor()
  await message(page, 'Запрос 1').click()

  await page.getByRole('button', { name: 'Зарегистрировать обращение' }).click()
  await page.getByRole('button', { name: 'Зарегистрировать и перейти к следующему' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Запрос 2' })).toBeVisible()

  await page.getByRole('button', { name: 'Приложить к обращению', exact: true }).click()
  await page
    .getByRole('textbox', { name: 'Номер обращения' })
    .fill(`ДС-${almatyDate(Date.now()).slice(0, 4)}-0001`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Запрос 3' })).toBeVisible()

  await page.getByRole('button', { name: 'Не обращение' }).click()
  await page.getByRole('textbox', { name: 'Почему' }).fill('Реклама')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Запрос 4' })).toBeVisible()

  await page.getByRole('button', { name: 'Назад' }).click()
  await page.getByText('Разобранные').click()
  await expect(page.locator('tbody tr')).toHaveCount(3)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(2)
  await page.getByText('Ждут решения', { exact: true }).click()

  await message(page, 'Отзыв согласия').click()
  await expect(page.getByText('может запустить программу')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('two files are opened from the desk: the words that led to the proposal stand out', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  const files = [request(1), request(2)].map(({ name, bytes }) => ({
    name,
    mimeType: 'message/rfc822',
    buffer: Buffer.from(bytes),
  }))
  await page.locator('input[type=file][multiple]').setInputFiles(files)
  await expect(page.getByText('Приняты 2 письма')).toBeVisible()
  await message(page, 'Запрос 2').click()
  await expect(page.locator('mark[data-field=iin]')).toHaveText('900101300126')
  await expect(page.locator('mark[data-field=kind]').first()).toContainText('персональные данные')
})

test('a letter that did not arrive: the case says so until it is delivered another way', async ({ desk }) => {
  const server = await startSmtpServer({ secure: 'none' })
  const { page } = desk
  try {
    await setUp(desk)
    await page.evaluate(async (port) => {
      const { zhauap } = globalThis as unknown as {
        zhauap: { call: (name: string, input: object) => Promise<unknown> }
      }
      const account = { host: '127.0.0.1', security: 'none', user: '', password: null, caPem: '' }
      const from = { fromName: 'Оператор', fromAddress: 'privacy@operator.example' }
      await zhauap.call('settings.saveSmtp', { ...account, ...from, port })
    }, server.port)
    await registerByHand(page, {
      kind: 'Запрос о данных',
      familyName: 'Ким',
      fields: { 'Электронная почта': 'kim@example.com' },
    })
    await page.getByRole('button', { name: 'Написать письмо' }).first().click()
    await page.getByRole('button', { name: 'Выпустить письмо' }).click()
    await page.getByRole('button', { name: 'Выпустить', exact: true }).click()
    await page.getByRole('button', { name: 'Проверить и отправить' }).click()
    await page.getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect.poll(() => server.received.length).toBe(1)

    const sent = Buffer.from(server.received[0]?.bytes ?? []).toString('latin1')
    const bounce = bytesOf(
      'From: MAILER-DAEMON@mx.example.com',
      'Return-Path: <>',
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: text/plain',
      '',
      '<kim@example.com>: host mx.example.com said: 550 5.1.1 User unknown',
      '',
      sent.slice(0, sent.indexOf('\r\n\r\n')),
    )
    await dropFile(page, 'bounce.eml', bounce)
    await expect(page.getByText('Наше письмо не доставлено')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: /^Отметить у письма № / }).click()
    await expect(page.getByText('Все входящие письма разобраны')).toBeVisible()
    await page.getByText('Разобранные').click()
    await page.getByRole('button', { name: /^Открыть ДС-/ }).click()
    await expect(page.getByText(/не дошло до адресата/).first()).toBeVisible()
    await expect(page.getByText(/550 5\.1\.1 User unknown/).first()).toBeVisible()
    expect(await faultsOf(page)).toEqual([])

    const [, id = ''] = /^Message-ID: (<.+>)/im.exec(sent) ?? []
    const reply = [
      'From: kim@example.com',
      'Subject: Re',
      'Auto-Submitted: auto-replied',
      `In-Reply-To: ${id}`,
    ]
    await dropFile(page, 'reply.eml', bytesOf(...reply, '', 'В отпуске'))
    await page.getByRole('button', { name: /^Отметить у письма № / }).click()
    await page.getByText('Разобранные').click()
    await page
      .getByRole('button', { name: /^Открыть ДС-/ })
      .first()
      .click()
    await expect(page.getByText('На письмо пришёл автоответ')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Исх. №' }).first()).toContainText(
      'Автоответ от kim@example.com',
    )
    await page.getByRole('button', { name: 'Вручено или послано почтой' }).click()
    const handing = page.getByRole('dialog')
    await handing.getByLabel('Отправлено почтой').check()
    await handing.getByLabel('Примечание').fill('RR000000000KZ')
    await handing.getByRole('button', { name: 'Записать' }).click()
    await expect(page.getByText('RR000000000KZ').first()).toBeVisible()
    await expect(page.getByText(/не дошло до адресата № |^Письмо № .* не дошло до адресата$/)).toHaveCount(0)
  } finally {
    await server.close()
  }
})

test('the mailbox of requests is set up, tested and fetched; a second time brings nothing', async ({
  desk,
}) => {
  const server = await startImapServer([request(1).bytes, request(2).bytes, new Uint8Array([0, 1, 2])])
  const { page } = desk
  try {
    await setUp(desk)
    await page.keyboard.press('Control+3')
    await page.getByRole('button', { name: 'Забрать из ящика' }).click()
    await expect(page.getByText('Почтовый ящик для обращений ещё не настроен.')).toBeVisible()
    await page.getByRole('button', { name: 'Настроить приём почты' }).click()

    await page.getByRole('button', { name: 'Проверить ящик' }).click()
    await expect(page.getByText('Укажите имя пользователя')).toBeVisible()
    await page.getByLabel('Имя сервера (IMAP)').fill(server.host)
    await page.getByRole('combobox', { name: 'Защита соединения' }).click()
    await page.getByRole('option', { name: /Без защиты/ }).click()
    await page.getByLabel('Порт').fill(String(server.port))
    await page.getByLabel('Имя пользователя').fill('officer')
    await page.getByLabel('Пароль или ключ доступа', { exact: true }).fill('құпия')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Проверить ящик' }).click()
    await expect(page.getByText('Вход выполнен. Писем в папке: 3. Ничего не забрано.')).toBeVisible()
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await expect(page.getByText('Настройки приёма почты сохранены')).toBeVisible()

    await page.keyboard.press('Control+3')
    await page.getByRole('button', { name: 'Забрать из ящика' }).click()
    await expect(page.getByText('Из ящика принято писем: 2')).toBeVisible()
    await expect(page.getByText(/^Остались в ящике: 1\./)).toBeVisible()
    await expect(page.locator('tbody tr')).toHaveCount(2)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Забрать из ящика' }).click()
    await expect(page.getByText('Новых писем нет')).toBeVisible()
    await expect(page.locator('tbody tr')).toHaveCount(2)
  } finally {
    await server.close()
  }
})
