import { expect, type Page } from '@playwright/test'

/** What the policy of the page refused since; call it before the work. */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    )
    return refused
  })
  return () => seen.evaluate((refused) => [...refused])
}

/** The letter that is chosen in the composer, once its text can be edited. */
export async function openComposer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Написать письмо' }).first().click()
  await expect(page.getByRole('region', { name: 'Просмотр письма' }).locator('canvas').first()).toBeVisible()
}

export async function chooseLetter(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: 'Какое письмо' }).click()
  await page.getByRole('option', { name }).click()
}

/** The words of the preview, as a screen reader hears them. */
export function previewed(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('region', { name: 'Просмотр письма' })
}

/** The editor of the text; it is ready when it can be edited. */
export async function bodyOf(page: Page, name: string | RegExp): Promise<ReturnType<Page['getByRole']>> {
  const body = page.getByRole('textbox', { name })
  await expect(body).toHaveAttribute('contenteditable', 'true')
  return body
}

/** Makes the letter one for ever, and comes to the case with the dialog of its delivery closed. */
export async function issueLetter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Выпустить письмо' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Выпустить', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^Обращение № / }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Отмена' }).click()
}

export async function chooseLang(page: Page, name: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: /^Язык письма/ })
    .getByText(name)
    .click()
}
