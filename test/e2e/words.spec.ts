import { expect } from '@playwright/test'
import { setUp, test } from './desk.ts'

test('the word that something was done stands for its whole time, where it takes the place of another, too', async ({
  desk,
}) => {
  const { page } = desk
  await page.clock.install()
  await setUp(desk)
  await page.keyboard.press('Control+7')
  const save = page.getByRole('button', { name: 'Сохранить' })
  await page.getByRole('button', { name: 'Резервные копии', exact: true }).click()
  await save.click()
  await expect(page.getByText('Настройки резервных копий сохранены')).toBeVisible()
  await page.clock.pauseAt(Date.now() + 3_000)
  await page.getByRole('button', { name: 'Блокировка', exact: true }).click()
  await save.click()
  const word = page.getByText('Настройки блокировки сохранены')
  await expect(word).toBeVisible()
  await page.clock.runFor(2_000)
  await expect(word).toBeVisible()
  await page.clock.runFor(3_000)
  await expect(word).toBeHidden()
})
