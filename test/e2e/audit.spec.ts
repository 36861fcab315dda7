import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { faultsOf, passphrase, registerByHand, setUp, test } from './desk.ts'

test('the record is read, narrowed, checked, compared with a saved head and exported', async ({ desk }) => {
  const { app, page } = desk
  await setUp(desk)
  await registerByHand(page, { kind: 'Запрос о данных', familyName: 'Сейтқали' })
  const number = (await page.getByRole('heading', { name: /^Обращение № / }).innerText()).replace(/^.*№ /, '')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Контроль' }).click()
  await expect(page.getByRole('heading', { name: 'Журнал действий' })).toBeFocused()

  const table = page.getByRole('table', { name: 'Журнал действий' })
  await expect(table.getByRole('row', { name: /Обращение зарегистрировано/ })).toContainText(number)
  await expect(table.getByRole('row', { name: /Обращение зарегистрировано/ })).toContainText('Ә. Қалиева')
  const newest = table.getByRole('row', { name: /Открыта карточка/ })
  await expect(page.getByText('Ещё ни разу не отправлялся')).toBeVisible()
  await expect(page.getByTestId('head')).toContainText(
    `№ ${await newest.getByRole('cell').first().innerText()}: `,
  )
  expect(await faultsOf(page)).toEqual([])

  const folder = mkdtempSync(join(tmpdir(), 'zhauap-record-'))
  try {
    const saveTo = (path: string) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path)
    const headFile = join(folder, 'head.txt')
    await saveTo(headFile)
    await page.getByRole('button', { name: 'Сохранить в файл' }).click()
    await expect(page.getByText('Файл сохранён')).toBeVisible()
    expect(readFileSync(headFile, 'utf8')).toContain(await page.getByTestId('head').innerText())

    await page.getByRole('button', { name: 'Проверить журнал' }).click()
    await expect(page.getByText('Журнал цел.')).toBeVisible()

    await page.getByRole('button', { name: 'Сверить с сохранённым' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Проверить и сверить' }).click()
    await expect(dialog.getByText('Строка выглядит так')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await dialog.locator('input[type=file]').setInputFiles(headFile)
    await expect(dialog.getByLabel('Сохранённая строка')).toHaveValue(/№ \d+: [0-9a-f]{64}/)
    await dialog.getByRole('button', { name: 'Проверить и сверить' }).click()
    await expect(page.getByText('Сохранённая запись на месте')).toBeVisible()

    await page.getByRole('button', { name: 'Сверить с сохранённым' }).click()
    await dialog.getByLabel('Сохранённая строка').fill(`№ 2: ${'0'.repeat(64)}`)
    await dialog.getByRole('button', { name: 'Проверить и сверить' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'журнал с тех пор переписан' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])

    const filters = page.getByRole('region', { name: 'Отбор записей' })
    await expect(filters.getByRole('button', { name: 'Показать все' })).toHaveCount(0)
    await filters.getByLabel('Только просмотры').check()
    await expect(table.getByRole('row', { name: /Обращение зарегистрировано/ })).toHaveCount(0)
    await expect(table.getByRole('row', { name: /Открыта карточка/ })).toBeVisible()
    await filters.getByRole('button', { name: 'Показать все' }).click()
    await expect(filters.getByLabel('Обращение')).toBeFocused()
    await filters.getByLabel('Обращение').fill(number.toLowerCase())
    await expect(table.getByRole('row')).toHaveCount(3)

    const csv = join(folder, 'record.csv')
    await saveTo(csv)
    await filters.getByRole('button', { name: 'Выгрузить в CSV' }).click()
    await expect.poll(() => fileText(csv)).toContain('Обращение зарегистрировано')
    expect(fileText(csv)).not.toContain('Хранилище создано')

    await page.getByRole('button', { name: 'Отправить себе' }).click()
    await expect(page.getByText('Отпечаток не отправлен')).toBeVisible()

    const alarm = page.getByText('журнал изменён не этой программой')
    await expect(alarm).toBeHidden()
    execFileSync(process.execPath, ['test/e2e/tamper.ts', desk.vault, passphrase], { stdio: 'pipe' })
    await page.getByRole('button', { name: 'Проверить журнал' }).click()
    await expect(alarm).toBeVisible()
    await expect(
      page.getByText('Изменены данные сотрудника Ә. Қалиева (как было, говорит запись'),
    ).toBeVisible()
    // On every screen.
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('heading', { name: /^Сегодня, / })).toBeVisible()
    await expect(alarm).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
