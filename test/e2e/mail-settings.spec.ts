import { expect } from '@playwright/test'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import { faultsOf, setUp, test } from './desk.ts'
import { login } from './mail-desk.ts'

test('a mail service fills in its settings, and the test of the connection names what failed', async ({
  desk,
}) => {
  const { page } = desk
  const script = ['refuseSender'] as const
  const server = await startSmtpServer({ secure: 'starttls', auth: login, script })
  try {
    await setUp(desk)
    await page.keyboard.press('Control+7')
    await page.getByRole('button', { name: 'Почта', exact: true }).click()
    await page.getByRole('combobox', { name: 'Почтовая служба' }).click()
    await page.getByRole('option', { name: 'Microsoft 365' }).click()
    await expect(page.getByLabel('Имя сервера (SMTP)')).toHaveValue('smtp.office365.com')
    await expect(page.getByLabel('Порт')).toHaveValue('587')
    await expect(page.getByRole('combobox', { name: 'Способ входа' })).toHaveValue('Ключ доступа (OAuth 2.0)')

    await page.getByRole('combobox', { name: 'Способ входа' }).click()
    await page.getByRole('option', { name: 'Пароль' }).click()
    await page.getByLabel('Имя сервера (SMTP)').fill('127.0.0.1')
    await page.getByLabel('Порт').fill(String(server.port))
    await page.getByLabel('Имя пользователя').fill(login.user)
    await page.getByLabel('Пароль', { exact: true }).fill(login.pass)
    await page.getByLabel('Адрес отправителя').fill('privacy@operator.example')
    const stages = page.getByRole('list', { name: 'Ход проверки' })
    await page.getByRole('button', { name: 'Проверить связь' }).click()
    await expect(stages.getByRole('listitem')).toHaveText([
      /^получилось:Имя сервера/,
      /^получилось:Порт/,
      /^не получилось:Защита/,
      /^не проверялось:Вход/,
      /^не проверялось:Адрес отправителя/,
    ])
    const input = page.getByRole('form', { name: 'Почта' }).locator('input[type=file]')
    const file = (text: string) => ({ name: 'ca.crt', mimeType: '', buffer: Buffer.from(text) })
    const authority = page.getByLabel('Свой сертификат удостоверяющего центра (PEM)')
    await input.setInputFiles(file('no certificate'))
    await expect(page.getByText('В файле «ca.crt» нет сертификата PEM.')).toBeVisible()
    await expect(authority).toHaveValue('')
    await input.setInputFiles(file(`Authority\n${server.caPem}`))
    await expect(authority).toHaveValue(server.caPem.trim())
    await expect(page.getByText('нет сертификата PEM')).toHaveCount(0)
    await page.getByRole('button', { name: 'Проверить связь' }).click()
    await expect(stages.getByRole('listitem').last()).toHaveText(/^не получилось:Адрес отправителя/)
    await expect(page.getByText('550 Sender refused')).toBeVisible()
    await page.getByRole('checkbox', { name: 'Подписывать письма ключом домена' }).check()
    expect(await faultsOf(page)).toEqual([])

    server.faults.clear()
    await page.getByRole('checkbox', { name: 'Подписывать письма ключом домена' }).uncheck()
    await page.getByRole('button', { name: 'Проверить связь' }).click()
    await expect(page.getByText('Сервер отвечает, вход выполнен')).toBeVisible()
    await expect(stages.getByText('не получилось')).toHaveCount(0)
    expect(server.received).toEqual([])
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await expect(page.getByText('Настройки почты сохранены')).toBeVisible()
  } finally {
    await server.close()
  }
})
