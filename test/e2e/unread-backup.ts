import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { firstBackupSettings } from '../../src/shared/model/backup.ts'
import { begin, register, workAt } from './past-work.ts'

/*
 * Makes a vault that was last worked on days ago: its only backup was made at the end, read by nobody since, and others
 * are not made by themselves any more. `node test/e2e/unread-backup.ts FOLDER PASSPHRASE DAYS`
 */

const [folder = '', passphrase = '', days = ''] = process.argv.slice(2)
const moment = Date.now() - Number(days) * 86_400_000
const settings = { ...firstBackupSettings, folder: `${folder}.copies` }
const work = workAt(moment, folder)
await begin(work, passphrase)
await register(work, almatyDate(moment), 1)
await work.ask('backups.saveSettings', settings)
await work.close()

const later = workAt(moment, folder)
await later.ask('vault.unlock', { passphrase })
await later.ask('backups.saveSettings', { ...settings, automatic: false })
await later.close()
