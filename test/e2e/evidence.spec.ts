import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { chromium, expect, type Page } from '@playwright/test'
import type { EvidenceManifest } from '../../src/shared/model/evidence.ts'
import { inUtf8 } from '../electron-stand-in/chromium.ts'
import { ensureChromium } from '../electron-stand-in/find-chromium.ts'
import { type Desk, faultsOf, registerByHand, setUp, test } from './desk.ts'

/** Makes the pack of a case on the screen, and gives its path. */
async function makePack({ app, page }: Desk, folder: string): Promise<string> {
  await registerByHand(page, { kind: 'Запрос о данных', familyName: 'Сейтқали' })
  const number = (await page.getByRole('heading', { name: /^Обращение № / }).innerText()).replace(/^.*№ /, '')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+8')
  await page.getByText('Комплект доказательств', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Комплект доказательств' })).toBeFocused()
  await page.getByLabel('Номер обращения').fill('ДС-2026-9999')
  await expect(page.getByText('Таких обращений нет.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Составить и сохранить' })).toBeDisabled()
  await page.getByLabel('Номер обращения').fill(number)
  await expect(page.getByText('Войдёт: обращений — 1')).toBeVisible()
  const path = join(folder, 'pack.zip')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: 'Составить и сохранить' }).click()
  await expect(page.getByRole('heading', { name: 'Комплект составлен' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  return path
}

const verdict = (page: Page) => page.locator('.banner')

test('a pack is made on the desk; its own page finds it whole, and names what was changed', async ({
  desk,
}) => {
  await setUp(desk)
  const folder = mkdtempSync(join(tmpdir(), 'zhauap-evidence-'))
  const browser = await chromium.launch({ executablePath: ensureChromium(), env: inUtf8 })
  try {
    const path = await makePack(desk, folder)
    const unpacked = join(folder, 'pack')
    execFileSync('7z', ['x', '-y', `-o${unpacked}`, path], { stdio: 'pipe' })
    const manifest = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8')) as EvidenceManifest
    const shown = await desk.page.locator('.mono').innerText()

    const context = await browser.newContext({ offline: true })
    const page = await context.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    const address = pathToFileURL(join(unpacked, 'verify.html')).href
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Проверка комплекта доказательств' })).toBeVisible()

    await page.locator('#zip').setInputFiles(path)
    await expect(verdict(page)).toHaveText('Комплект цел: ни один файл и ни одна запись не изменены.')
    await expect(page.getByText(`№ ${manifest.head.seq}: ${manifest.head.hash}`)).toBeVisible()
    await expect(page.getByText(`manifest.json: ${shown}`)).toBeVisible()
    await page.getByRole('button', { name: 'Қазақша' }).click()
    await expect(verdict(page)).toHaveText('Жинақ бүтін: бірде-бір файл, бірде-бір жазба өзгертілмеген.')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.getByRole('button', { name: 'Русский' }).click()

    // The folder it was unpacked into, chosen as a folder.
    await page.locator('#folder').setInputFiles(unpacked)
    await expect(verdict(page)).toHaveClass(/good/)

    const card = manifest.files.find(({ kind }) => kind === 'card')
    const cardPath = card?.path ?? ''
    await page
      .locator('#zip')
      .setInputFiles(withChangedByte(path, folder, readFileSync(join(unpacked, cardPath))))
    await expect(verdict(page)).toHaveText('Комплект изменён или неполон.')
    await expect(page.getByRole('listitem').filter({ hasText: 'Файл изменён' })).toHaveText(
      `Файл изменён: ${cardPath}`,
    )

    // One who changes the record and the manifest with it is found out by the chain.
    const recordPath = join(unpacked, 'record.json')
    const record = JSON.parse(readFileSync(recordPath, 'utf8')) as {
      links: { actor?: string; seq: number }[]
    }
    const forged = record.links.find(({ actor }) => actor !== undefined)
    if (forged) forged.actor = 'Никто'
    writeFileSync(recordPath, JSON.stringify(record))
    rmSync(join(unpacked, cardPath))
    writeFileSync(join(unpacked, 'подкинуто.txt'), 'x')
    await page.locator('#folder').setInputFiles(unpacked)
    await expect(page.getByText(`Нет файла: ${cardPath}`)).toBeVisible()
    await expect(page.getByText('Файл, которого нет в описи: подкинуто.txt')).toBeVisible()
    await expect(page.getByText(`Цепочка журнала нарушена на записи № ${forged?.seq}.`)).toBeVisible()

    await page
      .locator('#zip')
      .setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('нет') })
    await expect(page.getByText('это не комплект доказательств или он повреждён')).toBeVisible()
    expect(asked).toEqual([address])
    expect(complaints).toEqual([])
    // Its policy holds: neither a request nor a script of another can be put in.
    const refused = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(refused).toBe('refused')
    expect(complaints.join()).toContain('Content Security Policy')
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** The ZIP with one byte of one of its files, which are stored as they are, turned over. */
function withChangedByte(path: string, folder: string, content: Buffer): string {
  const bytes = readFileSync(path)
  const place = bytes.indexOf(content)
  expect(place).toBeGreaterThan(0)
  const middle = place + Math.floor(content.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  const changed = join(folder, 'changed.zip')
  writeFileSync(changed, bytes)
  return changed
}
