import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test as alone } from '@playwright/test'
import { attachmentsOf } from '../pdf/structure.ts'
import { textOf } from '../pdf-text.ts'
import { faultsOf, leaving, passphrase, registerByHand, setUp, test } from './desk.ts'
import { launchApp } from './launch.ts'
import { bodyOf, chooseLang, issueLetter, openComposer, previewed, watchPolicy } from './letters.ts'

const request = { kind: 'Запрос о данных', familyName: 'Сапарова' }

test('the text of a letter is edited as rich text, and the preview is what is issued', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  const refused = await watchPolicy(page)
  await registerByHand(page, request)
  await openComposer(page)
  const body = await bodyOf(page, 'Текст письма')
  await expect(body).toContainText('зарегистрировано в журнале')
  await expect(page.getByRole('button', { name: /^Отменить/ })).toBeDisabled()

  await body.press('Control+End')
  await body.press('Enter')
  await page.getByRole('button', { name: /^Полужирный/ }).click()
  await page.keyboard.type('Просим прийти лично.')
  await page.getByRole('button', { name: 'Вставить таблицу' }).click()
  for (const cell of ['День', 'Время', 'Понедельник', 'С 9 до 12']) {
    await page.keyboard.type(cell)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('Среда')
  expect(await faultsOf(page)).toEqual([])
  await expect(previewed(page)).toContainText('Просим прийти лично.')
  await expect(previewed(page)).toContainText('Среда')
  await issueLetter(page)
  await expect(page.getByText('текст изменён').first()).toBeVisible()

  const pdf = await issuedPdf(page)
  const words = await textOf(pdf)
  expect(words).toContain('Просим прийти лично. День Время Понедельник С 9 до 12 Среда')
  expect(attachmentsOf(Buffer.from(pdf))).toEqual([])
  expect(await refused()).toEqual([])
})

test('what is pasted comes down to what a letter can be, and one goes back to the proposed text', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  const refused = await watchPolicy(page)
  await registerByHand(page, request)
  await openComposer(page)
  const body = await bodyOf(page, 'Текст письма')
  await body.press('Control+a')
  await body.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, pasted)
  await expect(body.locator('strong')).toHaveText('жирное')
  await expect(body.locator('ol, script, a, img, u, [style*="color"]')).toHaveCount(0)
  await expect(body.locator('li')).toHaveCount(2)
  await expect(body.locator('tr')).toHaveCount(2)
  await expect(previewed(page)).toContainText('Красное и жирное')
  await expect(previewed(page)).toContainText('Обе 1 2')
  expect(await page.evaluate(() => (window as { ran?: string }).ran)).toBeUndefined()

  await page.getByRole('button', { name: 'Вернуть предложенный текст' }).click()
  await expect(body).toContainText('зарегистрировано в журнале')
  await expect(body).not.toContainText('Красное')
  await body.press('Control+z')
  await expect(body).toContainText('Красное')
  await body.press('Control+a')
  await body.press('Delete')
  await expect(page.getByText('Заполните: Текст письма')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Выпустить письмо' })).toBeDisabled()
  // Styles and handlers of what was pasted are refused where the editor takes it apart; nothing else is even tried.
  expect((await refused()).filter((line) => !/^(style|script)-src-attr /.test(line))).toEqual([])
})

const pasted = `<p style="color:red">Красное и <b>жирное</b> <a href="https://example.com">ссылка</a></p>
  <script>window.ran = 'script'</script><img src="x" onerror="window.ran='image'">
  <ol><li>Один</li><li><u>Два</u></li></ol>
  <table style="width:100%"><tr><td colspan="2">Обе</td></tr><tr><td>1</td><td>2</td></tr></table>`

test('a letter in both languages is issued only when its differences are mended or accepted by name', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, request)
  await openComposer(page)
  await chooseLang(page, 'На двух языках')
  const kazakh = await bodyOf(page, 'Текст письма (Қазақша)')
  const russian = await bodyOf(page, 'Текст письма (Русский)')
  await expect(previewed(page)).toContainText(/Құрметті өтініш беруші!.*Уважаемый заявитель!/s)
  expect(await page.getByText(/^Расхождения между языками/).count()).toBe(0)

  await kazakh.press('Control+End')
  await kazakh.press('Enter')
  await page.keyboard.type('Мерзімі – 2026 жылғы 25 қараша.')
  await russian.press('Control+End')
  await russian.press('Enter')
  await page.keyboard.type('Срок – 26 ноября 2026 года.')
  const conflict = page.getByRole('region', { name: 'Расхождения между языками: 1' })
  await expect(conflict.getByRole('row', { name: /даты 25\.11\.2026 26\.11\.2026/ })).toBeVisible()
  const issue = page.getByRole('button', { name: 'Выпустить письмо' })
  await expect(issue).toBeDisabled()
  expect(await faultsOf(page)).toEqual([])

  await conflict.getByRole('checkbox', { name: /расхождения принимаю: Ә\. Қалиева/ }).check()
  await expect(issue).toBeEnabled()
  await russian.press('Control+End')
  await page.keyboard.type(' Пункт 7.')
  await expect(page.getByRole('region', { name: 'Расхождения между языками: 2' })).toBeVisible()
  await expect(issue).toBeDisabled()
  await page.getByRole('checkbox', { name: /расхождения принимаю/ }).check()
  await issueLetter(page)
  await expect(page.getByText('Расхождения между языками письма приняты')).toBeVisible()
  await expect(page.getByText('На двух языках').first()).toBeVisible()
})

test('a letter is saved and printed as it is shown, and carries its record when that is wanted', async ({
  desk,
}) => {
  const { app, page } = desk
  await setUp(desk)
  await registerByHand(page, request)
  await openComposer(page)
  await page.getByRole('checkbox', { name: /Приложить данные обращения/ }).check()
  await expect(page.getByText('Черновик сохранён')).toBeVisible()
  await issueLetter(page)
  await page.getByRole('button', { name: 'Открыть', exact: true }).click()
  const view = page.getByRole('dialog')
  await expect(view.locator('canvas').first()).toBeVisible()

  const folder = mkdtempSync(join(tmpdir(), 'zhauap-letter-'))
  const filePath = join(folder, 'letter.pdf')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
  await view.getByRole('button', { name: 'Сохранить PDF' }).click()
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  const saved = readFileSync(filePath)
  rmSync(folder, { recursive: true })
  expect(saved.equals(Buffer.from(await issuedPdf(page)))).toBe(true)
  expect(await leaving(page, 'paperSaved')).toEqual([
    { paper: 'letter', name: expect.stringMatching(/\.pdf$/) },
  ])
  expect(attachmentsOf(saved)).toMatchObject([{ relationship: 'Data' }])

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await view.getByRole('button', { name: 'Печать' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
  expect(await leaving(page, 'printed')).toEqual([{ paper: 'letter', name: expect.stringMatching(/\.pdf$/) }])
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet img')
  await expect(sheet).toHaveCount(1)
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('main')).toBeHidden()
  await expect(view).toBeHidden()
  // A4 upright at 200 dots an inch.
  const size = await sheet.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
  expect(size).toEqual([1653, 2338])
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(sheet).toHaveCount(0)
})

alone('a draft outlives the program, and goes when the letter is begun again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhauap-draft-'))
  const launch = () => launchApp({ args: [`--vault=${join(folder, 'vault')}`] })
  const first = await launch()
  try {
    const page = await first.firstWindow()
    await setUp({ app: first, page, vault: folder })
    await registerByHand(page, request)
    await openComposer(page)
    await chooseLang(page, 'Қазақша')
    await page.getByLabel(/^Кому/).fill('С. Сапароваға')
    const body = await bodyOf(page, 'Текст письма')
    await body.press('Control+End')
    await page.keyboard.type(' Жобадағы сөздер.')
    // The window keeps what is on it before it closes.
    const closed = page.waitForEvent('close')
    await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await closed
  } finally {
    await first.close()
  }
  const second = await launch()
  try {
    const page = await second.firstWindow()
    await page.getByLabel('Парольная фраза').fill(passphrase)
    await page.getByRole('button', { name: 'Открыть', exact: true }).click()
    await page.getByRole('row', { name: /Сапарова/ }).click()
    await openComposer(page)
    await expect(page.getByText('Черновик сохранён')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Қазақша' })).toBeChecked()
    await expect(page.getByLabel(/^Кому/)).toHaveValue('С. Сапароваға')
    const body = await bodyOf(page, 'Текст письма')
    await expect(body).toContainText('Жобадағы сөздер.')
    await page.getByRole('button', { name: 'Начать заново' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Начать заново' }).click()
    await expect(page.getByRole('radio', { name: 'Русский' })).toBeChecked()
    await expect(body).not.toContainText('Жобадағы сөздер.')
  } finally {
    await second.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** The bytes of the first letter, asked of the engine in the page. */
async function issuedPdf(page: Page): Promise<Uint8Array> {
  const bytes = await page.evaluate(async () => {
    type Wire = { call(name: string, input: unknown): Promise<{ value: { bytes: Uint8Array } }> }
    const { value } = await (window as unknown as { zhauap: Wire }).zhauap.call('letters.pdf', { id: 1 })
    return [...value.bytes]
  })
  return Uint8Array.from(bytes)
}

test('what the program puts in shows where it comes from, with the way there and back to the draft', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, request)
  await openComposer(page)
  const sources = page.getByRole('group').filter({ hasText: /^Программа вставит сама: / })
  await sources.locator('summary').click()
  await expect(sources.getByRole('listitem').filter({ hasText: 'входящий номер' })).toContainText('ДС-')
  expect(await faultsOf(page)).toEqual([])

  await sources.getByRole('button', { name: /^дата поступления: перейти/ }).click()
  await expect(page.getByRole('region', { name: 'Заявитель' })).toBeFocused()
  await page.getByRole('button', { name: 'Назад' }).click()
  await expect(page.getByRole('region', { name: 'Просмотр письма' })).toBeVisible()

  await sources.locator('summary').click()
  await sources.getByRole('button', { name: /^наименование организации: перейти/ }).click()
  await expect(page.getByLabel('Кто подписывает письма')).toBeVisible()
})
