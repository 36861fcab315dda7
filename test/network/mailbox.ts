import { randomBytes } from 'node:crypto'
import { createApp } from '../../src/main/engine/app.ts'
import type { CallName, Input } from '../../src/shared/contract/index.ts'
import { passphrase } from '../engine/register.ts'

/** Fetches a mailbox into a new vault: `node mailbox.ts FOLDER PORT`. */
const [vault = '', port = ''] = process.argv.slice(2)
const app = createApp({
  ports: {
    clock: { now: () => Date.now() },
    random: { bytes: (size) => randomBytes(size) },
    resources: 'resources',
  },
  vault,
  kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
})

async function ask<N extends CallName>(name: N, input: Input<N>): Promise<void> {
  const result = await app.dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  console.log(JSON.stringify(result.value))
}

await ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
await ask('mailbox.save', {
  host: '127.0.0.1',
  port: Number(port),
  security: 'none',
  user: 'requests',
  password: 'секрет',
  login: 'password',
  mailbox: 'INBOX',
  since: '2026-01-01',
  after: 'nothing',
  moveTo: '',
  caPem: '',
})
await ask('mailbox.fetch', { task: 'fetch' })
await app.close()
