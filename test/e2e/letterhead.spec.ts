import { expect, type Page } from '@playwright/test'
import { crc32, deflateSync } from 'node:zlib'
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

test('a logo, a signature and a stamp are chosen, and a letter shows them', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await openSection(page, 'Бланк')
  const pictures = { Логотип: [200, 0, 0], Подпись: [0, 150, 0], Печать: [0, 0, 200] } as const
  for (const [name, colour] of Object.entries(pictures)) {
    const section = page.getByRole('region', { name })
    const file = { name: 'picture.png', mimeType: 'image/png', buffer: pngOf(colour) }
    await section.locator('input[type=file]').setInputFiles(file)
    await expect(section.getByRole('img', { name })).toBeVisible()
  }
  await dropFile(page, 'request.eml', Buffer.from(request))
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await page.getByRole('button', { name: 'Написать письмо' }).first().click()
  for (const colour of Object.values(pictures)) {
    await expect.poll(() => page.evaluate(pixelsOf, colour)).toBeGreaterThan(100)
  }
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

/** A picture of one colour, 60 by 40 pixels. */
function pngOf(colour: readonly number[]): Buffer {
  const [width, height] = [60, 40]
  const chunk = (type: string, data: Buffer): Buffer => {
    const content = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(content))
    return Buffer.concat([length, content, check])
  }
  const head = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0])
  const row = [0, ...Array.from({ length: width }, () => colour).flat()]
  const rows = deflateSync(Buffer.from(Array.from({ length: height }, () => row).flat()))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** How many pixels of the shown letter have nearly that colour; runs in the page. */
function pixelsOf(colour: readonly number[]): number {
  let count = 0
  for (const canvas of document.querySelectorAll('canvas')) {
    if (canvas.width === 0 || canvas.height === 0) continue
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    for (let at = 0; at < data.length; at += 4) {
      if (colour.every((part, index) => Math.abs((data[at + index] ?? 0) - part) < 12)) count += 1
    }
  }
  return count
}

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
