import { expect } from '@playwright/test'
import { addDays } from '../../src/core/calendar/days.ts'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { faultsOf, registerByHand, setUp, test, workingDayFrom } from './desk.ts'

const russian = (date: string): string => date.split('-').toReversed().join('.')

test('a change of the calendar shows what it moves, and moves it when the officer agrees', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, {
    kind: 'Претензия',
    familyName: 'Жүнісова',
    fields: { Требование: 'Возместить ущерб' },
  })
  const clock = page.getByRole('article', { name: /претензи/i }).first()
  const due = await clock
    .getByText(/^\d\d\.\d\d\.\d{4}/)
    .first()
    .innerText()
  const dueOn = due.slice(0, 10)

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('button', { name: 'Правила и календарь' }).click()
  const year = dueOn.slice(6)
  await page.getByText(year, { exact: true }).click()
  await page.getByRole('button', { name: `Изменить: Календарь ${year} года` }).click()
  const form = page.getByRole('form', { name: `Календарь ${year} года` })
  await form.getByRole('button', { name: 'Добавить день' }).first().click()
  const daysOff = form.getByRole('group', { name: /Нерабочие дни/ })
  await daysOff.getByRole('textbox', { name: 'Дата' }).last().fill(dueOn)
  for (const lang of ['ru', 'kk', 'en']) await daysOff.getByLabel(`Название (${lang})`).last().fill('Перенос')
  expect(await faultsOf(page)).toEqual([])
  await form.getByRole('button', { name: 'Что изменится' }).click()
  const preview = page.getByRole('region', { name: 'Что изменится' })
  await expect(preview.getByRole('row', { name: new RegExp(dueOn.replaceAll('.', '\\.')) })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Применить и перенести сроки' }).click()
  await expect(page.getByText(/Перенесено сроков: 1/)).toBeVisible()

  await page.getByRole('button', { name: 'Обращения' }).click()
  await page.getByRole('row', { name: /Жүнісова/ }).click()
  await expect(page.getByText('Срок пересчитан')).toBeVisible()
  await expect(clock.getByText(new RegExp(`^${due}`))).toHaveCount(0)
})

test('a clock is extended with a basis; both dates stay, and the reckoning is printed', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, { kind: 'Вопрос', familyName: 'Ким' })
  await page.getByRole('button', { name: 'Продлить' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(dialog.getByText('Назовите основание')).toBeVisible()
  const later = workingDayFrom(addDays(almatyDate(Date.now()), 60))
  await dialog.getByRole('textbox', { name: 'Новый последний день' }).fill(russian(later))
  await dialog.getByLabel('Причина').fill('Нужен ответ подрядчика')
  await dialog.getByLabel('На каком основании').fill('Порядок, п. 7')
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(page.getByText(`продлён до ${russian(later)}`).first()).toBeVisible()
  await expect(page.getByText(/по правилу: /).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Обращения', exact: true }).click()
  await expect(page.getByRole('row', { name: /Ким/ })).toContainText(/по правилу \d\d\.\d\d/)
  await page.getByRole('row', { name: /Ким/ }).click()
  await page.getByRole('button', { name: 'Почему эта дата' }).click()
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await page.getByRole('button', { name: 'Печать расчёта' }).click()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet')
  await expect(sheet.getByRole('heading', { name: /Расчёт срока · Обращение № ВП/ })).toBeVisible()
  await expect(sheet.getByText('Действующий срок')).toBeVisible()
  await expect(page.getByRole('main')).toBeHidden()
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
  // Both ways, the reason of the extension, and where the rule and the calendar were taken from.
  await expect(sheet.getByRole('heading', { name: 'По правилу' })).toBeVisible()
  await expect(sheet.getByText(/Нужен ответ подрядчика/)).toBeVisible()
  await expect(sheet.getByText(/Календарь \d{4} года/).first()).toBeVisible()
  for (const [lang, title, byRule] of [
    ['Қазақша', /Мерзімді есептеу/, 'Ереже бойынша'],
    ['English', /How the date was counted/, 'By the rule'],
  ] as const) {
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: /^(Язык|Тіл)/ }).click()
    await page.getByRole('menuitemradio', { name: lang }).click()
    await page.getByRole('button', { name: /(есептеуді басып шығару|есепті басып|print)/i }).click()
    await page.emulateMedia({ media: 'print' })
    await expect(sheet.getByRole('heading', { name: title })).toBeVisible()
    await expect(sheet.getByRole('heading', { name: byRule })).toBeVisible()
  }
})
