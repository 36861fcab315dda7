import { randomBytes } from 'node:crypto'
import { createApp } from '../../src/main/engine/app.ts'
import { passphrase, setUp, work, type Ask } from './work.ts'

/** The engine in a process of its own. It says when its work is done, and then waits to be killed, or ends by itself. */

export type Orders = { folder: string; vault: string; server: { host: string; port: number }; ends: boolean }

const { folder, vault, server, ends } = JSON.parse(process.argv[2] ?? '') as Orders
const app = createApp({
  ports: {
    clock: { now: () => Date.now() },
    random: { bytes: (size) => randomBytes(size) },
    resources: 'resources',
  },
  vault,
  kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
})

const ask: Ask = async (name, input) => {
  const result = await app.dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value as never
}

if ((await ask('vault.status', {})).state === 'absent') await setUp(ask, server, folder)
else await ask('vault.unlock', { passphrase })
await work(ask)
if (ends) {
  await ask('backups.make', {})
  await app.close()
} else setInterval(() => undefined, 1_000)
console.log('done')
