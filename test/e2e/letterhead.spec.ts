import { expect, type Page } from '@playwright/test'
import { dropFile, faultsOf, setUp, test } from './desk.ts'
import { issueLetter } from './letters.ts'

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#c00"/></svg>'

const svg = (text: string) => ({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(text) })

async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('button', { name, exact: true }).click()
}

test('a logo is set, refused when it is none, and taken away', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await openSection(page, 'Бланк')
  const section = page.getByRole('region', { name: 'Логотип' })
  const input = section.locator('input[type=file]')
  await input.setInputFiles(svg(logo))
  await expect(section.getByRole('img', { name: 'Логотип' })).toBeVisible()
  await input.setInputFiles(svg(logo.replace('<rect', '<script>fetch("https://example.com")</script><rect')))
  await expect(section.getByRole('alert')).toContainText('Это не изображение PNG или SVG')
  await expect(section.getByRole('img', { name: 'Логотип' })).toBeVisible()
  await input.setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture, only words'),
  })
  await expect(section.getByRole('alert')).toContainText('Это не изображение PNG или SVG')
  expect(await faultsOf(page)).toEqual([])
  await section.getByRole('button', { name: 'Убрать' }).click()
  await expect(section.getByText('Не выбрано')).toBeVisible()
})

test('a letter is checked by its file and by its code', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await dropFile(page, 'request.eml', Buffer.from(request))
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await page.getByRole('button', { name: 'Написать письмо' }).first().click()
  await expect(page.getByRole('region', { name: 'Просмотр письма' }).locator('canvas').first()).toBeVisible()
  await issueLetter(page)
  const pdf = Buffer.from(await page.evaluate(issuedPdf))

  await openSection(page, 'Проверка письма')
  const input = page.getByRole('region', { name: 'Проверка письма' }).locator('input[type=file]')
  const verdict = page.getByRole('status').filter({ hasText: /письм/i })
  const file = (buffer: Buffer) => ({ name: 'letter.pdf', mimeType: 'application/pdf', buffer })
  await input.setInputFiles(file(pdf))
  await expect(verdict).toContainText('Подлинное письмо')
  await input.setInputFiles(file(Buffer.concat([pdf, Buffer.from('\n')])))
  await expect(verdict).toContainText('Текст совпадает')
  await input.setInputFiles(file(Buffer.from('no PDF')))
  await expect(page.getByRole('alert', { name: 'Письмо не проверено' })).toContainText('Это не PDF')
  await page.getByLabel('Текст QR-кода').fill(`ZHAUAP:1:9999-0001:2026-11-26:${'AB'.repeat(32)}`)
  await page.getByRole('button', { name: 'Проверить код' }).click()
  await expect(verdict).toContainText('Такого письма нет')
  expect(await faultsOf(page)).toEqual([])
})

/** The bytes of the first letter, asked of the engine in the page. */
async function issuedPdf(): Promise<number[]> {
  type Wire = { call(name: string, input: unknown): Promise<{ value: { bytes: Uint8Array } }> }
  const { value } = await (globalThis as unknown as { zhauap: Wire }).zhauap.call('letters.pdf', { id: 1 })
  return [...value.bytes]
}

const request = [
  'From: Arman <arman@example.com>',
  'To: privacy@operator.example',
  'Subject: =?utf-8?B?0JfQsNC/0YDQvtGBINC+INC/0LXRgNGB0L7QvdCw0LvRjNC90YvRhSDQtNCw0L3QvdGL0YU=?=',
  'Message-ID: <check-1@example.com>',
  `Date: ${new Date().toUTCString()}`,
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Я, Сериков Арман Болатович, прошу сообщить, какие мои персональные данные вы обрабатываете.',
].join('\r\n')
