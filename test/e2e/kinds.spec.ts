import { expect, type Page } from '@playwright/test'
import { registerByHand, setUp, test, typedDate } from './desk.ts'

type Journey = {
  kind: string
  request?: { fields?: Record<string, string>; choices?: string[] }
  /** From the receipt to the decision. */
  work: (page: Page) => Promise<void>
  /** Fields of the letter that answers, by label. */
  letter?: Record<string, string>
  ticked?: string[]
  /** What is still done with a closed case. */
  afterwards?: (page: Page) => Promise<void>
}

async function step(
  page: Page,
  name: string | RegExp,
  fill: Record<string, string> = {},
  radio?: string,
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (radio) await dialog.getByRole('radio', { name: radio, exact: true }).check()
  for (const [label, text] of Object.entries(fill)) await dialog.getByLabel(label).fill(text)
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(dialog).toBeHidden()
}

const verify = (page: Page, method = 'Документ предъявлен лично'): Promise<void> =>
  step(page, 'Установить личность', { 'Что сверено': 'Имя и дата рождения' }, method)
const block = (page: Page): Promise<void> =>
  step(page, 'Заблокировать данные', { 'Какие данные и в каких системах': 'Номер телефона' })
const unblock = (page: Page): Promise<void> =>
  step(page, 'Снять блокирование', { 'Почему снято': 'Проверка окончена' })
const grant = (page: Page): Promise<void> => step(page, 'Принять решение', {}, 'Удовлетворить')
const execute = (page: Page): Promise<void> =>
  step(page, 'Отметить исполнение', { 'Что сделано': 'Исполнено' })

/** Data were found in one system and dealt with; in the others there are none. */
async function search(page: Page, deed: string | null): Promise<void> {
  await page.getByRole('button', { name: /^Отметить: .*CRM/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Какие именно данные').fill('телефон')
  if (deed) {
    await dialog.getByRole('combobox', { name: 'Что сделано с данными' }).click()
    await page.getByRole('option', { name: deed }).click()
  }
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'В остальных данных нет' }).click()
  await expect(page.getByText(/Проверено 7 из 7/)).toBeVisible()
}

const journeys: readonly Journey[] = [
  {
    kind: 'Запрос о данных',
    work: async (page) => {
      await verify(page)
      await search(page, null)
      await grant(page)
    },
    ticked: ['Цели обработки', 'Категории данных'],
    letter: { 'Кому переданы данные': 'Никому' },
  },
  {
    kind: 'Изменение данных',
    request: { fields: { 'Что исправить и какие данные верны': 'Телефон' } },
    work: async (page) => {
      await block(page)
      await verify(page)
      await search(page, 'Изменены')
      await grant(page)
      await execute(page)
      await unblock(page)
    },
  },
  {
    kind: 'Блокирование данных',
    request: {
      choices: ['Данные неточны'],
      fields: { 'Какие данные заблокировать и почему': 'Телефон не мой' },
    },
    work: async (page) => {
      await block(page)
      await verify(page)
      await search(page, 'Уничтожены')
      await grant(page)
      await execute(page)
      await unblock(page)
    },
    letter: { 'Что установлено проверкой': 'Телефон внесён по ошибке.' },
  },
  {
    kind: 'Уничтожение данных',
    request: {
      choices: ['Данные больше не нужны для цели, ради которой собраны'],
      fields: { 'Какие данные уничтожить': 'Все' },
    },
    work: async (page) => {
      await verify(page)
      await search(page, 'Уничтожены')
      await grant(page)
      await execute(page)
    },
  },
  {
    kind: 'Отзыв согласия',
    request: { fields: { 'Какое согласие отозвано': 'На обработку' } },
    work: async (page) => {
      await verify(page)
      await search(page, 'Обработка прекращена')
      await grant(page)
      await execute(page)
    },
  },
  {
    kind: 'Отказ от рассылки',
    request: { fields: { Телефон: '+7 701 000 00 08' } },
    work: (page) => execute(page),
  },
  {
    kind: 'Претензия',
    request: { fields: { Требование: 'Возместить ущерб', 'Сумма, тенге': '1 500 000,50' } },
    work: async (page) => {
      await page.getByRole('button', { name: 'Взять в работу' }).click()
      await grant(page)
    },
    letter: {
      'Установленные обстоятельства и обоснование': 'Ущерб подтверждён.',
      'Принятые меры, по одной в строке': 'Выплата',
    },
    afterwards: async (page) => {
      await step(page, 'Отметить передачу в суд', {
        'Куда и что передано': 'Районный суд, ответ на претензию',
      })
      const fact = page.getByText('Передано в суд', { exact: true }).locator('..')
      await expect(fact).toContainText(typedDate(0))
      const history = page.getByRole('region', { name: 'История' })
      await expect(history.getByText('Спор передан в суд')).toBeVisible()
    },
  },
  {
    kind: 'Вопрос, предложение',
    work: async (page) => {
      await page.getByRole('button', { name: 'Взять в работу' }).click()
      await expect(page.getByText('внутренний срок').first()).toBeVisible()
    },
    letter: { Ответ: 'Данные хранятся в Казахстане.' },
  },
  {
    kind: 'Запрос уполномоченного органа',
    request: {
      fields: {
        'Орган, который запрашивает': 'Пример органа',
        'Исходящий номер заявителя': '01-7/123',
        'Дата письма заявителя': typedDate(-1),
        'Срок, указанный в запросе': typedDate(20),
      },
    },
    work: async (page) => {
      await verify(page, 'Официальное письмо органа: реквизиты и подпись')
      await search(page, null)
      await grant(page)
    },
    letter: { 'Ответ по существу запроса': 'Сведения приложены.' },
  },
]

/** The answer leaves on paper: nobody left an address. */
async function answer(page: Page, letter: Record<string, string>, ticked: string[] = []): Promise<void> {
  await page.getByRole('button', { name: 'Написать ответ' }).click()
  for (const group of ticked) {
    const boxes = page.getByRole('group', { name: group }).getByRole('checkbox')
    await boxes.first().check()
  }
  for (const [label, text] of Object.entries(letter))
    await page.getByRole('textbox', { name: label }).fill(text)
  await page.getByRole('button', { name: 'Выпустить письмо' }).click()
  await page.getByRole('button', { name: 'Выпустить', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(dialog).toBeHidden()
}

for (const { kind, request = {}, work, letter = {}, ticked, afterwards } of journeys) {
  test(`from receipt to closing: ${kind}`, async ({ desk }) => {
    const { page } = desk
    await setUp(desk)
    await registerByHand(page, { kind, familyName: 'Нұрлыбекова', ...request })
    await work(page)
    await answer(page, letter, ticked)
    await page.getByRole('button', { name: 'Закрыть обращение' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Закрыть обращение' }).click()
    await expect(page.getByRole('button', { name: 'Вернуть в работу' })).toBeVisible()
    await afterwards?.(page)
  })
}

test('out of a refusal grows a claim, and each of the two cases tells of the other', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, { kind: 'Запрос о данных', familyName: 'Нұрлыбекова' })
  const number =
    /[^ ]+$/.exec(await page.getByRole('heading', { name: /^Обращение № / }).innerText())?.[0] ?? ''
  await page.getByRole('button', { name: 'Принять решение' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Отказать', exact: true }).check()
  await dialog.getByRole('radio', { name: 'Личность не подтверждена' }).check()
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Зарегистрировать претензию' })).toBeHidden()
  await expect(page.getByRole('region', { name: 'Установление личности' })).toContainText('не установлена')
  // Nothing is offered that would be refused once something is decided.
  for (const name of ['Присоединить', 'Добавить представителя', 'Исправить сведения'])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  await answer(page, { 'Обоснование отказа': 'Документ не предъявлен.' })

  await page.getByRole('button', { name: 'Зарегистрировать претензию' }).click()
  await expect(page.getByText(`Претензия по обращению № ${number}`)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Претензия' })).toBeChecked()
  await expect(page.getByLabel(/^Фамилия/)).toHaveValue('Нұрлыбекова')
  await page.getByRole('textbox', { name: 'Требование' }).fill('Дать ответ по существу')
  await page.getByRole('button', { name: 'Зарегистрировать', exact: true }).click()

  const related = page.getByRole('region', { name: 'Связанные обращения' })
  await expect(related.getByRole('listitem')).toContainText(
    `выросло из обращения ${number} · Запрос о данных`,
  )
  await related.getByRole('button', { name: number, exact: true }).click()
  await expect(page.getByRole('heading', { name: `Обращение № ${number}` })).toBeVisible()
  await expect(related.getByRole('listitem')).toContainText(/за ним последовало .+ · Претензия/)
})
