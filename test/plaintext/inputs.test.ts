import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { scratchFolder, startRegister } from '../engine/register.ts'
import { startImapServer } from '../imap/loopback-server.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import { recording } from './asking.ts'
import { openInputs } from './inputs.ts'
import { login, mailbox, setUp, work } from './work.ts'

/** Fields that the work of the hunt puts no mark in, and why. */
const unmarked: readonly { fields: RegExp; why: string }[] = [
  {
    fields: /^vault\.unlock\.|^keys\.rekey\./,
    why: 'The hunts themselves type this passphrase, which is a mark.',
  },
  { fields: /^backups\.saveSettings\.folder$/, why: 'Folders lie in the clear on every disk.' },
  { fields: /^(mail|mailbox)\.test\.host$/, why: 'Nobody is looked up but the servers that are set.' },
  { fields: /^desktop\./, why: 'Shown, or written where the officer says: the shell keeps nothing.' },
]

it('the hunt types a mark in every field that takes words or files', { timeout: 60_000 }, async () => {
  const smtp = await startSmtpServer({ secure: 'none', auth: login })
  onTestFinished(() => smtp.close())
  const imap = await startImapServer(mailbox)
  onTestFinished(() => imap.close())
  const folder = scratchFolder()
  const { ask } = startRegister({ folder: join(folder, 'vault'), now: new Date().toISOString() })
  const fields = new Set<string>()
  const typing = recording(ask, fields)
  const at = ({ host, port }: { host: string; port: number }) => ({ host, port })
  await setUp(typing, { smtp: at(smtp), imap: at(imap), dkimKey: null }, folder)
  await work(typing)
  const missing = openInputs().filter((field) => !fields.has(field))
  expect(missing.filter((field) => !unmarked.some((kind) => kind.fields.test(field)))).toEqual([])
  expect(unmarked.filter((kind) => !missing.some((field) => kind.fields.test(field)))).toEqual([])
})
