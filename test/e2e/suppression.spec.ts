import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { faultsOf, registerByHand, setUp, test } from './desk.ts'

test('who opted out is found in a mailing list, and the marked list is saved', async ({ desk }) => {
  const { app, page } = desk
  await setUp(desk)
  await registerByHand(page, {
    kind: 'Отказ от рассылки',
    familyName: 'Өтегенова',
    fields: { 'Электронная почта': 'otegenova@example.com', Телефон: '8 (701) 000-00-07' },
  })
  await page.getByRole('button', { name: 'Отметить исполнение' }).click()
  await page.getByRole('dialog').getByLabel('Что сделано').fill('Убрана из рассылки')
  await page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByText('Внесено в список отказов от рассылки')).toBeVisible()

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Отказы' }).click()
  await expect(page.getByRole('row', { name: /отказ от рассылки/ })).toHaveCount(2)
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('Адрес почты или телефон').fill('+7 701 000 00 07')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/В списке с/)).toBeVisible()

  const list = 'Имя;Почта\r\nКим;kim@example.com\r\nӨтегенова;OTEGENOVA@example.com\r\n'
  await page
    .locator('input[type=file][accept*=csv]')
    .setInputFiles({ name: 'рассылка.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await expect(page.getByText('Строк: 2. Рассылать нельзя: 1.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'zhauap-list-'))
  try {
    const path = join(folder, 'marked.csv')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await page.getByRole('button', { name: 'Сохранить список с отметками' }).click()
    await expect(page.getByText('Файл сохранён')).toBeVisible()
    const saved = readFileSync(path, 'utf8')
    expect(saved).toMatch(
      /^\ufeffИмя;Почта;Рассылка\r\nКим;kim@example.com;можно\r\nӨтегенова;.*;нельзя: отказ с /,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('what is blocked stands in the register until it is lifted', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, {
    kind: 'Блокирование данных',
    familyName: 'Жүнісова',
    choices: ['Данные неточны'],
    fields: { 'Какие данные заблокировать и почему': 'Телефон: не мой' },
  })
  await page.getByRole('button', { name: 'Заблокировать данные' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Какие данные').fill('Номер телефона')
  await dialog.getByRole('checkbox', { name: /CRM/ }).check()
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByText('Данные заблокированы').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Блокирование' }).click()
  await expect(page.getByRole('row', { name: /Жүнісова/ })).toContainText('Номер телефона')
  await expect(page.getByRole('row', { name: /Жүнісова/ })).toContainText('CRM')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: /^БЛ-/ }).click()
  await page.getByRole('button', { name: 'Снять блокирование' }).click()
  await page.getByRole('dialog').getByLabel('Почему снято').fill('Данные верны')
  await page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+4')
  await expect(page.getByText('Сейчас ничего не заблокировано')).toBeVisible()
  await page.getByText('Снято', { exact: true }).click()
  await expect(page.getByRole('row', { name: /Жүнісова/ })).toContainText('Данные верны')
})

test('the register says why a rectification blocks, and every clock that runs', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, {
    kind: 'Изменение данных',
    familyName: 'Әлімова',
    choices: ['Приложены документы, которые подтверждают верные данные'],
    fields: { 'Что исправить и какие данные верны': 'Телефон' },
  })
  await page.getByRole('button', { name: 'Заблокировать данные' }).click()
  await page.getByRole('dialog').getByLabel('Какие данные').fill('Номер телефона')
  await page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByText('Данные заблокированы').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Блокирование' }).click()
  const row = page.getByRole('row', { name: /Әлімова/ })
  await expect(row).toContainText('Данные неточны')
  await expect(row).toContainText(/Изменить данные.*Ответ или мотивированный отказ/s)
})
