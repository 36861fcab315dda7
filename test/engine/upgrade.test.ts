import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRegister } from '../../src/main/engine/db/open.ts'
import { readKeyFile, vaultPaths } from '../../src/main/engine/vault/files.ts'
import { openSlot } from '../../src/main/engine/vault/keys.ts'
import { openRegister, passphrase, startRegister } from './register.ts'

const monthAndDay = 31 * 86_400_000

/** A vault whose register is that of an older program, with one officer. */
async function oldVault(version: number): Promise<string> {
  const { app, folder } = await openRegister()
  await app.close()
  const paths = vaultPaths(folder)
  const [slot] = readKeyFile(paths).slots
  const key = slot?.kind === 'passphrase' ? await openSlot(slot, passphrase) : null
  if (!slot || !key) throw new Error('the passphrase does not open the vault')
  for (const end of ['', '-wal', '-shm']) rmSync(paths.register + end, { force: true })
  const old = createRegister(paths.register, key, version)
  old.prepare('INSERT INTO officer (name, slot_id) VALUES (?, ?)').run('Ә. Қалиева', slot.id)
  old.close()
  return folder
}

it('an upgrade keeps the vault as it was, for a month', async () => {
  const folder = await oldVault(60)
  const copy = join(folder, 'before-upgrade-60')
  const { app, ask } = startRegister({ folder })
  await ask('vault.unlock', { passphrase })
  expect((await ask('vault.status', {})).officer).toBe('Ә. Қалиева')
  await app.close()
  expect(existsSync(join(copy, 'keys.json'))).toBe(true)

  // The copy is a vault of its own, of the same older schema: opened here, it is upgraded and keeps a copy in turn.
  const again = startRegister({ folder: copy })
  await again.ask('vault.unlock', { passphrase })
  await again.app.close()
  expect(existsSync(join(copy, 'before-upgrade-60', 'register.db'))).toBe(true)

  const later = startRegister({ folder, now: new Date(Date.now() + monthAndDay).toISOString() })
  await later.ask('vault.unlock', { passphrase })
  expect(existsSync(copy)).toBe(false)
})
