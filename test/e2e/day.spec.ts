import { expect, type Page } from '@playwright/test'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import {
  dropFiles,
  faultsOf,
  passphrase,
  registerByHand,
  setUp,
  test,
  typedDate,
  workingDayFrom,
} from './desk.ts'

test('the day shows what is due, the month by keys, and both leave as paper and as a calendar', async ({
  desk,
}) => {
  const { app, page } = desk
  await setUp(desk)
  await registerByHand(page, {
    kind: 'Претензия',
    familyName: 'Жүнісова',
    fields: { Требование: 'Возместить ущерб' },
  })
  // Whatever day the test runs on, this one is due today or, on a day off, on the next working day.
  await registerByHand(page, {
    kind: 'Запрос уполномоченного органа',
    familyName: 'Сейітов',
    fields: {
      'Орган, который запрашивает': 'Пример органа',
      'Исходящий номер заявителя': '01-7/123',
      'Дата письма заявителя': typedDate(0),
      'Срок, указанный в запросе': typedDate(0),
    },
  })
  await page.keyboard.press('Control+n')
  await page.getByRole('radio', { name: 'Вопрос, предложение' }).check()
  await page.getByRole('textbox', { name: 'Дата получения' }).fill(typedDate(-90))
  await page.getByLabel('Фамилия').fill('Ахметов')
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await expect(page.getByRole('heading', { name: /^Обращение № / })).toBeVisible()
  await page.keyboard.press('Control+2')
  const howLate = await page
    .getByRole('row', { name: /Ахметов/ })
    .getByText(/^просрочено на \d+/)
    .innerText()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('row').filter({ hasText: 'Ахметов' })).toContainText(howLate)
  await expect(page.getByRole('heading', { name: /^Сегодня, \d\d\.\d\d\.\d{4}$/ })).toBeVisible()
  const line = page.getByRole('row').filter({ hasText: 'Сейітов' }).first()
  await expect(line).toContainText(/раб\. (ч|мин)/)
  expect(await faultsOf(page)).toEqual([])
  await line.getByRole('button').click()
  await expect(page.getByRole('heading', { name: /^Обращение № / })).toBeVisible()
  await page.keyboard.press('Control+1')

  await page.getByText('Месяц', { exact: true }).click()
  const grid = page.getByRole('grid')
  const here = grid.locator('[tabindex="0"]')
  const before = await here.getAttribute('data-date')
  await here.focus()
  await page.keyboard.press('ArrowDown')
  await expect(here).toBeFocused()
  expect(await here.getAttribute('data-date')).not.toBe(before)
  const month = await grid.getAttribute('aria-label')
  await page.keyboard.press('PageDown')
  await expect(grid).not.toHaveAttribute('aria-label', month ?? '')
  await expect(here).toBeFocused()
  const date = ((await here.getAttribute('data-date')) ?? '').split('-').toReversed().join('.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: date })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])

  const folder = mkdtempSync(join(tmpdir(), 'zhauap-ics-'))
  const filePath = join(folder, 'due.ics')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
  await page.getByRole('button', { name: 'В календарь (.ics)' }).click()
  await expect
    .poll(() => existsSync(filePath) && readFileSync(filePath, 'utf8'))
    .toMatch(/END:VCALENDAR\r\n$/)
  const saved = readFileSync(filePath, 'utf8')
  rmSync(folder, { recursive: true })
  expect(saved.match(/^BEGIN:VEVENT/gm)?.length).toBeGreaterThanOrEqual(2)
  expect(saved).not.toMatch(/Жүнісова|Сейітов/)
})

test('the tray tells how much is due, and goes when the vault is locked', async ({ desk }) => {
  const { app, page } = desk
  await setUp(desk)
  const trays = () =>
    app.evaluate(({ Tray }) => {
      type Seen = { toolTip: string; isDestroyed(): boolean }
      const { all } = Tray as unknown as { all: Seen[] }
      return all.filter((one) => !one.isDestroyed()).map(({ toolTip }) => toolTip)
    })
  await expect.poll(trays).toEqual(['Жауап: на сегодня 0, просрочено 0'])
  await page.keyboard.press('Control+2')
  await app.evaluate(({ Tray }) => {
    const [tray] = (Tray as unknown as { all: { emit(event: string): void }[] }).all
    tray?.emit('click')
  })
  await expect(page.getByRole('heading', { name: /^Сегодня, / })).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('button', { name: 'Открыть' })).toBeVisible()
  await expect.poll(trays).toEqual([])
})

test('a notification holds what it was given, and leads to the day sheet', async ({ desk }) => {
  const { app, page } = desk
  await setUp(desk)
  await page.evaluate(
    (notice) => {
      type Wire = { zhauap: { call(name: string, input: unknown): Promise<unknown> } }
      return (window as unknown as Wire).zhauap.call('desktop.notify', notice)
    },
    { title: 'Срок сегодня: 2', body: 'ДС-2026-0001' },
  )
  const shown = await app.evaluate(({ Notification }) => {
    type Seen = { title: string; body: string; emit(event: string): void }
    const [one] = (Notification as unknown as { shown: Seen[] }).shown.slice(-1)
    one?.emit('click')
    return one && { title: one.title, body: one.body }
  })
  expect(shown).toEqual({ title: 'Срок сегодня: 2', body: 'ДС-2026-0001' })
  await expect(page.getByRole('heading', { name: /^Сегодня, / })).toBeVisible()
})

/** Today is a working day from now on, as where the state moves days of rest; on a working day there is nothing to do. */
async function workToday(page: Page): Promise<void> {
  const today = almatyDate(Date.now())
  if (workingDayFrom(today) === today) return
  const changed = await page.evaluate(async (date) => {
    type Year = {
      year: number
      daysOff: { date: string }[]
      workingWeekends: { date: string; name: unknown }[]
    }
    type Wire = { zhauap: { call(name: string, input: unknown): Promise<{ value: unknown }> } }
    const { zhauap } = window as unknown as Wire
    const law = (await zhauap.call('deadlines.law', {})).value as { years: Year[] }
    const year = law.years.find((one) => one.year === Number(date.slice(0, 4)))
    if (!year) throw new Error(`no calendar has ${date}`)
    year.daysOff = year.daysOff.filter((day) => day.date !== date)
    if ([0, 6].includes(new Date(date).getUTCDay()))
      year.workingWeekends.push({ date, name: { ru: 'Перенос', kk: 'Ауыстыру', en: 'Moved' } })
    const change = { type: 'year', year }
    const { digest } = (await zhauap.call('deadlines.previewChange', { change })).value as { digest: string }
    return zhauap.call('deadlines.applyChange', { change, digest, move: false })
  }, today)
  expect(changed).toEqual({ ok: true, value: { moved: 0 } })
}

test('what is due is told once by itself, and not again after a lock', async ({ desk }) => {
  const { app, page } = desk
  await setUp(desk)
  await workToday(page)
  await registerByHand(page, {
    kind: 'Запрос уполномоченного органа',
    familyName: 'Сейітов',
    fields: {
      'Орган, который запрашивает': 'Пример органа',
      'Исходящий номер заявителя': '01-7/123',
      'Дата письма заявителя': typedDate(0),
      'Срок, указанный в запросе': typedDate(0),
    },
  })
  const heading = await page.getByRole('heading', { name: /^Обращение № / }).innerText()
  const number = heading.replace('Обращение № ', '')
  const shown = () =>
    app.evaluate(({ Notification }) => {
      const all = (Notification as unknown as { shown: { title: string; body: string }[] }).shown
      return all.map(({ title, body }) => ({ title, body }))
    })
  // The officer is told within her hours, the moment these say so.
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('button', { name: 'Организация' }).click()
  await page.getByLabel('Открытие').fill('00:00')
  await page.getByLabel('Закрытие').fill('23:59')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Сохранено')).toBeVisible()
  const once = [{ title: 'Срок сегодня: 1', body: number }]
  await expect.poll(shown).toEqual(once)

  await page.keyboard.press('Control+l')
  await page.getByLabel('Парольная фраза', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Открыть', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Настройки' })).toBeVisible()
  // The opened desk asked before this, so it had its answer, too: there is nothing to tell.
  const left = await page.evaluate(() => {
    type Wire = { zhauap: { call(name: string, input: unknown): Promise<unknown> } }
    return (window as unknown as Wire).zhauap.call('reminders.take', {})
  })
  expect(left).toEqual({ ok: true, value: { warned: 0, due: 0, late: 0, caseNumbers: [] } })
  expect(await shown()).toEqual(once)
})

test('all sections have room in each language in the smallest window', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.setViewportSize({ width: 1024, height: 700 })
  const files = ['1', '2'].map((name) => ({
    name: `${name}.eml`,
    bytes: Buffer.from(`From: a@example.com\r\nSubject: ${name}\r\n\r\n${name}`),
  }))
  await dropFiles(page, files)
  const band = page.locator('header').first()
  await expect(band.getByText('2', { exact: true })).toBeVisible()
  for (const [name, today] of [
    ['Қазақша', 'Бүгін'],
    ['English', 'Today'],
    ['Русский', 'Сегодня'],
  ] as const) {
    await page.getByRole('button', { name: /^(Язык|Тіл|Language)/ }).click()
    await page.getByRole('menuitemradio', { name }).click()
    await expect(band.getByRole('button', { name: today })).toBeVisible()
    for (const width of [1180, 1280, 1024]) {
      await page.setViewportSize({ width, height: 700 })
      expect(await band.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    }
    const heights = await band
      .locator('nav button')
      .evaluateAll((tabs) => tabs.map((tab) => tab.scrollHeight))
    expect(Math.max(...heights)).toBeLessThanOrEqual(52)
  }
})
