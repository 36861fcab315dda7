import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchApp, realElectron } from '../e2e/launch.ts'
import { startImapServer } from '../imap/loopback-server.ts'
import { askIn, pickFolder } from '../plaintext/ask.ts'
import { login, mailbox, setUp, work } from '../plaintext/work.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'

/** Electron takes no `--import`: there the page's silence is heard by `hostile.spec.ts`, and the engine's beside this file. */
test.skip(realElectron, 'the recorder is loaded by Node alone')

test('the whole program, window and all, speaks to the servers that are set, and to nobody else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhauap-network-'))
  const record = join(folder, 'record')
  writeFileSync(record, '')
  const smtp = await startSmtpServer({ secure: 'none', auth: login })
  const imap = await startImapServer(mailbox)
  try {
    const app = await launchApp({
      args: [`--vault=${join(folder, 'vault')}`],
      env: { ELECTRON_STAND_IN_IMPORT: resolve('test/network/recorder.ts'), ZHAUAP_RECORD: record },
    })
    const page = await app.firstWindow()
    await page.getByLabel('Ваши фамилия и имя').waitFor()
    const ask = askIn(page)
    await pickFolder(app, ask, join(folder, 'backups'))
    const at = ({ host, port }: { host: string; port: number }) => ({ host, port })
    await setUp(ask, { smtp: at(smtp), imap: at(imap), dkimKey: null }, folder)
    await work(ask)
    await expect.poll(() => smtp.received.length).toBe(1)
    await page.reload()
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    await page.getByRole('heading', { name: /^Обращение № / }).waitFor()
    // That the shell would be heard, too.
    await app.evaluate(() => fetch('data:,ours').then(() => undefined))
    await app.close()
    const heard = [...new Set(readFileSync(record, 'utf8').split('\n').filter(Boolean))]
    const byEngine = heard.filter(
      (each) => each.endsWith('(worker)') && !each.startsWith('look up 127.0.0.1'),
    )
    const servers = [smtp, imap].map(({ port }) => `connect 127.0.0.1:${port} (worker)`)
    expect(byEngine.toSorted()).toEqual(servers.toSorted())
    expect(heard.filter((each) => !each.endsWith('(worker)'))).toEqual(['fetch data:,ours'])
  } finally {
    await smtp.close()
    await imap.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
