import { expect } from '@playwright/test'
import { setUp, test } from './desk.ts'
import { press, tabTo } from './press.ts'

test('a question goes from its receipt to its closing without the mouse', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.keyboard.press('Control+n')
  await tabTo(page, /^Запрос о данных/)
  // Among the kinds one walks by the arrows.
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByRole('radio', { name: 'Вопрос, предложение' })).toBeChecked()
  await tabTo(page, /^Фамилия/)
  await page.keyboard.type('Қоңыратбаева')
  await tabTo(page, /^Текст обращения/)
  await page.keyboard.type('Где хранятся данные?')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: /^Обращение № ВП-/ })).toBeVisible()
  await press(page, /^Взять в работу$/)
  await expect(page.getByText('В работе').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Написать ответ' })).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('combobox', { name: 'Какое письмо' })).toHaveValue(/Ответ/)
  await tabTo(page, /^Ответ/)
  await page.keyboard.type('Данные хранятся в Казахстане.')
  await expect(page.getByRole('button', { name: 'Выпустить письмо' })).toBeEnabled()
  await press(page, /^Выпустить письмо$/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await press(page, /^Выпустить$/)
  await expect(page.getByRole('dialog').getByText('Вручено лично')).toBeVisible()
  await press(page, /^Записать$/)
  await expect(page.getByRole('button', { name: 'Закрыть обращение' })).toBeVisible()
  await press(page, /^Закрыть обращение$/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await press(page, /^Закрыть обращение$/)
  await expect(page.getByRole('button', { name: 'Вернуть в работу' })).toBeVisible()
})
