import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createApp, type App } from '../../src/main/engine/app.ts'
import type { Ask } from './asking.ts'
import { passphrase } from './secrets.ts'
import { type Mail, setUp, work } from './work.ts'

/** The engine in a process of its own: does what it reads, a word a line, and says when that is done. Made to be killed. */

export type Orders = { folder: string; vault: string; mail: Mail }
export type Deed = 'begin' | 'work' | 'backup' | 'drill' | 'rekey' | 'restore' | 'end'

const { folder, vault, mail } = JSON.parse(process.argv[2] ?? '') as Orders

function start(place: string): { app: App; ask: Ask } {
  const app = createApp({
    ports: {
      clock: { now: () => Date.now() },
      random: { bytes: (size) => randomBytes(size) },
      resources: 'resources',
    },
    vault: place,
    kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
  })
  const ask: Ask = async (name, input) => {
    const result = await app.dispatch(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
    return result.value as never
  }
  return { app, ask }
}

const { app, ask } = start(vault)

const deeds: Record<Deed, () => Promise<unknown>> = {
  begin: async () =>
    (await ask('vault.status', {})).state === 'absent'
      ? setUp(ask, mail, folder)
      : ask('vault.unlock', { passphrase }),
  work: () => work(ask),
  backup: () => ask('backups.make', {}),
  drill: () => ask('backups.drill', {}),
  rekey: () => ask('keys.rekey', { passphrase }),
  restore: async () => {
    const elsewhere = start(join(folder, 'elsewhere'))
    const [newest] = (await ask('vault.backupsIn', { folder: join(folder, 'backups') })).backups
    const secret = { kind: 'passphrase', typed: passphrase } as const
    await elsewhere.ask('vault.restore', { path: newest?.path ?? '', secret })
    await work(elsewhere.ask)
    await elsewhere.app.close()
  },
  end: () => app.close(),
}

for await (const line of createInterface(process.stdin)) {
  await deeds[line as Deed]()
  console.log(line)
  if (line === 'end') break
}
process.stdin.destroy()
