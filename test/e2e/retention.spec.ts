import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import { chooseLanguage, faultsOf, test, unlock } from './desk.ts'

test.use({ madeBy: { script: 'old-vault.ts' } })

test('a case past its term is held, released, and destroyed by an act that was read', async ({ desk }) => {
  const { page } = desk
  await unlock(page)
  await page.getByRole('button', { name: 'Контроль' }).click()
  await page.getByText('Сроки хранения', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Сроки хранения' })).toBeFocused()
  await expect(page.getByText('Предложен программой')).toBeVisible()

  await page.getByLabel('Лет после закрытия').fill('1')
  await page.getByRole('button', { name: 'Утвердить' }).click()
  const row = page.getByRole('row', { name: /ДС-2024-0001/ })
  await expect(row).toContainText('05.03.2025')
  await expect(row).toContainText('писем: 1, файлов: 1')
  expect(await faultsOf(page)).toEqual([])

  const hold = page.getByRole('region', { name: 'Отложить уничтожение' })
  await hold.getByLabel('Обращение').fill('дс-2024-0001')
  await hold.getByLabel('Причина').fill('Иск в суде')
  await hold.getByRole('button', { name: 'Отложить' }).click()
  await expect(row).toContainText('Иск в суде')
  await expect(row.getByRole('checkbox')).toBeDisabled()
  // Kazakh words are longer, and the button stands at the end of the row.
  await page.setViewportSize({ width: 1024, height: 768 })
  await chooseLanguage(page, 'Язык: Русский', 'Қазақша')
  await expect(row.getByRole('button', { name: 'Кейінге қалдыруды тоқтату' })).toBeVisible()
  const main = page.getByRole('main')
  expect(await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await chooseLanguage(page, 'Тіл: Қазақша', 'Русский')
  await row.getByRole('button', { name: 'Снять отсрочку' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Почему хранить больше не нужно').fill('Суд окончен')
  await dialog.getByRole('button', { name: 'Снять отсрочку' }).click()
  await expect(row).not.toContainText('Иск в суде')

  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Составить акт: 1' }).click()
  await expect(dialog.getByText('Будут стёрты сведения о людях')).toBeVisible()
  const carryOut = dialog.getByRole('button', { name: 'Уничтожить по акту' })
  await expect(carryOut).toBeDisabled()
  await expect(dialog.locator('canvas').first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByLabel('Акт прочитан').check()
  await carryOut.click()
  await expect(page.getByText('Срок хранения ни у одного закрытого обращения не истёк')).toBeVisible()

  await page.getByRole('button', { name: 'Уничтожить отложенные письма' }).press('Enter')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Уничтожить', exact: true }).press('Enter')
  await expect(page.getByText('Уничтожено 1 письмо')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Отложенные письма' })).toHaveCount(0)

  const acts = page.getByRole('table', { name: 'Составленные акты' })
  await expect(acts.getByRole('row')).toHaveCount(2)
  const path = join(dirname(desk.vault), 'act.pdf')
  await desk.app.evaluate(({ dialog: saving }, filePath) => {
    saving.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await acts.getByRole('button', { name: /^Сохранить акт АХ-/ }).click()
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByText('Журнал действий', { exact: true }).click()
  const record = page.getByRole('table', { name: 'Журнал действий' })
  await expect(record.getByRole('row', { name: /Материалы обращения уничтожены/ })).toBeVisible()
  await expect(record.getByText('Сейтқали')).toHaveCount(0)
  await page.getByRole('button', { name: 'Проверить журнал' }).click()
  await expect(page.getByText('Журнал цел.')).toBeVisible()
  await record.getByRole('button', { name: 'ДС-2024-0001' }).first().click()
  await expect(page.getByText('Материалы обращения уничтожены').first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})
