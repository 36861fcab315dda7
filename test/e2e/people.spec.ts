import { expect } from '@playwright/test'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { faultsOf, registerByHand, setUp, test } from './desk.ts'

test('a repeated request is noticed, and merged into the first', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  const request = {
    kind: 'Запрос о данных',
    familyName: 'Өтегенова',
    fields: { Имя: 'Шолпан', Телефон: '+7 701 000 00 07' },
  }
  await registerByHand(page, request)
  const heading = await page.getByRole('heading', { name: /^Обращение № / }).innerText()
  const first = heading.replace('Обращение № ', '')
  await page.keyboard.press('Control+n')
  await page.getByRole('radio', { name: request.kind }).check()
  await page.getByRole('textbox', { name: 'Телефон' }).fill('8 701 000 00 07')
  // The number is kept as it was typed; the same person is known by the name at the latest.
  await page.getByLabel(/^Фамилия( \*)?$/).fill(request.familyName)
  await page.getByRole('textbox', { name: 'Имя' }).fill('Шолпан')
  await expect(page.getByText('Возможно, это обращение уже есть')).toBeVisible()
  await expect(page.getByRole('button', { name: /^ДС-\d{4}-0001$/ })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await page.getByRole('heading', { name: /^Обращение № ДС-\d{4}-0002/ }).waitFor()
  await page.getByRole('button', { name: 'Присоединить' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Номер обращения').fill(first)
  await dialog.getByLabel('Почему это одно и то же').fill('Тот же человек спросил ещё раз')
  await dialog.getByRole('button', { name: 'Присоединить' }).click()
  await expect(page.getByText('Повторное обращение присоединено к более раннему')).toBeVisible()
  await page.getByRole('button', { name: first, exact: true }).click()
  await expect(page.getByText('повторено обращением')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('a name taken down wrong is set right by keyboard, and the history keeps both', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  const fields = { Имя: 'Шолпан', Телефон: '+7 701 000 00 07' }
  await registerByHand(page, { kind: 'Запрос о данных', familyName: 'Утегенова', fields })
  await page.getByRole('button', { name: 'Исправить сведения' }).press('Enter')
  const dialog = page.getByRole('dialog')
  const family = dialog.getByLabel(/^Фамилия( \*)?$/)
  // Nothing was changed, so nothing is told of.
  await expect(family).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Сведения о заявителе исправлены')).toHaveCount(0)
  await page.getByRole('button', { name: 'Исправить сведения' }).press('Enter')
  await family.fill('')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Напишите фамилию или название организации')).toBeVisible()
  await expect(family).toBeFocused()
  await family.fill('Өтегенова')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Сведения о заявителе исправлены').first()).toBeVisible()
  await expect(page.getByText('фамилия: Утегенова → Өтегенова')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Заявитель' })).toContainText('Өтегенова Шолпан')
  expect(await faultsOf(page)).toEqual([])
})

test('letters are written and cases closed for all that are selected, with a preview and a way back', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  for (const familyName of ['Жүнісова', 'Ким']) {
    await registerByHand(page, {
      kind: 'Отказ от рассылки',
      familyName,
      fields: { Телефон: '+7 701 000 00 09' },
    })
    await page.getByRole('button', { name: 'Отметить исполнение' }).click()
    await page.getByRole('dialog').getByLabel('Что сделано').fill('Убраны из рассылки')
    await page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await registerByHand(page, { kind: 'Вопрос', familyName: 'Өтегенова' })
  await page.getByRole('button', { name: 'Обращения', exact: true }).click()
  const select = (name: RegExp) => page.getByRole('row', { name }).getByRole('checkbox').check()
  await page.getByRole('checkbox', { name: 'Выбрать все найденные' }).click()
  await page.getByRole('button', { name: 'Написать письма' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Какое письмо' }).click()
  await page.getByRole('option', { name: 'Рассылка прекращена (для 2 из 3)' }).click()
  const today = almatyDate(Date.now()).split('-').toReversed().join('.')
  await dialog.getByRole('textbox', { name: 'Дата прекращения рассылки' }).fill(today)
  await expect(dialog.getByRole('button', { name: 'Выпустить письма: 2' })).toBeEnabled()
  await expect(dialog.getByText('Нельзя написать: 1')).toBeVisible()
  await dialog.getByRole('button', { name: 'Показать первое письмо' }).click()
  await expect(dialog.getByText('1 из 1')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Выпустить письма: 2' }).click()
  await expect(page.getByText('Выпущено писем: 2')).toBeVisible()
  await select(/Жүнісова/)
  await select(/Өтегенова/)
  await page.getByRole('button', { name: 'Закрыть обращения' }).click()
  await expect(dialog.getByText('Можно закрыть: 1')).toBeVisible()
  await expect(dialog.getByText(/ВП-.*:/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Закрыть обращения' }).click()
  await expect(page.getByRole('row', { name: /Жүнісова/ })).toBeHidden()
  await page.getByRole('button', { name: 'Открыть закрытые снова' }).click()
  await expect(page.getByRole('row', { name: /Жүнісова/ })).toBeVisible()
})
