import { openRegister } from '../../src/main/engine/db/open.ts'
import { readKeyFile, vaultPaths } from '../../src/main/engine/vault/files.ts'
import { openSlot } from '../../src/main/engine/vault/keys.ts'

/*
 * Changes a register as somebody does who has its files and the passphrase. A process of its own, by
 * `node test/e2e/tamper.ts FOLDER PASSPHRASE`: Playwright's can't load the database.
 */

const [folder = '', passphrase = ''] = process.argv.slice(2)
const paths = vaultPaths(folder)
const [slot] = readKeyFile(paths).slots
const key = slot?.kind === 'passphrase' ? await openSlot(slot, passphrase) : null
if (!key) throw new Error('the passphrase does not open the vault')
const register = openRegister(paths.register, key)
register.exec("UPDATE person SET family_name = 'Чужой'; UPDATE officer SET active = 0")
register.close()
