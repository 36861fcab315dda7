import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { randomFrom } from '../random.ts'
import { snapshotsAtWork } from './kill/freeze.ts'
import { bundleVictim, examineFile, expectKept } from './kill/witness.ts'
import { newCase, openRegister, passphrase, scratchFolder } from './register.ts'

const copies = Number(process.env['ZHAUAP_POWER_LOSSES'] ?? 25)
const seed = Number(process.env['ZHAUAP_SEED'] ?? 1)
/** Inside node_modules, so that the native module is found. */
const bundle = join('node_modules/.cache/zhauap-power', String(process.pid))

// Only Linux tells whether a process stands.
it.runIf(process.platform === 'linux')(
  `the files of ${copies} moments of work each open, whole and with all that was acknowledged`,
  { timeout: 60_000 + copies * 5_000 },
  async () => {
    const random = randomFrom(seed)
    const folder = join(scratchFolder(), 'vault')
    await (await openRegister({ folder })).app.close()
    try {
      const program = await bundleVictim(bundle)
      const orders = { folder, passphrase, seed, sample: newCase(), letters: 0 }
      const snapshots = await snapshotsAtWork(program, orders, {
        times: copies,
        place: join(scratchFolder(), 'copies'),
        moment: () => ({ afterAcknowledged: Math.floor(random() * 4), afterMs: random() * 8 }),
      })
      for (const { folder: copy, acknowledged } of snapshots) {
        await examineFile(copy)
        await expectKept(copy, acknowledged, new Set())
      }
      const last = snapshots.at(-1)?.acknowledged.length ?? 0
      console.log(`${copies} moments, up to ${last} acknowledged changes, none lost (seed ${seed})`)
      expect(last).toBeGreaterThan(copies / 2)
    } finally {
      rmSync(bundle, { recursive: true, force: true })
    }
  },
)
