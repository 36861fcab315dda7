import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { addDays } from '../../src/core/calendar/days.ts'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { dayKind } from '../../src/core/calendar/calendar.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import type { LocalDate } from '../../src/shared/model/local-date.ts'
import { launchApp } from './launch.ts'

export const passphrase = 'степь ветер конь луна'

export type Desk = { app: ElectronApplication; page: Page; vault: string }

/** A script of this folder that makes a vault, given its folder, the passphrase, and what it is told besides. */
type Maker = { script: string; told?: string[] }

/** The program over a vault of its own, in Russian. Everything it wrote goes when the test ends. */
export const test = base.extend<{ madeBy: Maker | null; desk: Desk }>({
  madeBy: [null, { option: true }],
  desk: async ({ madeBy }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhauap-desk-'))
    const vault = join(folder, 'vault')
    if (madeBy) {
      const args = [`test/e2e/${madeBy.script}`, vault, passphrase, ...(madeBy.told ?? [])]
      execFileSync(process.execPath, args, { stdio: 'pipe' })
    }
    const app = await launchApp({ args: [`--vault=${vault}`] })
    try {
      await use({ app, page: await app.firstWindow(), vault })
    } finally {
      // A form that a test left half-filled would keep the window.
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().forEach((window) => window.destroy()),
      )
      await app.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

/** Makes the vault and fills in the letterhead, as on the first day. */
export async function setUp({ page }: Desk): Promise<void> {
  await page.getByLabel('Ваши фамилия и имя').fill('Ә. Қалиева')
  await page.getByLabel('Парольная фраза', { exact: true }).fill(passphrase)
  await page.getByLabel('Парольная фраза ещё раз').fill(passphrase)
  await page.getByRole('button', { name: 'Создать хранилище' }).click()
  await page.getByLabel('Кто подписывает письма').fill('Б. Ержанов')
  await page.getByLabel('Должность на русском').fill('Директор')
  await page.getByLabel('Должность на казахском').fill('Директор')
  await page.getByRole('button', { name: 'Сохранить и начать' }).click()
  await page.getByText('В журнале пока нет обращений').waitFor()
}

/** Opens a vault that is there. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Парольная фраза', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
}

export async function chooseLanguage(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: from }).click()
  await page.getByRole('menuitemradio', { name: to }).click()
}

/** A day from today in Almaty, as the officer types it. */
export const typedDate = (daysAhead: number): string =>
  addDays(almatyDate(Date.now()), daysAhead).split('-').toReversed().join('.')

/** Drops a file on the window, as from the file manager. */
export function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  return dropFiles(page, [{ name, bytes }])
}

export async function dropFiles(
  page: Page,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<void> {
  const encoded = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer()
    for (const { name, base64 } of dropped) {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([content], name, { type: name.endsWith('.eml') ? 'message/rfc822' : '' }))
    }
    return data
  }, encoded)
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: transfer })
  }
}

/**
 * What axe finds against the page once it stands still, and nothing fades in or out from then on: half faded, a text has
 * another contrast.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getComputedTiming().endTime === Infinity),
  )
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}

type Request = {
  kind: string | RegExp
  familyName: string
  fields?: Record<string, string>
  choices?: string[]
}

/** Registers a request that came today on paper, and comes to its card. */
export async function registerByHand(
  page: Page,
  { kind, familyName, fields = {}, choices = [] }: Request,
): Promise<void> {
  // An open dialog keeps the keys to itself.
  await page.getByRole('dialog').first().waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+n')
  await page.getByRole('radio', { name: kind }).check()
  for (const choice of choices) await page.getByLabel(choice).check()
  for (const [label, text] of Object.entries(fields))
    await page.getByRole('textbox', { name: label }).fill(text)
  await page.getByLabel(/^(Подписал запрос: ф|Ф)амилия( \*)?$/).fill(familyName)
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  await page.getByRole('heading', { name: /^Обращение № / }).waitFor()
}

/** The first working day that is not before a date, whatever day the test runs on. */
export function workingDayFrom(date: LocalDate): LocalDate {
  const { calendar } = loadPacks('resources')
  let day = date
  for (let kind = dayKind(calendar, day); kind.known && !kind.works; kind = dayKind(calendar, day))
    day = addDays(day, 1)
  return day
}

/** What the record tells was sent to the printer, or saved as a file, the newest first. */
export function leaving(page: Page, action: 'printed' | 'paperSaved'): Promise<unknown[]> {
  return page.evaluate(async (deed) => {
    type Wire = {
      call(name: string, input: unknown): Promise<{ value: { entries: { details: unknown }[] } }>
    }
    const asked = { filter: { action: deed }, before: null, limit: 10 }
    const { value } = await (window as unknown as { zhauap: Wire }).zhauap.call('audit.list', asked)
    return value.entries.map(({ details }) => details)
  }, action)
}
