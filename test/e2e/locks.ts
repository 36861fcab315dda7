import { expect, type Page } from '@playwright/test'
import { type Desk, passphrase } from './desk.ts'

/** What the tests of the lock do and look at. */

export const gate = (page: Page) => page.getByRole('heading', { name: 'Хранилище заблокировано' })

export async function unlock(page: Page): Promise<void> {
  await expect(gate(page)).toBeVisible()
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
}

export async function openLockSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'Блокировка', exact: true }).click()
}

export async function saveSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Настройки блокировки сохранены')).toBeVisible()
}

export async function lockAfterOneMinute(page: Page): Promise<void> {
  await openLockSettings(page)
  await page.getByRole('combobox', { name: 'Блокировать без действий' }).click()
  await page.getByRole('option', { name: 'через 1 минуту' }).click()
  await saveSettings(page)
}

/** The clock goes forward by which the shell counts how long the register is left alone; the shell has looked before and after. */
export async function passTime({ app }: Desk, seconds: number): Promise<void> {
  await app.evaluate(async (_electron, ms) => {
    // It looks once a second, and the timers of one loop come one after another.
    const look = () => new Promise((resolve) => setTimeout(resolve, 1_100))
    await look()
    const now = Date.now
    Date.now = () => now() + ms
    await look()
  }, seconds * 1_000)
}

/** A call of the engine, as the desk makes it. */
export const call = (page: Page, name: string, input: object): Promise<{ value: Record<string, never> }> =>
  page.evaluate(
    ([called, given]) => {
      type Wire = { zhauap: { call(name: string, input: unknown): Promise<never> } }
      return (window as unknown as Wire).zhauap.call(called, given)
    },
    [name, input] as const,
  )

/** What has become of the threads that the shell starts from now on: one with each lock, for the next time. */
export async function threadsFromNow({ app }: Desk): Promise<() => Promise<string[]>> {
  const started = await app.evaluateHandle(() => {
    const workers: { threadId: number }[] = []
    process.on('worker', (worker) => workers.push(worker))
    return workers
  })
  return () => started.evaluate((all) => all.map(({ threadId }) => (threadId === -1 ? 'ended' : 'at work')))
}
