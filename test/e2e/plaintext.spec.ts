import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { startImapServer } from '../imap/loopback-server.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import { launchApp } from './launch.ts'
import { hunt, mark, needlesOf } from '../plaintext/hunt.ts'
import { askIn, pickFolder } from '../plaintext/ask.ts'
import { passphrase } from '../plaintext/secrets.ts'
import { login, mailbox, setUp, work } from '../plaintext/work.ts'

/** The program with its home, its temporary files, its profile and its vault in one folder, and nowhere else. */
function launchIn(folder: string): Promise<ElectronApplication> {
  const inside = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true })
    return join(folder, name)
  }
  return launchApp({
    args: [`--vault=${join(folder, 'vault')}`],
    userData: inside('profile'),
    env: {
      HOME: inside('home'),
      TMPDIR: inside('tmp'),
      XDG_CONFIG_HOME: inside('config'),
      XDG_CACHE_HOME: inside('cache'),
      XDG_DATA_HOME: inside('data'),
    },
  })
}

/** The officer has the case before her, and half of another typed. */
async function lookAndType(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('row').nth(1).getByRole('button').first().click()
  await page.getByRole('heading', { name: /^Обращение № / }).waitFor()
  await page.keyboard.press('Control+n')
  await page.getByLabel(/^Фамилия/).fill(mark('typed family name'))
  await page.getByRole('textbox', { name: 'Текст' }).fill(mark('typed text'))
}

test('no word of a person lies in the clear, however the program ends', async () => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'zhauap-plain-'))
  const server = await startSmtpServer({ secure: 'none', auth: login })
  const imap = await startImapServer(mailbox)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const dkimKey = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const found = (): string[] => hunt(folder, needlesOf(dkimKey)).found
  try {
    const killed = await launchIn(folder)
    const page = await killed.firstWindow()
    await page.getByLabel('Ваши фамилия и имя').waitFor()
    const ask = askIn(page)
    await pickFolder(killed, ask, join(folder, 'backups'))
    const smtp = { host: server.host, port: server.port }
    await setUp(ask, { smtp, imap: { host: imap.host, port: imap.port }, dkimKey }, folder)
    await work(ask)
    await lookAndType(page)
    await ask('backups.make', {})
    await expect.poll(() => server.received.length).toBe(1)
    expect(found()).toEqual([])
    expect(hunt(folder).files).toBeGreaterThan(20)

    await work(ask)
    const ended = once(killed.process(), 'exit')
    killed.process().kill('SIGKILL')
    await ended
    expect(found()).toEqual([])

    const closed = await launchIn(folder)
    const askAgain = askIn(await closed.firstWindow())
    await askAgain('vault.unlock', { passphrase })
    await askAgain('backups.drill', {})
    await askAgain('keys.rekey', { passphrase })
    await work(askAgain)
    await closed.close()
    expect(found()).toEqual([])
  } finally {
    await server.close()
    await imap.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
