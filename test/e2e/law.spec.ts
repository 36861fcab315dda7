import { expect } from '@playwright/test'
import { addDays } from '../../src/core/calendar/days.ts'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { faultsOf, leaving, registerByHand, setUp, test, workingDayFrom } from './desk.ts'

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
  await expect(page.getByText(/по правилу \d\d\.\d\d/).first()).toBeVisible()
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
  expect(await leaving(page, 'printed')).toMatchObject([{ paper: 'reckoning' }])
  // Both ways, the reason of the extension, and where the rule and the calendar were taken from.
  await expect(sheet.getByRole('heading', { name: 'По правилу' })).toBeVisible()
  await expect(sheet.getByText(/Нужен ответ подрядчика/)).toBeVisible()
  await expect(sheet.getByText(/Календарь \d{4} года/).first()).toBeVisible()
  for (const [lang, title, byRule] of [
    ['Қазақша', /Мерзімді есептеу/, 'Қағида бойынша'],
    ['English', /How the date was counted/, 'By the rule'],
  ] as const) {
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: /^(Язык|Тіл)/ }).click()
    await page.getByRole('menuitemradio', { name: lang }).click()
    await page.getByRole('button', { name: /(есептеуді басып шығару|есепті басып|print the)/i }).click()
    await page.emulateMedia({ media: 'print' })
    await expect(sheet.getByRole('heading', { name: title })).toBeVisible()
    await expect(sheet.getByRole('heading', { name: byRule })).toBeVisible()
  }
})

test('no date is counted in a year without a calendar, and the way to enter one is shown', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, { kind: 'Вопрос', familyName: 'Оспанов' })
  const year = Math.max(...loadPacks('resources').calendar.keys()) + 1
  await page.getByRole('button', { name: 'Продлить' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Новый последний день' }).fill(`10.01.${year}`)
  await dialog.getByLabel('Причина').fill('Нужен ответ подрядчика')
  await dialog.getByLabel('На каком основании').fill('Порядок, п. 7')
  await dialog.getByRole('button', { name: 'Записать' }).click()
  const refusal = dialog.getByRole('alert')
  await expect(refusal).toContainText(`Для ${year} года нет производственного календаря`)
  await expect(refusal).toContainText('Проверьте дату. Если она верна, внесите календарь')
  expect(await faultsOf(page)).toEqual([])
  await refusal.getByRole('button', { name: `Открыть календарь ${year} года` }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Правила и календарь' })).toBeVisible()
  // The form begins with the very year that is missing.
  await page.getByRole('button', { name: 'Добавить год' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Год', exact: true })).toHaveValue(String(year))
  await dialog.getByRole('button', { name: 'Отмена' }).click()

  await page.getByRole('button', { name: 'Обращения', exact: true }).click()
  await page.getByRole('row', { name: /Оспанов/ }).click()
  await expect(page.getByText(/продлён до/)).toHaveCount(0)
})

/** What an officer reads of the days after 3 May 2024: Saturday worked, three days off, and who says so. */
const readings = [
  {
    lang: 'Русский',
    saturday: 'сб',
    words: { off: 'вых.', holiday: 'праздник', due: 'срок' },
    notes: [
      '04.05 — Рабочая суббота вместо среды 8 мая (рабочий выходной)',
      '07.05 — День защитника Отечества',
      '08.05 — День отдыха, перенесённый с субботы 4 мая',
      '09.05 — День Победы',
    ],
    source: /^Календарь 2024 года \(официальный\): Приказ Министра труда .*G24G0000109/,
  },
  {
    lang: 'Қазақша',
    saturday: 'сб',
    words: { off: 'дем.', holiday: 'мереке', due: 'мерзім' },
    notes: [
      '04.05 — 8 мамыр сәрсенбінің орнына жұмыс сенбісі (жұмыс істейтін демалыс күні)',
      '07.05 — Отан қорғаушы күні',
      '08.05 — 4 мамыр сенбіден ауыстырылған демалыс күні',
      '09.05 — Жеңіс күні',
    ],
    source: /^2024 жылғы күнтізбе \(ресми\): ҚР Еңбек .*G24G0000109/,
  },
  {
    lang: 'English',
    saturday: 'Sa',
    words: { off: 'off', holiday: 'holiday', due: 'due' },
    notes: [
      '04.05 — Working Saturday instead of Wednesday 8 May (a day off that is worked)',
      '07.05 — Defender of the Fatherland Day',
      '08.05 — Day off moved from Saturday 4 May',
      '09.05 — Victory Day',
    ],
    source: /^Calendar of 2024 \(official\): Order of the Minister of Labour .*G24G0000109/,
  },
]

test('why a date is that date stands day by day in each language, with its source', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, {
    kind: 'Запрос о данных',
    familyName: 'Ахметов',
    fields: { 'Дата получения': '03.05.2024' },
  })
  const clock = page.getByRole('article').filter({ hasText: '10.05.2024' })
  await clock.getByRole('button', { name: 'Почему эта дата' }).click()
  const strip = clock.getByRole('table')
  for (const { lang, saturday, words, notes, source } of readings) {
    await page.getByRole('button', { name: /^(Язык|Тіл)/ }).click()
    await page.getByRole('menuitemradio', { name: lang }).click()
    await expect(strip.getByRole('columnheader').nth(5)).toHaveText(saturday)
    const { off, holiday, due } = words
    const weeks = [
      ['', '', '', '', '03.05 0', '04.05 1', `05.05 ${off}`],
      ['06.05 2', `07.05 ${holiday}`, `08.05 ${holiday}`, `09.05 ${holiday}`, `10.05 3 ${due}`],
    ]
    await expect(strip.getByRole('cell')).toHaveText(weeks.flat(), { useInnerText: true })
    await expect(clock.getByRole('listitem')).toHaveText(notes)
    await expect(clock.getByText(source)).toBeVisible()
  }
})
