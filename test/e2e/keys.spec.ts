import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { askIn } from '../plaintext/ask.ts'
import { type Desk, faultsOf, passphrase, registerByHand, setUp, test, unlock } from './desk.ts'
import { press } from './press.ts'

const otherPassphrase = 'берег лодка весло туман'

async function openKeys(page: Page): Promise<void> {
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'Ключи', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Кто может открыть хранилище' })).toBeVisible()
}

/** The section of keys, over a register that has just been made. */
async function atKeys(desk: Desk): Promise<Page> {
  await setUp(desk)
  await openKeys(desk.page)
  return desk.page
}

/** What is printed is the sheet with what to do, not the code alone. */
async function expectPrintsSheet(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Напечатать' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-sheet img')).toHaveCount(1)
  await expect(page.locator('.print-sheet')).toHaveText('')
  await page.emulateMedia({ media: null })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
}

async function lockAndUnlock(page: Page, withPassphrase: string): Promise<void> {
  await page.keyboard.press('Control+l')
  const form = page.getByRole('form', { name: 'Хранилище заблокировано' })
  await form.getByLabel('Парольная фраза').fill(withPassphrase)
  await form.getByRole('button', { name: 'Открыть', exact: true }).click()
}

test('a forgotten passphrase: the printed code opens the vault, and a new passphrase is set', async ({
  desk,
}) => {
  const page = await atKeys(desk)
  await expect(page.getByText('Кода восстановления нет')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  // Somebody clears up in the folder of the vault.
  rmSync(join(desk.vault, 'keys.json'))
  await page.getByRole('button', { name: 'Сделать код восстановления' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Нынешняя парольная фраза').fill(passphrase)
  await page.keyboard.press('Enter')
  const code = await dialog.getByRole('status', { name: 'Код восстановления' }).innerText()
  expect(code).toMatch(/^([0-9A-Z]{5}-){6}[0-9A-Z]{5}$/)
  expect(await faultsOf(page)).toEqual([])
  await expectPrintsSheet(page)
  await dialog.getByRole('button', { name: 'Лист убран в сейф' }).click()
  await expect(page.getByText('Файл ключей был удалён, программа записала его снова')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await expect(page.getByText('Кода восстановления нет')).toBeHidden()

  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'У меня есть код восстановления' }).click()
  const field = page.getByLabel('Код восстановления')
  await field.fill(code.slice(0, 12) + (code[12] === '7' ? '8' : '7') + code.slice(13))
  await field.press('Enter')
  await expect(page.getByText('В 3-й группе кода опечатка')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await field.fill(code.toLowerCase().replaceAll('-', ' '))
  await field.press('Enter')
  await expect(page.getByRole('heading', { name: 'Задайте новую парольную фразу' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('Новая парольная фраза').fill(otherPassphrase)
  await page.getByLabel('Новая фраза ещё раз').fill(otherPassphrase)
  await page.getByRole('button', { name: 'Сменить парольную фразу' }).click()
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
  await lockAndUnlock(page, passphrase)
  await expect(page.getByText('Парольная фраза не подошла')).toBeVisible()
  await page.getByLabel('Парольная фраза').fill(otherPassphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
})

test('a second officer works in a name of their own; an auditor reads and can not write', async ({
  desk,
}) => {
  const page = await atKeys(desk)
  await askIn(page)('keys.makeRecoveryCode', { passphrase })
  await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
  await openKeys(page)
  for (const [name, role, phrase] of [
    ['Б. Ермеков', 'сотрудник', otherPassphrase],
    ['Т. Аудитор', 'проверяющий', 'медь глина порох сургуч'],
  ] as const) {
    await page.getByRole('button', { name: 'Дать ключ' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Фамилия и имя').fill(name)
    await dialog.getByRole('radio', { name: role }).check()
    await dialog.getByLabel('Парольная фраза', { exact: true }).fill(phrase)
    await dialog.getByLabel('Парольная фраза ещё раз').fill(phrase)
    await dialog.getByLabel('Ваша парольная фраза').fill(passphrase)
    if (role === 'сотрудник') expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Дать ключ' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  }
  await lockAndUnlock(page, otherPassphrase)
  await expect(page.getByText('Б. Ермеков').first()).toBeVisible()
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'Сотрудники' }).click()
  // Who only reads is given no cases.
  await expect(page.getByRole('listitem').filter({ hasText: 'Т. Аудитор' })).toContainText('проверяющий')
  await expect(page.getByRole('button', { name: 'Больше не поручать: Т. Аудитор' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Больше не поручать: Ә. Қалиева' }).click()
  const leaver = page.getByRole('main').getByRole('status')
  await expect(leaver).toContainText('Ә. Қалиева: новые обращения больше не поручаются')
  await expect(leaver).toContainText('Ключ этого человека действует, пока его не удалят')
  await expect(leaver.getByRole('button', { name: 'Сделать новый код' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+2')
  await page.getByRole('checkbox', { name: /Выбрать ДС-/ }).check()
  await page.getByRole('button', { name: 'Передать сотруднику' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Б. Ермеков'])
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await openKeys(page)
  await page.getByRole('button', { name: /^Удалить ключ: Парольная фраза, Ә\. Қалиева/i }).click()
  const removal = page.getByRole('dialog', { name: 'Удалить ключ «Парольная фраза»?' })
  await removal.getByLabel('Нынешняя парольная фраза').fill(otherPassphrase)
  expect(await faultsOf(page)).toEqual([])
  await removal.getByRole('button', { name: 'Удалить ключ' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ә. Қалиева' })).toBeHidden()
  await expect(leaver).toContainText('Ключ удалён: Ә. Қалиева')
  await expect(leaver).toContainText('Если этот человек мог видеть лист, сделайте новый код')
  await press(page, /^Сделать новый код$/)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Нынешняя парольная фраза').fill(otherPassphrase)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status', { name: 'Код восстановления' })).toHaveText(/^([0-9A-Z]{5}-){6}/)
  await press(page, /^Лист убран в сейф$/)
  await expect(leaver).toBeHidden()
  await lockAndUnlock(page, 'медь глина порох сургуч')
  await expect(page.getByText('только чтение')).toBeVisible()
  for (const width of [1024, 1200, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const band = page.locator('header').first()
    expect(await band.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  }
  await page.keyboard.press('Control+n')
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('heading', { name: 'Обращения' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Новое обращение' })).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: /Выбрать ДС-/ })).toHaveCount(0)
  await page.getByRole('row', { name: /Ким/ }).getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: 'История' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Новая заметка' })).toHaveCount(0)
  await page.keyboard.press('Control+7')
  await expect(page.getByText('Вы вошли как проверяющий')).toBeVisible()
  await expect(page.getByLabel('Кто подписывает письма')).toBeDisabled()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'Журнал', exact: true }).click()
  await page.getByRole('button', { name: 'Проверить журнал' }).click()
  await expect(page.getByText('Журнал цел')).toBeVisible()
})

test('the keychain opens the vault; where it breaks, the passphrase is asked for in plain words', async ({
  desk,
}) => {
  const { app } = desk
  await app.evaluate(({ safeStorage }) => {
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret'
  })
  const page = await atKeys(desk)
  await page.getByRole('button', { name: 'Открывать связкой ключей' }).click()
  await page.getByRole('dialog').getByLabel('Нынешняя парольная фраза').fill(passphrase)
  await page.getByRole('dialog').getByRole('button', { name: 'Подтвердить' }).click()
  await expect(page.getByText('Связка ключей компьютера: Ә. Қалиева')).toBeVisible()
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Открыть связкой ключей' }).click()
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
  await page.keyboard.press('Control+l')
  await app.evaluate(({ safeStorage }) => {
    safeStorage.decryptString = () => {
      throw new Error('the keyring is gone')
    }
  })
  await page.getByRole('button', { name: 'Открыть связкой ключей' }).click()
  await expect(page.getByText('Связка ключей этого компьютера не ответила')).toBeVisible()
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
})

type Shown = {
  percent: number
  called: string | null
  said: string | null
  canCancel: boolean
  /** How far the loader of the button is from its middle, in pixels. */
  loaderOff: number
}

/** All that the bar of a rekey shows from now on, however short. Ask when it is gone. */
async function watchRekey(page: Page): Promise<() => Promise<Shown[]>> {
  const seen = await page.evaluateHandle(() => {
    const shown: Shown[] = []
    new MutationObserver(() => {
      const dialog = document.querySelector('[role=dialog]')
      const bar = dialog?.querySelector('[role=progressbar]')
      if (!dialog || !bar) return
      const buttons = [...dialog.querySelectorAll('button')]
      const loader = dialog.querySelector('button .mantine-Loader-root')
      const middles = [loader, loader?.closest('button')].map((part) => {
        const { top = 0, height = 0 } = part?.getBoundingClientRect() ?? {}
        return top + height / 2
      })
      shown.push({
        percent: Number(bar.getAttribute('aria-valuenow')),
        called: bar.getAttribute('aria-label'),
        said: dialog.querySelector('[role=status]')?.textContent ?? null,
        canCancel: buttons.some(({ textContent, disabled }) => textContent === 'Отмена' && !disabled),
        loaderOff: Math.abs((middles[0] ?? 0) - (middles[1] ?? 0)),
      })
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    return shown
  })
  return () => seen.evaluate((shown) => shown)
}

test.describe('of a large register', () => {
  test.use({ madeBy: { script: 'large-vault.ts', told: ['95', 'Б. Ермеков', otherPassphrase] } })

  test('the encryption key is changed: one sees how far it is, whose keys are gone, and works on', async ({
    desk: { page },
  }) => {
    await unlock(page)
    await openKeys(page)
    await expect(page.getByRole('listitem').filter({ hasText: 'Б. Ермеков' })).toBeVisible()
    await page.getByRole('button', { name: 'Сменить ключ шифрования' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Нынешняя парольная фраза').fill(passphrase)
    expect(await faultsOf(page)).toEqual([])
    const shown = await watchRekey(page)
    await dialog.getByRole('button', { name: 'Сменить ключ шифрования' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Ключ шифрования заменён. Сделайте новый код восстановления.')).toBeVisible()

    const steps = await shown()
    const percents = steps.map(({ percent }) => percent)
    expect(percents.filter((percent) => percent > 0 && percent < 100)).not.toEqual([])
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
    for (const { percent, called, said, canCancel, loaderOff } of steps) {
      expect(loaderOff).toBeLessThan(2)
      expect({ called, said, canCancel }).toEqual({
        called: `Шифруем журнал: ${percent} %`,
        said: `Шифруем журнал: ${percent} %`,
        canCancel: false,
      })
    }

    const list = page.getByRole('list', { name: 'Кто может открыть хранилище' })
    await expect(list.getByRole('listitem')).toHaveText(
      /^Парольная фраза: Ә\. Қалиева · сотрудник · .* вход этим ключом/,
    )
    await expect(page.getByText('Кода восстановления нет')).toBeVisible()
    await registerByHand(page, { kind: /^Запрос о данных/, familyName: 'Ким' })
    await page.keyboard.press('Control+2')
    await expect(page.getByRole('row', { name: /Сейтқали|Ким/ })).toHaveCount(2)
    await lockAndUnlock(page, otherPassphrase)
    await expect(page.getByText('Парольная фраза не подошла')).toBeVisible()
  })
})
