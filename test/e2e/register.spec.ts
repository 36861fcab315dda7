import { expect, type Page } from '@playwright/test'
import { faultsOf, registerByHand, setUp, test } from './desk.ts'

/** Registers cases through the wire, as the form does. */
async function seed(page: Page, count: number): Promise<void> {
  await page.evaluate(async (total) => {
    const { zhauap } = globalThis as unknown as {
      zhauap: { call: (name: string, input: object) => Promise<unknown> }
    }
    const { value } = (await zhauap.call('cases.summary', {})) as { value: { today: string } }
    const names = ['Нұрғалиев', 'Нургалиев', 'Әлиев', 'Ким', 'Жүнісова']
    const nothing = { ground: null, demand: 'Ответить', amountTiyn: null, referenceNumber: '' }
    for (let number = 0; number < total; number += 1) {
      await zhauap.call('cases.register', {
        kind: number % 3 === 0 ? 'claim' : 'access',
        channel: number % 2 === 0 ? 'paper' : 'phone',
        receivedOn: value.today,
        documentsEnclosed: false,
        applicant: {
          organisation: '',
          familyName: names[number % names.length],
          givenName: `№${number}`,
          patronymic: '',
          iin: '',
          address: '',
          email: '',
          phone: '',
          lang: 'ru',
        },
        representative: null,
        details: { ...nothing, referenceOn: null, statedDueOn: null },
        site: '',
        subject: '',
        text: '',
        emailId: null,
        attachments: [],
      })
    }
  }, count)
}

const total = 300

/** In how many of the first cases a letter stands, how many numbers were taken, and the greatest. */
async function lettersOf(page: Page, count: number): Promise<object> {
  const numbers = await page.evaluate(async (cases) => {
    const { zhauap } = globalThis as unknown as {
      zhauap: { call: (name: string, input: object) => Promise<unknown> }
    }
    const found: string[][] = []
    for (let id = 1; id <= cases; id += 1) {
      const { value } = (await zhauap.call('cases.card', { id })) as {
        value: { letters: { number: string }[] }
      }
      found.push(value.letters.map(({ number }) => number))
    }
    return found
  }, count)
  const taken = numbers.flat().map((number) => Number(number.split('-')[1]))
  return {
    cases: numbers.filter(({ length }) => length === 1).length,
    numbers: new Set(taken).size,
    last: Math.max(...taken),
  }
}

test('three hundred cases are searched, filtered, sorted, walked through and written to', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await seed(page, total)
  await page.getByRole('button', { name: 'Обращения', exact: true }).click()
  const rows = page.locator('[data-case-row]')
  const search = page.getByRole('textbox', { name: 'Поиск' })
  await page.getByText('Все', { exact: true }).click()

  // Without Kazakh letters: first those written so, then those that look like it.
  await search.fill('нургали')
  await expect(page.locator('tbody tr').filter({ has: rows }).first()).toContainText('Нургалиев')
  await page.locator('tbody').getByText('Нургалиев').first().waitFor()
  await search.fill('нұрғали')
  await expect(page.locator('tbody').getByText(/^Нургалиев/)).toHaveCount(0)
  await expect(
    page
      .locator('tbody')
      .getByText(/^Нұрғалиев/)
      .first(),
  ).toBeVisible()
  await search.fill('')

  await page.getByRole('button', { name: 'Отбор', exact: true }).click()
  await page.getByRole('combobox', { name: 'Вид' }).click()
  await page.getByRole('option', { name: 'Претензия' }).click()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Как пришло' }).click()
  await page.getByRole('option', { name: 'По телефону' }).click()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Вид' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Отбор: 2' })).toBeVisible()
  await expect(page.getByText('Показано 50 обращений')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Мои отборы' }).click()
  await page.getByLabel('Название').fill('Претензии по телефону')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Претензии по телефону', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Отбор: 2' }).click()
  await page.getByRole('button', { name: 'Сбросить' }).click()
  await page.keyboard.press('Escape')

  // By name, upwards: the alphabet of both languages.
  await page.getByRole('button', { name: 'Заявитель' }).click()
  await expect(page.getByRole('columnheader', { name: 'Заявитель' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(page.locator('tbody tr').filter({ has: rows }).first()).toContainText('Әлиев')

  // To the very last row by the keyboard: pages come as they are needed.
  await search.focus()
  await page.keyboard.press('ArrowDown')
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(page.getByText('Показано 300 обращений')).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('End')
  await expect(page.locator('[data-case-row="299"]')).toBeFocused()
  expect(await rows.count()).toBeLessThan(80)

  await page.keyboard.press('Space')
  await expect(page.getByText('Выбрано 1 обращение')).toBeVisible()
  await page.getByRole('button', { name: 'Снять выбор' }).click()
  await page.getByRole('button', { name: 'Мои отборы' }).click()
  await page.getByRole('button', { name: 'Претензии по телефону', exact: true }).click()
  await expect(page.getByText('Показано 50 обращений')).toBeVisible()

  // Letters to all of them are counted as they are issued, and one can stop: what was issued stays.
  await page.getByRole('button', { name: 'Отбор: 2' }).click()
  await page.getByRole('button', { name: 'Сбросить' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Выбрать все найденные' }).click()
  await expect(page.getByText(`Выбрано ${total} обращений`)).toBeVisible()
  await page.getByRole('button', { name: 'Написать письма' }).click()
  const dialog = page.getByRole('dialog', { name: 'Письма по выбранным обращениям' })
  await dialog.getByRole('button', { name: `Выпустить письма: ${total}` }).click()
  await expect(dialog.getByText(new RegExp(`^[1-9]\\d* из ${total}$`))).toBeVisible()
  await dialog.getByRole('button', { name: 'Остановить' }).click()
  const told = page.getByText(/^Остановлено\. Выпущено писем: \d+$/)
  const issued = Number(/\d+$/.exec(await told.innerText())?.[0])
  await expect(dialog).toBeHidden()
  expect(issued).toBeGreaterThan(0)
  expect(issued).toBeLessThan(total)
  expect(await lettersOf(page, total)).toEqual({ cases: issued, numbers: issued, last: issued })
})

test('cases are given to another officer and back; a note is found', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('button', { name: 'Сотрудники' }).click()
  await page.getByRole('button', { name: 'Добавить сотрудника' }).click()
  await page.getByLabel('Фамилия и инициалы').fill('Б. Ермеков')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Б. Ермеков')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await registerByHand(page, { kind: 'Вопрос', familyName: 'Жүнісова' })
  await page.getByLabel('Новая заметка').fill('Перезвонить в четверг')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Перезвонить в четверг', { exact: true })).toBeVisible()
  const person = page.getByRole('region', { name: 'Заявитель' })
  await expect(person.getByText('Ә. Қалиева')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Обращения', exact: true }).click()
  await page.getByRole('textbox', { name: 'Поиск' }).fill('четв')
  await page.getByRole('checkbox', { name: /Выбрать ВП-/ }).check()
  // Nothing can be done to what another search hides.
  await page.getByRole('textbox', { name: 'Поиск' }).fill('пятн')
  await expect(page.getByText('ничего не найдено')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Передать сотруднику' })).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Поиск' }).fill('четв')
  await expect(page.getByRole('checkbox', { name: /Выбрать ВП-/ })).toBeChecked()
  await page.getByRole('button', { name: 'Передать сотруднику' }).click()
  await page.getByRole('menuitem', { name: 'Б. Ермеков' }).click()
  const dialog = page.getByRole('dialog', { name: 'Передать выбранные обращения' })
  await expect(dialog).toContainText('Передаётся обращений: 1')
  await expect(dialog).toContainText(/От кого.*Ә\. Қалиева: 1.*Кому.*Б\. Ермеков/)
  expect(await faultsOf(page)).toEqual([])
  // Nothing has changed yet, and Escape leaves it so.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: /Жүнісова/ })).toContainText('Ә. Қалиева')
  // By the keyboard alone.
  await page.getByRole('button', { name: 'Передать сотруднику' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Б. Ермеков' }).press('Enter')
  await expect(dialog.getByRole('button', { name: 'Передать' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Жүнісова/ })).toContainText('Б. Ермеков')
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(page.getByRole('row', { name: /Жүнісова/ })).toContainText('Ә. Қалиева')
})
