import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { faultsOf, registerByHand, setUp, test } from './desk.ts'

test('a file that was removed under the program is told, with the way to the backup', async ({ desk }) => {
  const { page, vault } = desk
  await setUp(desk)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
  const note = page.getByRole('textbox', { name: 'Новая заметка' })
  await note.fill('Перезвонить')
  rmSync(join(vault, 'register.db'))
  await page.getByRole('button', { name: 'Добавить заметку' }).click()
  const told = page.getByRole('alert').filter({ hasText: 'Файл журнала' })
  await expect(told).toContainText('Файл журнала удалён или подменён')
  await expect(told).toContainText('Последнее действие не записано')
  await expect(note).toHaveValue('Перезвонить')
  expect(await faultsOf(page)).toEqual([])
  await told.getByRole('button', { name: 'Восстановить из резервной копии' }).click()
  await expect(page.getByRole('heading', { name: 'Восстановление из резервной копии' })).toBeVisible()
})
