import type { Page } from '@playwright/test'

/** Goes on by Tab until what has the focus is called so. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press(key)
    const called = await page.evaluate(() => {
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement)) return ''
      const label =
        focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
          ? focused.labels?.[0]
          : null
      return (focused.getAttribute('aria-label') ?? label?.textContent ?? focused.textContent).trim()
    })
    if (name.test(called)) return
  }
  throw new Error(`no Tab leads to ${String(name)}`)
}

/** As one presses a button who has no mouse. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
