import { readFileSync } from 'node:fs'
import { expect, type Locator } from '@playwright/test'
import { settingsSections } from '../../src/renderer/navigation.ts'
import { dropFile, faultsOf, passphrase, registerByHand, setUp, test } from './desk.ts'

test('a vault is locked and opened again; a wrong passphrase is told plainly', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.keyboard.press('Control+l')
  const field = page.getByLabel('Парольная фраза')
  await field.fill('не та фраза вовсе')
  await field.press('Enter')
  await expect(page.getByText('Парольная фраза не подошла')).toBeVisible()
  await field.fill(passphrase)
  await field.press('Enter')
  await expect(page.getByText('В журнале пока нет обращений')).toBeVisible()
})

test('a request on paper is registered by the keyboard alone, and found as one types', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.keyboard.press('Control+n')
  await page.getByRole('radio', { name: /Претензия/ }).press('Space')
  await page.getByLabel('Требование').focus()
  await page.keyboard.type('Возместить ущерб')
  await page.getByLabel('Фамилия').focus()
  await page.keyboard.type('Ұзақбай-Қоңыратов')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Әнуар')
  await page.getByLabel('ИИН').focus()
  await page.keyboard.type('900101300127')
  await expect(page.getByText('Контрольная цифра не сходится')).toBeVisible()
  await page.getByLabel('Текст обращения').focus()
  await page.keyboard.type('Прошу возместить ущерб')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: /Обращение № ПР-\d{4}-0001/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Заявитель' })).toContainText('900101300127')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('ұзақ')
  await expect(page.getByRole('row', { name: /Ұзақбай-Қоңыратов/ })).toBeVisible()
  await page.keyboard.type('ыыы')
  await expect(page.getByText('ничего не найдено')).toBeVisible()
})

test('what can not be taken is explained, and nothing typed is lost', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await dropFile(page, 'broken.eml', new Uint8Array([0, 159, 146, 150, 1, 2, 3]))
  await expect(page.getByText('Этот файл не похож на электронное письмо').first()).toBeVisible()
  await page.getByRole('button', { name: 'Новое обращение' }).first().click()
  await page.getByLabel('Фамилия').fill('Ким')
  await page.getByRole('textbox', { name: 'Дата получения' }).fill('31.02.2026')
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await expect(page.getByText('Выберите вид обращения')).toBeVisible()
  await expect(page.getByText('Дата пишется так')).toBeVisible()
  await expect(page.getByLabel('Фамилия')).toHaveValue('Ким')
})

test('a name of ten thousand characters is explained and kept whole', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.keyboard.press('Control+n')
  await page.getByRole('radio', { name: /Вопрос/ }).check()
  const long = 'Ұ'.repeat(10_000)
  const familyName = page.getByLabel('Фамилия', { exact: false }).first()
  await familyName.fill(long)
  await expect(page.getByText('Слишком длинно: фамилия. Помещается 300 знаков.')).toBeVisible()
  await page.getByLabel('Обратился представитель').check()
  const representative = page.getByLabel('Фамилия, имя, отчество представителя')
  await representative.fill(long)
  await expect(page.getByText('Слишком длинно: имя представителя. Помещается 300 знаков.')).toBeVisible()
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await expect(familyName).toBeFocused()
  await expect(familyName).toHaveValue(long)
  await expect(representative).toHaveValue(long)
  await familyName.fill('Ұзақбай')
  await page.getByLabel('Обратился представитель').uncheck()
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await expect(page.getByRole('heading', { name: /Обращение № ВП-/ })).toBeVisible()
})

test('Escape, however often, takes nothing that was typed into a new case', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.keyboard.press('Control+n')
  const name = page.getByLabel('Фамилия')
  await name.fill('Бекқожина')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog')
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(name).toHaveValue('Бекқожина')
})

test('a text that a field has no room for is not pasted in part', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.keyboard.press('Control+n')
  await page.getByRole('radio', { name: /Вопрос/ }).check()
  const address = page.getByRole('textbox', { name: 'Почтовый адрес' })
  await address.fill('г. Алматы')
  expect(await isPasted(address, 'ұ'.repeat(10_000))).toBe(false)
  await expect(page.getByText('Не вставлено: в тексте 10000 знаков, а в поле помещается 500.')).toBeVisible()
  await expect(address).toHaveValue('г. Алматы')
  expect(await isPasted(address, 'ұ'.repeat(400))).toBe(true)
})

/** Whether the page leaves it to the browser to put a text in. */
function isPasted(field: Locator, text: string): Promise<boolean> {
  return field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    return element.dispatchEvent(event)
  }, text)
}

test('the window asks before it closes over a form that is half filled', async ({ desk }) => {
  const { app, page } = desk
  await setUp(desk)
  await page.keyboard.press('Control+n')
  await page.getByLabel('Фамилия').fill('Ким')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await page.getByRole('dialog').getByRole('button', { name: 'Остаться' }).click()
  await expect(page.getByLabel('Фамилия')).toHaveValue('Ким')
  const closed = page.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Уйти|Не сохранять/ })
    .click()
  await closed
})

test('the officer confirms a rule that she has compared with the law', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'Правила и календарь' }).click()
  const rule = page.getByRole('article', { name: 'Ответ или мотивированный отказ' })
  await expect(rule.getByText('правило не подтверждено')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await rule.getByRole('button', { name: /Подтвердить/ }).click()
  await page.getByRole('button', { name: 'Да, срок совпадает' }).click()
  await expect(rule.getByText(/сверено: Ә. Қалиева/)).toBeVisible()
})

for (const [scheme, lang, title] of [
  ['light', 'Русский', 'Обращения'],
  ['dark', 'Қазақша', 'Өтініштер'],
  ['light', 'English', 'Cases'],
] as const) {
  test(`the desk is accessible: ${scheme}, ${lang}`, async ({ desk }) => {
    const { app, page } = desk
    await app.evaluate(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme
    }, scheme)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await setUp(desk)
    await page.getByRole('button', { name: /^Язык/ }).click()
    await page
      .getByRole('menuitemradio', { name: lang })
      .or(page.getByRole('menuitem', { name: lang }))
      .click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    for (const key of ['1', '3', '4', '5', '6', '7']) {
      await page.keyboard.press(`Control+${key}`)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeHidden()
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Control+2')
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    }
    await page.keyboard.press('Control+n')
    await expect(page.getByRole('form').first()).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })
}

test('a card, the composer, the record and each section of the settings are accessible in the dark, in Kazakh', async ({
  desk,
}) => {
  const { app, page } = desk
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await setUp(desk)
  await registerByHand(page, { kind: 'Запрос о данных', familyName: 'Сапарова' })
  await page.getByRole('button', { name: /^Язык/ }).click()
  await page.getByRole('menuitemradio', { name: 'Қазақша' }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+e')
  await page.getByText(/^Бағдарлама өзі қояды/).click()
  await expect(page.locator('canvas').first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+8')
  const tabs = page.getByRole('radiogroup').first().locator('label')
  await expect(tabs).toHaveCount(3)
  for (const tab of await tabs.all()) {
    await tab.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText((await tab.textContent()) ?? '')
    expect(await faultsOf(page)).toEqual([])
  }
  await page.keyboard.press('Control+7')
  const sections = page.getByRole('navigation', { name: 'Баптаулар' }).getByRole('button')
  await expect(sections).toHaveCount(settingsSections.length)
  for (const section of await sections.all()) {
    await section.click()
    const title = (await section.textContent()) ?? ''
    await expect(page.getByRole('region', { name: title, exact: true })).toBeVisible()
    expect(await faultsOf(page), title).toEqual([])
  }

  // The last of them tells the version, and what the program is made of with each licence to read.
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  await expect(page.getByText(version, { exact: true })).toBeVisible()
  const licences = page.getByRole('region', { name: 'Үшінші тарап құрамдастары және олардың лицензиялары' })
  for (const name of ['electron', 'pdfkit', 'Noto Serif'])
    await expect(licences.locator('summary', { hasText: new RegExp(`^${name} `) })).toBeVisible()
  await licences.locator('summary', { hasText: /^pdfkit / }).click()
  await expect(licences.locator('details[open] pre')).toContainText('Permission is hereby granted')
})
