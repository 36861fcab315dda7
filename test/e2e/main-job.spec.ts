import { expect, type Page } from '@playwright/test'
import MailComposer from 'nodemailer/lib/mail-composer'
import PostalMime from 'postal-mime'
import { textOf } from '../pdf-text.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import { dropFile, setUp, test, type Desk } from './desk.ts'

const login = { user: 'officer', pass: 'құпия-1' }
const everyKazakhLetter = 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі'

/** A request that came just now, so that its clocks run today. */
function request(): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: 'Әбдіқадырова Өркен Ұланқызы', address: 'orken@example.com' },
    to: 'privacy@operator.example',
    subject: 'Дербес деректер туралы сұрау салу',
    messageId: '<request-1@example.com>',
    date: new Date(),
    text: [
      'Мен, Әбдіқадырова Өркен Ұланқызы, ЖСН 851231456780,',
      'менің қандай дербес деректерімді өңдейтініңізді хабарлауыңызды сұраймын.',
    ].join('\n'),
  })
  return composer.compile().build()
}

test('the main job, from an e-mail dropped on the window to a closed case', async ({ desk }) => {
  const server = await startSmtpServer({ secure: 'starttls', auth: login })
  const { page } = desk
  try {
    await setUp(desk)
    await setUpMail(desk, server)

    await dropFile(page, 'request.eml', await request())
    await expect(page.getByLabel('Фамилия')).toHaveValue('Әбдіқадырова')
    await page.getByRole('button', { name: 'Зарегистрировать' }).click()
    await expect(page.getByRole('heading', { name: /Обращение № ДС-\d{4}-0001/ })).toBeVisible()

    // The letters on offer now are not those of the decided case.
    await page.getByRole('button', { name: 'Написать письмо' }).first().click()
    await expect(page.getByRole('combobox', { name: 'Какое письмо' })).toHaveValue(/регистрации/)
    await page.getByRole('button', { name: 'Назад' }).click()

    await page.getByRole('button', { name: 'Установить личность' }).click()
    await page.getByRole('radio', { name: 'Обращение с известного нам адреса' }).check()
    await page.getByLabel('Что сверено').fill('Адрес письма совпал с адресом учётной записи')
    await page.getByRole('button', { name: 'Записать' }).click()
    await page.getByRole('button', { name: /^Отметить: .*CRM/ }).click()
    await page.getByRole('dialog').getByLabel('Какие именно данные').fill(everyKazakhLetter)
    await page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
    await page.getByRole('button', { name: 'В остальных данных нет' }).click()
    await page.getByRole('button', { name: 'Принять решение' }).click()
    await page.getByRole('radio', { name: 'Удовлетворить', exact: true }).check()
    await page.getByRole('button', { name: 'Записать' }).click()

    await page.getByRole('button', { name: 'Написать письмо' }).first().click()
    await fillReply(page)
    await expect(
      page.getByRole('region', { name: 'Просмотр письма' }).locator('canvas').first(),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Выпустить письмо' }).click()
    await page.getByRole('button', { name: 'Выпустить', exact: true }).click()
    await page.getByRole('button', { name: 'Проверить и отправить' }).click()
    await page.getByRole('button', { name: 'Отправить', exact: true }).click()

    // The step appears once the server took the letter and the case is answered.
    await page.getByRole('button', { name: 'Закрыть обращение' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть обращение' }).click()
    await expect(page.getByRole('button', { name: 'Вернуть в работу' })).toBeVisible()

    const [received] = server.received
    expect(server.received).toHaveLength(1)
    expect(received).toMatchObject({ secure: true, user: login.user, to: ['orken@example.com'] })
    const mail = await PostalMime.parse(received?.bytes ?? new Uint8Array())
    expect(mail.from).toEqual({ name: 'АО «Казтелепорт»', address: 'privacy@operator.example' })
    expect(mail.inReplyTo).toBe('<request-1@example.com>')
    expect(mail.subject).toContain('ДС-')
    expect(mail.text).toContain('Құрметті Өркен Ұланқызы!')
    const [attachment] = mail.attachments
    expect(attachment?.filename).toMatch(/^\d{4}-0001\.pdf$/)
    const text = await textOf(new Uint8Array(attachment?.content as ArrayBuffer))
    expect(text).toContain(everyKazakhLetter)
    expect(text).toContain('Әбдіқадырова Өркен Ұланқызы')
    expect(text).toMatch(/ДС-\d{4}-0001/)
  } finally {
    await server.close()
  }
})

async function setUpMail({ page }: Desk, server: { port: number; caPem: string }): Promise<void> {
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page
    .getByRole('tab', { name: 'Почта' })
    .or(page.getByRole('button', { name: 'Почта', exact: true }))
    .click()
  await page.getByLabel('Имя сервера (SMTP)').fill('127.0.0.1')
  await choose(page, 'Защита соединения', /STARTTLS/)
  await page.getByLabel('Порт').fill(String(server.port))
  await page.getByLabel('Имя пользователя').fill(login.user)
  await page.getByLabel('Пароль', { exact: true }).fill(login.pass)
  await page.getByLabel('Имя отправителя').fill('АО «Казтелепорт»')
  await page.getByLabel('Адрес отправителя').fill('privacy@operator.example')
  await page.getByLabel('Свой сертификат удостоверяющего центра (PEM)').fill(server.caPem)
  await page.getByRole('button', { name: 'Проверить связь' }).click()
  await page.getByText('Сервер отвечает, вход выполнен').waitFor()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Настройки почты сохранены').waitFor()
  await page.getByRole('button', { name: 'Обращения' }).click()
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).click()
}

async function fillReply(page: Page): Promise<void> {
  for (const catalog of ['Цели обработки', 'Категории данных']) {
    await page.getByRole('group', { name: catalog }).getByRole('checkbox').first().check()
  }
  await page.getByLabel('Кому переданы данные').fill(everyKazakhLetter)
}
