import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addDays } from '../src/core/calendar/days.ts'
import type { CaseKind, Channel } from '../src/shared/model/case.ts'
import type { CaseId } from '../src/shared/model/ids.ts'
import type { LocalDate } from '../src/shared/model/local-date.ts'
import { noDetails, person, text } from '../test/bench/people.ts'
import { launchApp } from '../test/e2e/launch.ts'
import { ensureChromium } from '../test/electron-stand-in/find-chromium.ts'
import { openDesk, type Desk } from './demo/desk.ts'
import { realClock } from './demo/story-clock.ts'
import { buildProgram } from './program.ts'

/** Makes the pictures of the README: a register of invented people, shown by the built program. */

const pictures = 'docs/pictures'
const passphrase = 'снимки экрана для чтения'
const folder = mkdtempSync(join(tmpdir(), 'zhauap-pictures-'))
const vault = join(folder, 'vault')

const requests: readonly [kind: CaseKind, channel: Channel, daysAgo: number][] = [
  ['access', 'email', 0],
  ['withdrawal', 'email', 1],
  ['rectification', 'portal', 1],
  ['claim', 'paper', 12],
  ['access', 'phone', 3],
  ['withdrawal', 'portal', 4],
  ['claim', 'email', 29],
  ['access', 'paper', 6],
]

async function fillRegister(): Promise<void> {
  const desk = openDesk(vault, realClock)
  await desk.ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
  const { suggested } = await desk.ask('settings.read', {})
  await desk.ask('settings.saveOrganisation', {
    ...suggested,
    signatory: { name: 'Б. Ержанов', position: { ru: 'Директор', kk: 'Директор' } },
  })
  const { today } = await desk.ask('cases.summary', {})
  for (const [index, request] of requests.entries()) await register(desk, today, index, request)
  await desk.close()
}

async function register(
  desk: Desk,
  today: LocalDate,
  index: number,
  [kind, channel, daysAgo]: (typeof requests)[number],
): Promise<void> {
  const { id } = await desk.ask('cases.register', {
    kind,
    channel,
    receivedOn: addDays(today, -daysAgo),
    representative: null,
    details: { ...noDetails, demand: 'Исправить номер телефона' },
    documentsEnclosed: kind === 'rectification',
    applicant: person(index * 3 + 1),
    site: 'kazteleport.kz',
    subject: '',
    text: text(index),
    emailId: null,
    attachments: [],
  })
  if (kind !== 'access') return
  const compared = 'Адрес совпал с адресом в договоре'
  await desk.ask('cases.take', { id, step: { action: 'verifyIdentity', method: 'knownAddress', compared } })
  if (index > 0) return
  await noteFindings(desk, id)
  await desk.ask('cases.take', {
    id,
    step: { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' },
  })
}

/** Data are found in one system, and nowhere else. */
async function noteFindings(desk: Desk, caseId: CaseId): Promise<void> {
  const nothingDone = { deed: null, deedOn: null, deedMethod: '', proof: '' }
  const found = { systemId: 'crm', found: 'found' as const, categories: [], data: 'контактные данные' }
  await desk.ask('execution.note', { caseId, ...found, ...nothingDone })
  await desk.ask('execution.noteRest', { caseId })
}

async function shoot(page: Page): Promise<void> {
  const picture = (name: string): Promise<unknown> =>
    page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  await page.getByLabel('Парольная фраза').fill(passphrase)
  await page.getByRole('button', { name: 'Открыть', exact: true }).click()
  await page.getByRole('row').nth(requests.length).waitFor()
  await picture('desk')
  await page
    .getByRole('row', { name: /ОС-\d{4}-0002/ })
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('button', { name: 'Почему эта дата' }).first().click()
  await picture('case')
  await page.keyboard.press('Escape')
  await page
    .getByRole('row', { name: /ДС-\d{4}-0001/ })
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('button', { name: 'Написать ответ' }).first().click()
  for (const catalog of ['Цели обработки', 'Категории данных']) {
    await page.getByRole('group', { name: catalog }).getByRole('checkbox').first().check()
  }
  await page.getByLabel('Кому переданы данные').fill('Данные третьим лицам не передавались.')
  await page.locator('canvas').first().waitFor()
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await picture('letter')
}

ensureChromium()
buildProgram()
mkdirSync(pictures, { recursive: true })
await fillRegister()
const app = await launchApp({ args: [`--vault=${vault}`] })
try {
  await shoot(await app.firstWindow())
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
