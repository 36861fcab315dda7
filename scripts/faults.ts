import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

/** The long run of the tests that break things: 3,000 kills, 300 moments without power, 100 kills under a new data key, 10,000 inputs for each call and each kind of file. */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '3000' },
    powerLosses: { type: 'string', default: '300' },
    rekeyKills: { type: 'string', default: '100' },
    inputs: { type: 'string', default: '10000' },
    /** Another each time, unless one plays a failure again. */
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})

console.log(`seed ${values.seed}: a failure is played again by --seed=${values.seed}`)
const tests = [...['kill', 'power-loss', 'rekey'].map((name) => `test/engine/${name}.test.ts`), 'test/fuzz']
const { status } = spawnSync('vitest', ['run', '--no-file-parallelism', ...tests], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    ZHAUAP_KILLS: values.kills,
    ZHAUAP_POWER_LOSSES: values.powerLosses,
    ZHAUAP_REKEY_KILLS: values.rekeyKills,
    ZHAUAP_FUZZ: values.inputs,
    ZHAUAP_SEED: values.seed,
  },
})
process.exitCode = status ?? 1
