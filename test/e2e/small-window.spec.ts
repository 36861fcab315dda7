import { expect, type Locator } from '@playwright/test'
import { chooseLanguage, registerByHand, setUp, test, typedDate } from './desk.ts'

const overhang = (box: Locator): Promise<number> =>
  box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)

test('in the smallest window names are whole, messages off the buttons, and a section begins at its top', async ({
  desk,
}) => {
  const { page } = desk
  await page.clock.install()
  await setUp(desk)
  await page.setViewportSize({ width: 1024, height: 700 })
  await registerByHand(page, {
    kind: 'Запрос уполномоченного органа',
    familyName: 'Тұрсынбаева-Қоңыратова',
    fields: {
      'Орган, который запрашивает': 'Пример органа с длинным названием',
      'Исходящий номер заявителя': '01-7/123',
      'Дата письма заявителя': typedDate(0),
      'Срок, указанный в запросе': typedDate(0),
    },
  })

  // The message that the case is registered still stands there when the next dialog opens.
  const told = page.getByRole('alert').filter({ hasText: 'Зарегистрировано' })
  await expect(told).toBeVisible()
  await page.clock.pauseAt(Date.now() + 500)
  await page.getByRole('button', { name: 'Аннулировать' }).click()
  await page.clock.runFor(500)
  const dialog = page.getByRole('dialog', { name: 'Аннулировать' })
  await expect(dialog).toBeVisible()
  await expect(told).toBeVisible()
  for (const button of await dialog.getByRole('button').all()) {
    await button.click({ trial: true })
  }
  await dialog.getByRole('button', { name: 'Отмена' }).click()
  await page.clock.runFor(500)

  // A dialog as high as the window keeps its title, too.
  await page.getByRole('button', { name: 'Исправить сведения' }).click()
  await page.clock.runFor(500)
  const tall = page.getByRole('dialog', { name: 'Исправить сведения' })
  await expect(told).toBeVisible()
  const boxes = [await told.boundingBox(), await tall.getByRole('heading').boundingBox()] as const
  expect(boxes[0]?.y).toBeGreaterThan((boxes[1]?.y ?? 0) + (boxes[1]?.height ?? 0))
  for (const name of ['Отмена', 'Записать']) await tall.getByRole('button', { name }).click({ trial: true })
  await tall.getByRole('button', { name: 'Отмена' }).click()
  await page.clock.resume()

  await page.keyboard.press('Control+2')
  const row = page.getByRole('row', { name: /Тұрсынбаева-Қоңыратова/ })
  await expect(row).toContainText('Запрос уполномоченного органа')
  for (const cell of await row.getByRole('cell').all()) expect(await overhang(cell)).toBe(0)
  expect(await overhang(page.getByRole('table').locator('..'))).toBe(0)

  // Kazakh words are longer: nothing is cut off in a wider window, either.
  await page.setViewportSize({ width: 1280, height: 800 })
  await chooseLanguage(page, 'Язык: Русский', 'Қазақша')
  await expect(row).toContainText('Уәкілетті органның сұрау салуы')
  for (const cell of await row.getByRole('cell').all()) expect(await overhang(cell)).toBe(0)
  expect(await overhang(page.getByRole('table').locator('..'))).toBe(0)
  await chooseLanguage(page, 'Тіл: Қазақша', 'Русский')

  // The name of the program stands in the band of the most common window, and nothing is pushed out of it.
  const band = page.locator('header').first()
  for (const [width, named] of [
    [1366, true],
    [1280, true],
    [1279, false],
    [1024, false],
  ] as const) {
    await page.setViewportSize({ width, height: 768 })
    await expect(band.getByText('Жауап', { exact: true })).toBeVisible({ visible: named })
    expect(await overhang(band)).toBe(0)
  }
  await page.setViewportSize({ width: 1024, height: 700 })

  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'О программе' }).scrollIntoViewIfNeeded()
  const main = page.getByRole('main')
  await main.evaluate((scrolled) => {
    scrolled.scrollTo(0, scrolled.scrollHeight)
  })
  await page.getByRole('button', { name: 'Правила и календарь' }).click()
  await expect(page.getByRole('region', { name: 'Правила и календарь' })).toBeVisible()
  expect(await main.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
})
