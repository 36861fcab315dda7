import { randomBytes } from 'node:crypto'
import { createApp } from '../../src/main/engine/app.ts'

/** Encrypts a vault anew, and says when it begins: `node rekey-process.ts FOLDER PASSPHRASE`. Made to be killed. */
const [vault = '', passphrase = ''] = process.argv.slice(2)
const app = createApp({
  ports: {
    clock: { now: () => Date.now() },
    random: { bytes: (size) => randomBytes(size) },
    resources: 'resources',
  },
  vault,
  kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
})
await app.dispatch('vault.unlock', { passphrase })
console.log('begun')
await app.dispatch('keys.rekey', { passphrase })
await app.close()
