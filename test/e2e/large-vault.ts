import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { begin, register, workAt } from './past-work.ts'

/*
 * Makes a vault whose encryption takes a while, with a recovery code and the key of a second officer.
 * `node test/e2e/large-vault.ts FOLDER PASSPHRASE MEGABYTES OFFICER PASSPHRASE`
 */

const [folder = '', passphrase = '', megabytes = '', officer = '', theirs = ''] = process.argv.slice(2)
const now = Date.now()
const work = workAt(now, folder)
await begin(work, passphrase)
await work.ask('keys.makeRecoveryCode', { passphrase })
await work.ask('keys.add', { name: officer, role: 'officer', passphrase: theirs, current: passphrase })
await register(work, almatyDate(now), Number(megabytes) * 1024 * 1024)
await work.close()
