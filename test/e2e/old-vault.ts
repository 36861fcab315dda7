import { begin, register, workAt } from './past-work.ts'

/*
 * Makes a vault as it was left in March 2024: a case that was annulled, with a letter and a file, and a message
 * that was set aside.
 * `node test/e2e/old-vault.ts FOLDER PASSPHRASE`
 */

const [folder = '', passphrase = ''] = process.argv.slice(2)
const work = workAt(Date.parse('2024-03-05T06:00:00Z'), folder)
await begin(work, passphrase)
const id = await register(work, '2024-03-04', 1)
const draft = { caseId: id, templateId: 'registration-notice', lang: 'ru', fields: {} }
const { sha256 } = await work.ask('letters.preview', draft)
await work.ask('letters.issue', { sha256 })
await work.ask('cases.take', { id, step: { action: 'annul', reason: 'Зарегистрировано дважды' } })
const bytes = new TextEncoder().encode('From: a@example.com\r\nSubject: Advertising\r\n\r\nBuy')
const { emailId } = await work.ask('intake.read', { bytes })
await work.ask('intake.setAside', { id: emailId, note: '' })
await work.close()
