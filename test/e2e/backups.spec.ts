import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'
import { chooseLanguage, faultsOf, passphrase, registerByHand, setUp, test as base, unlock } from './desk.ts'
import { askIn } from '../plaintext/ask.ts'
import { launchApp } from './launch.ts'
import { press } from './press.ts'

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
  await expect(page.getByText(copies, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.getByRole('button', { name: 'Сделать копию сейчас' }).click()
  await expect(page.getByText('Резервная копия сделана и проверена')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Резервные копии в порядке/ })).toBeVisible()
}

/** What the desk says is wrong, on whatever screen. */
const told = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('status').filter({ has: page.getByText(title) })

/** As far as the wizard, which has looked into the folder. */
async function findBackup(
  app: ElectronApplication,
  page: Page,
  copies: string,
  found = 'Найдена 1 копия',
): Promise<void> {
  await answerDialog(app, copies)
  await page.getByRole('button', { name: 'Восстановить из резервной копии' }).click()
  await page.getByRole('button', { name: 'Указать папку с копиями' }).click()
  await expect(page.getByText(found)).toBeVisible()
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

test('a backup that can not be restored, and one that can not be made, are told with the way to mend them', async ({
  desk,
  copies,
}) => {
  const { app, page } = desk
  await setUp(desk)
  await makeBackup(app, page, copies)
  const [made = ''] = readdirSync(copies)
  writeFileSync(join(copies, made, 'register.db'), 'не журнал')
  await press(page, /^Проверить восстановление$/)
  await expect(told(page, /^Пробное восстановление не удалось, /)).toContainText(
    'Журнал не тронут, но полагаться на эту копию нельзя.',
  )

  // Somebody puts a file where the folder was.
  rmSync(copies, { recursive: true })
  writeFileSync(copies, '')
  await press(page, /^Сделать копию сейчас$/)
  await expect(page.getByRole('alert', { name: `В папку нельзя писать: ${copies}` })).toBeVisible()
  await expect(page.getByRole('alert', { name: 'Эта резервная копия повреждена.' })).toBeHidden()
  await page.keyboard.press('Control+2')
  const failed = told(page, /^Последняя копия не удалась, \d/)
  await expect(failed).toContainText('В папку нельзя писать.')
  await expect(failed).toContainText(/Журнал и прежние копии не тронуты. Последняя удачная — от \d/)
  await expect(failed).toContainText('выберите другую папку. Затем сделайте копию.')
  expect(await faultsOf(page)).toEqual([])
  await chooseLanguage(page, 'Язык: Русский', 'Қазақша')
  await expect(told(page, /^Соңғы көшірме жасалмады, \d/)).toContainText('Қалтаға жазуға болмайды.')
  await chooseLanguage(page, 'Тіл: Қазақша', 'Русский')

  rmSync(copies)
  mkdirSync(copies)
  await press(page, /^Открыть резервные копии$/)
  await expect(page.getByRole('button', { name: 'Сделать копию сейчас' })).toBeEnabled()
  await press(page, /^Сделать копию сейчас$/)
  await expect(told(page, /^Пробное восстановление не удалось, /)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Проверить восстановление' })).toBeEnabled()
  await press(page, /^Проверить восстановление$/)
  await expect(page.getByRole('button', { name: /^Резервные копии в порядке, \d/ })).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('main').getByRole('status')).toHaveCount(0)
})

test('a register restored from a copied folder says that nobody told where its backups go', async ({
  desk,
  copies,
}) => {
  const { app, page, vault } = desk
  await setUp(desk)
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('form', { name: 'Хранилище заблокировано' })).toBeVisible()
  await findBackup(app, page, copies, 'В этой папке резервных копий нет.')
  cpSync(vault, copies, { recursive: true })
  await page.getByRole('button', { name: 'Указать папку с копиями' }).click()
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.keyboard.press('Enter')
  const restored = told(page, /^Журнал восстановлен \d/)
  await expect(restored).toContainText('куда их класть, на этом компьютере не указано')
  await expect(restored).toContainText('Выберите папку, лучше на другом диске, и сделайте копию.')
  expect(await faultsOf(page)).toEqual([])
  await chooseLanguage(page, 'Язык: Русский', 'Қазақша')
  await expect(told(page, /^Журнал қалпына келтірілді: \d/)).toContainText('Қалтаны таңдап')
  await press(page, /^Сақтық көшірмелерді ашу$/)
  await press(page, /^Қалтаны таңдау$/)
  await expect(page.getByText(copies, { exact: true })).toBeVisible()
  await press(page, /^Сақтау$/)
  await expect(page.getByRole('button', { name: 'Көшірмені қазір жасау' })).toBeEnabled()
  await press(page, /^Көшірмені қазір жасау$/)
  await expect(page.getByRole('button', { name: /^Сақтық көшірмелер дұрыс, \d/ })).toBeVisible()
})

test.describe('after days without a backup', () => {
  test.use({ madeBy: { script: 'unread-backup.ts', told: ['10'] } })

  test('an old backup that nobody read is told; it is read, and another is made, without the mouse', async ({
    desk: { page },
  }) => {
    await unlock(page)
    const old = told(page, /^Резервная копия устарела, \d/)
    await expect(old).toContainText(
      'Журнал цел, но если откажет диск, пропадёт всё, что записано после этой копии.',
    )
    await expect(old).toContainText('Сделайте копию сейчас: сама программа их не делает')
    await chooseLanguage(page, 'Язык: Русский', 'Қазақша')
    await expect(told(page, /^Сақтық көшірме ескірген, \d/)).toContainText('Көшірмені қазір жасаңыз')
    await chooseLanguage(page, 'Тіл: Қазақша', 'Русский')
    await press(page, /^Открыть резервные копии$/)
    await expect(page.getByText('ещё не прочитана целиком')).toBeVisible()
    await expect(old).toHaveCount(1)
    await press(page, /^Проверить восстановление$/)
    await expect(page.getByText('Новейшая копия восстанавливается')).toBeVisible()
    await expect(page.getByText('ещё не прочитана целиком')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Сделать копию сейчас' })).toBeEnabled()
    await press(page, /^Сделать копию сейчас$/)
    await expect(page.getByRole('button', { name: /^Резервные копии в порядке, \d/ })).toBeVisible()
    await expect(old).toBeHidden()
  })
})
