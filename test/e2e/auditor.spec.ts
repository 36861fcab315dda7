import { expect, type Locator, type Page } from '@playwright/test'
import { addDays } from '../../src/core/calendar/days.ts'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { settingsSections } from '../../src/renderer/navigation.ts'
import { ru } from '../../src/renderer/i18n/ru.ts'
import { faultsOf, test } from './desk.ts'
import { call } from './locks.ts'

const auditorPassphrase = 'медь глина порох сургуч'
test.use({ madeBy: { script: 'audited-vault.ts', told: [auditorPassphrase] } })

const refusal = ru.errors.auditorReadsOnly({}).what
const tomorrow = addDays(almatyDate(Date.now()), 1).split('-').toReversed().join('.')

async function openCase(page: Page, number: RegExp): Promise<void> {
  await page.keyboard.press('Control+2')
  await page.getByText('Все', { exact: true }).click()
  await page.getByRole('row', { name: number }).getByRole('button').first().click()
  await page.getByRole('heading', { name: /^Обращение № / }).waitFor()
}

async function openIncoming(page: Page, show: 'waiting' | 'settled'): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByText(ru.incoming.shows[show], { exact: true }).click()
}

async function openMessage(page: Page, subject: string): Promise<void> {
  await openIncoming(page, 'waiting')
  await page.getByRole('button', { name: subject }).click()
  await page.getByRole('heading', { name: subject }).waitFor()
}

async function openControl(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+8')
  await page.getByRole('radiogroup', { name: ru.audit.tab }).getByText(title, { exact: true }).click()
}

async function openSection(page: Page, section: (typeof settingsSections)[number]): Promise<void> {
  await page.keyboard.press('Control+7')
  const name = ru.settings.sections[section]
  await page.getByRole('navigation', { name: 'Настройки' }).getByRole('button', { name, exact: true }).click()
}

type Screen = readonly [name: string, open: (page: Page) => Promise<void>]

const screens: readonly Screen[] = [
  ['the day', (page) => page.keyboard.press('Control+1')],
  ['the list', (page) => page.keyboard.press('Control+2')],
  ['an open case', (page) => openCase(page, /ДС-(?!2024)\d+-0001/)],
  ['a blocked case', (page) => openCase(page, new RegExp(ru.words.kinds.rectification))],
  ['a closed case', (page) => openCase(page, /ДС-2024-0001/)],
  ['what came in', (page) => openIncoming(page, 'waiting')],
  ['what became of it', (page) => openIncoming(page, 'settled')],
  ['a request that waits', (page) => openMessage(page, 'Запрос персональных данных')],
  ['another message', (page) => openMessage(page, 'Спасибо')],
  ['blockings', (page) => page.keyboard.press('Control+4')],
  ['the list of those not to be mailed', (page) => page.keyboard.press('Control+5')],
  ['mail on its way out', (page) => page.keyboard.press('Control+6')],
  ['the record', (page) => openControl(page, ru.audit.title)],
  ['evidence', (page) => openControl(page, ru.evidence.title)],
  ['retention', (page) => openControl(page, ru.retention.title)],
  ...settingsSections.map((section): Screen => [section, (page) => openSection(page, section)]),
  [
    'the text of a letter',
    async (page) => {
      await openSection(page, 'texts')
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Изменить|^Открыть/ })
        .first()
        .click()
    },
  ],
]

const enabled = (page: Page): Locator =>
  page.getByRole('main').locator('button:enabled:visible:not(nav button)')

/** Fills in what a form asks for, so that nothing but the gate is left to refuse. */
async function fillIn(within: Locator): Promise<void> {
  for (const choice of await within.locator('[role="radiogroup"]').all())
    await choice.getByRole('radio').first().check({ force: true })
  for (const field of await within.locator('input:enabled:visible, textarea:enabled:visible').all()) {
    const { type, value, placeholder } = await field.evaluate((element) => {
      const input = element as HTMLInputElement
      return { type: input.type, value: input.value, placeholder: input.placeholder }
    })
    if (value !== '' || (await field.getAttribute('readonly')) !== null) continue
    if (['text', 'email', 'password', 'textarea'].includes(type))
      await field.fill(placeholder === ru.desk.date.placeholder ? tomorrow : 'Проверка')
  }
}

/** Presses a button and, where it asks, agrees. */
async function pressAndAgree(page: Page, button: Locator): Promise<void> {
  await button.click()
  const dialog = page.getByRole('dialog').last()
  if (!(await dialog.isVisible())) return
  await fillIn(dialog)
  const last = dialog.locator('button:enabled:visible').last()
  if (await last.isVisible()) await last.click()
}

/** How often a refusal was told since it was asked for last. */
async function refusals(page: Page): Promise<number> {
  // What was pressed before is answered before this, a refusal at once; then it is shown.
  await call(page, 'vault.status', {})
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return (window as unknown as { refused: string[] }).refused.splice(0).length
  })
}

test('an auditor finds nothing on any screen that is refused when pressed', async ({ desk }) => {
  test.slow()
  const { app, page } = desk
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
  })
  await page.getByLabel('Парольная фраза', { exact: true }).fill(auditorPassphrase)
  await page.keyboard.press('Enter')
  await page.getByText('только чтение').waitFor()
  await page.evaluate((said) => {
    window.print = () => undefined
    const refused: string[] = []
    Object.assign(window, { refused })
    new MutationObserver(() => {
      for (const alert of document.querySelectorAll('[role="alert"]'))
        if (alert.textContent.includes(said)) refused.push(alert.textContent)
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  }, refusal)
  const refused: string[] = []
  for (const [screen, open] of screens) {
    await open(page)
    await expect(page.getByRole('main').locator('h1')).toBeVisible()
    expect([screen, ...(await faultsOf(page))]).toEqual([screen])
    const buttons = await enabled(page).count()
    const pressed = new Set<string>()
    for (let index = 0; index < buttons; index += 1) {
      await open(page)
      await fillIn(page.getByRole('main').locator('form'))
      const button = enabled(page).nth(index)
      if (!(await button.isVisible())) continue
      const name = await button.evaluate(
        (element) => element.getAttribute('aria-label') ?? element.textContent,
      )
      // One of a list does for all of it.
      const kind = name.replace(/[:«\d].*/, '')
      if (pressed.has(kind)) continue
      pressed.add(kind)
      await pressAndAgree(page, button)
      if ((await refusals(page)) > 0) refused.push(`${screen}: ${name}`)
      while (await page.getByRole('dialog').first().isVisible()) await page.keyboard.press('Escape')
    }
    expect(refused).toEqual([])
  }
})
