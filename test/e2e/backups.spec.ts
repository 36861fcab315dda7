import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { faultsOf, passphrase, registerByHand, setUp, test as base } from './desk.ts'
import { askIn } from '../plaintext/ask.ts'
import { launchApp } from './launch.ts'

const test = base.extend<{ copies: string }>({
  copies: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhauap-copies-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

/** What the officer picks in the folder dialog from now on. */
function answerDialog(app: ElectronApplication, folder: string): Promise<void> {
  return app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] })
  }, folder)
}

async function makeBackup(app: ElectronApplication, page: Page, copies: string): Promise<void> {
  await answerDialog(app, copies)
  await page.getByRole('button', { name: 'Резервные копии не настроены' }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Выбрать папку' }).click()
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.getByRole('button', { name: 'Сделать копию сейчас' }).click()
  await expect(page.getByRole('button', { name: /^Резервные копии в порядке/ })).toBeVisible()
}

/** As far as the wizard, which has found the one backup there is. */
async function findBackup(app: ElectronApplication, page: Page, copies: string): Promise<void> {
  await answerDialog(app, copies)
  await page.getByRole('button', { name: 'Восстановить из резервной копии' }).click()
  await page.getByRole('button', { name: 'Указать папку с копиями' }).click()
  await expect(page.getByText('Найдена 1 копия')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
}

async function restoreByPassphrase(page: Page): Promise<void> {
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.getByRole('button', { name: 'Восстановить', exact: true }).click()
  await expect(page.getByRole('row', { name: /Ким/ })).toBeVisible()
}

/** The passphrase is forgotten with the computer: a new one is asked for at once. */
async function restoreByCode(page: Page, code: string): Promise<void> {
  await page.getByRole('radio', { name: 'кодом восстановления' }).check()
  await page.getByLabel('Код восстановления').fill(code)
  await page.getByRole('button', { name: 'Восстановить', exact: true }).click()
  const next = 'берег лодка весло туман'
  await page.getByLabel('Новая парольная фраза').fill(next)
  await page.getByLabel('Новая фраза ещё раз').fill(next)
  await page.getByRole('button', { name: 'Сменить парольную фразу' }).click()
  await expect(page.getByRole('row', { name: /Ким/ })).toBeVisible()
}

test('a backup is made by hand, tried out, and restored by the printed code onto an empty machine', async ({
  desk,
  copies,
}) => {
  const { app, page } = desk
  await setUp(desk)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
  const { code } = await askIn(page)('keys.makeRecoveryCode', { passphrase })
  await makeBackup(app, page, copies)
  await page.getByRole('button', { name: 'Проверить восстановление' }).click()
  await expect(page.getByText('Новейшая копия восстанавливается')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  expect(readdirSync(copies)).toHaveLength(1)
  const elsewhere = await launchApp({ args: [`--vault=${join(copies, 'Dropbox', 'vault')}`] })
  try {
    const restored = await elsewhere.firstWindow()
    const risk = restored.getByText('папку синхронизирует облачная программа (Dropbox)')
    await expect(risk).toBeVisible()
    await findBackup(elsewhere, restored, copies)
    await restoreByCode(restored, code)
    await restored.getByRole('button', { name: 'Журнал восстановлен, новой копии ещё нет' }).click()
    await expect(restored.getByText(`Папка, указанная до восстановления: ${copies}`)).toBeVisible()
    await expect(risk).toBeVisible()
  } finally {
    await elsewhere.close()
  }
})

test('a damaged register says so and shows the way to the backup', async ({ desk, copies }) => {
  const { app, page, vault } = desk
  await setUp(desk)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
  await makeBackup(app, page, copies)
  await page.keyboard.press('Control+l')
  const field = page.getByLabel('Парольная фраза')
  await field.fill(passphrase)
  // The lock has let go of the files when a try to open them is answered.
  await field.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(field).toBeVisible()
  await field.fill('не та фраза вовсе')
  await field.press('Enter')
  await expect(page.getByText('Парольная фраза не подошла')).toBeVisible()
  const file = join(vault, 'register.db')
  writeFileSync(file, readFileSync(file).fill(0xaa, 0, 4096))
  await field.fill(passphrase)
  await field.press('Enter')
  await expect(page.getByText('Файл хранилища повреждён и не открывается')).toBeVisible()
  await page.getByRole('alert').getByRole('button', { name: 'Восстановить из резервной копии' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Назад' }).click()
  await findBackup(app, page, copies)
  await restoreByPassphrase(page)
})

test('the encryption key is changed, and work goes on', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'Ключи', exact: true }).click()
  await page.getByRole('button', { name: 'Сменить ключ шифрования' }).click()
  await page.getByRole('dialog').getByLabel('Нынешняя парольная фраза').fill(passphrase)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Сменить ключ шифрования' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('row', { name: /Ким/ })).toBeVisible()
})
