import { expect, type Page } from '@playwright/test'
import { faultsOf, registerByHand, setUp, test } from './desk.ts'
import { bodyOf, issueLetter, openComposer, previewed } from './letters.ts'

const request = { kind: 'Запрос о данных', familyName: 'Сапарова' }

async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('button', { name, exact: true }).click()
}

async function openText(page: Page, title: string): Promise<void> {
  await openSection(page, 'Организация')
  await openSection(page, 'Тексты')
  await page.getByRole('button', { name: `Изменить текст: ${title}` }).click()
}

test('a text is changed in both languages, letters and papers follow it, and the original comes back', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await openText(page, 'Уведомление о регистрации')
  const sample = page.getByRole('region', { name: 'Образец письма' })
  await expect(sample).toContainText('Құрметті')
  const save = page.getByRole('button', { name: 'Сохранить новую версию' })
  await expect(save).toBeDisabled()
  expect(await faultsOf(page)).toEqual([])

  // A field is as high as its text: once a bar stands in it, it takes the text a line more and stays.
  await page.setViewportSize({ width: 1366, height: 768 })
  await openText(page, 'Ответ на запрос о персональных данных')
  const first = page.getByLabel('Абзац 1 (Қазақша)')
  expect(await first.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
  await openText(page, 'Уведомление о регистрации')

  // A place that does not exist is told, and nothing is saved.
  const russian = page.getByLabel('Абзац 10 (Русский)')
  const kazakh = page.getByLabel('Абзац 10 (Қазақша)')
  const was = await russian.inputValue()
  await russian.fill(`${was} {{телефон}}`)
  await expect(page.getByRole('alert')).toContainText('Такого места в письме нет')
  await expect(save).toBeDisabled()

  // The languages differ until the other one says the same.
  await russian.fill(`${was} Справки в кабинете 12.`)
  await expect(page.getByRole('region', { name: 'Расхождения между языками: 1' })).toBeVisible()
  await expect(save).toBeDisabled()
  await kazakh.fill(`${await kazakh.inputValue()} Анықтама 12-кабинетте беріледі.`)
  await page.getByRole('radiogroup', { name: 'Язык образца' }).getByText('Русский').click()
  await expect(sample).toContainText('Справки в кабинете 12.')
  await save.click()
  await expect(page.getByText('Сохранена версия 1')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Версии' })).toContainText(/версия 1: Ә\. Қалиева/)

  await registerByHand(page, request)
  await openComposer(page)
  await expect(await bodyOf(page, 'Текст письма')).toContainText('Справки в кабинете 12.')
  await expect(previewed(page)).toContainText('Справки в кабинете 12.')

  await openText(page, 'Уведомление о регистрации')
  await page.getByRole('button', { name: 'Вернуть исходный текст' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Вернуть исходный текст' }).click()
  await expect(russian).toHaveValue(was)
  await expect(page.getByRole('region', { name: 'Версии' })).toContainText(/версия 2: .*исходный текст/)
  // An old version is looked at in the form, and saved anew or left.
  await page.getByRole('button', { name: 'Открыть в форме: версия 1' }).click()
  await expect(russian).toHaveValue(`${was} Справки в кабинете 12.`)
  await expect(save).toBeEnabled()
  await page.getByRole('button', { name: 'Открыть в форме: исходный текст' }).click()
  await expect(russian).toHaveValue(was)
  await page.getByRole('button', { name: 'К списку текстов' }).click()
  await expect(page.getByText('изменён, версия')).toHaveCount(0)
  expect(await faultsOf(page)).toEqual([])

  // The words of an internal document are changed in the same way.
  await openText(page, 'Журнал регистрации')
  const paper = page.getByRole('region', { name: 'Образец документа' })
  await page.getByRole('radiogroup', { name: 'Язык образца' }).getByText('На двух языках').click()
  await expect(paper).toContainText('Өтініштерді тіркеу журналы')
  await expect(paper).toContainText('Журнал регистрации обращений')
  expect(await faultsOf(page)).toEqual([])
  const title = page.getByLabel('1. Журнал регистрации обращений', { exact: true })
  await title.fill('Книга обращений')
  await expect(paper).toContainText('Книга обращений')
  await page.getByRole('button', { name: 'Сохранить новую версию' }).click()
  await expect(page.getByText('Сохранена версия 1')).toBeVisible()

  await page.getByRole('button', { name: 'Обращения', exact: true }).click()
  await page.getByRole('button', { name: 'Журнал и отчёт' }).click()
  await page.getByRole('radiogroup', { name: 'Язык документа' }).getByText('На двух языках').click()
  await page.getByRole('button', { name: 'Журнал регистрации' }).click()
  await expect(page.getByRole('dialog')).toContainText('Книга обращений')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radiogroup', { name: 'Язык документа' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await openText(page, 'Журнал регистрации')
  await page.getByRole('button', { name: 'Вернуть исходный текст' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Вернуть исходный текст' }).click()
  await expect(title).toHaveValue('Журнал регистрации обращений')
})

test('the officer keeps a list of names that the rules get wrong, and «Кому» follows it', async ({
  desk,
}) => {
  const { page } = desk
  await setUp(desk)
  await openSection(page, 'Склонение имён')
  await expect(page.getByText('Исключений пока нет')).toBeVisible()
  await page.getByRole('button', { name: 'Добавить слово' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Сохранить' }).click()
  await expect(form.getByText('Укажите слово')).toBeVisible()
  await form.getByLabel('Слово имени').fill('Сапарова')
  await form.getByLabel(/^В дательном падеже/).fill('Сапаровай')
  expect(await faultsOf(page)).toEqual([])
  await form.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('row', { name: /Сапарова Сапаровай о любом/ })).toBeVisible()

  await page.getByRole('button', { name: 'Изменить: Сапарова' }).click()
  await form.getByLabel(/^В дательном падеже/).fill('Сапаровой')
  await form.getByText('женщина').click()
  await form.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('row', { name: /Сапарова Сапаровой женщина/ })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Изменить: Сапарова' }).click()
  await form.getByText('о любом').click()
  await form.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('row', { name: /о любом/ })).toBeVisible()

  await registerByHand(page, request)
  await openComposer(page)
  await expect(page.getByLabel(/^Кому/)).toHaveValue('Сапаровой')
  await expect(previewed(page)).toContainText('Сапаровой')
  await openSection(page, 'Склонение имён')
  await page.getByRole('button', { name: 'Убрать: Сапарова' }).click()
  await expect(page.getByText('Исключений пока нет')).toBeVisible()
})

test('an issued letter is corrected by a new one that refers to it', async ({ desk }) => {
  const { page } = desk
  await setUp(desk)
  await registerByHand(page, request)
  await openComposer(page)
  await issueLetter(page)
  await page.getByRole('button', { name: /^Исправить новым письмом: исх\. № \d{4}-0001/ }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: /^Письмо взамен исх\. № \d{4}-0001/ }),
  ).toBeVisible()
  const body = await bodyOf(page, 'Текст письма')
  await expect(body).toContainText(/взамен письма от .* № \d{4}-0001/)
  await body.press('Control+End')
  await page.keyboard.type(' Уточнено.')
  await expect(page.getByText('Черновик сохранён')).toBeVisible()

  // Another letter in the case: the draft of the correction is told of, and one goes back to it.
  await page.getByRole('button', { name: 'Назад' }).click()
  await openComposer(page)
  await page.getByRole('button', { name: 'Вернуться к тому черновику' }).click()
  await expect(body).toContainText('Уточнено.')
  await expect(previewed(page)).toContainText('Уточнено.')
  expect(await faultsOf(page)).toEqual([])
  await issueLetter(page)
  await expect(page.getByText(/^Взамен письма исх\. № \d{4}-0001/)).toBeVisible()
  await expect(page.getByText(/^Заменено письмом исх\. № \d{4}-0002/)).toBeVisible()
})
