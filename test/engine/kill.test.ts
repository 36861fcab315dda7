import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { randomFrom } from '../random.ts'
import { startSmtpServer } from '../smtp/loopback-server.ts'
import {
  bundleVictim,
  examineFile,
  expectKept,
  expectTruth,
  killAtWork,
  type Moment,
} from './kill/witness.ts'
import type { Acknowledged } from './kill/victim.ts'
import { newCase, openRegister, passphrase, scratchFolder } from './register.ts'

const kills = Number(process.env['ZHAUAP_KILLS'] ?? 300)
/** Inside node_modules, so that the native module is found. */
const bundle = join('node_modules/.cache/zhauap-victim', String(process.pid))
const seed = Number(process.env['ZHAUAP_SEED'] ?? 1)
/** Kills that one vault lives through; a vault that grew for ever would only slow the checks down. */
const killsOfVault = 75
const lanes = 2
const letters = 8
/** After so many kills the officer opens the vault and looks for everything; the file is examined after each. */
const killsToOpening = 5

/** A vault with letters that can be sent, and a server to send them to. */
async function prepareVault(folder: string, port: number): Promise<void> {
  const { app, ask } = await openRegister({ folder })
  await ask('settings.saveSmtp', {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: '',
    password: null,
    fromName: 'Оператор',
    fromAddress: 'privacy@operator.example',
    caPem: '',
  })
  for (let made = 0; made < letters; made += 1) {
    const { id } = await ask('cases.register', newCase())
    const draft = { caseId: id, templateId: 'registration-notice', lang: 'ru', fields: {} } as const
    const { sha256 } = await ask('letters.preview', draft)
    await ask('letters.issue', { sha256 })
  }
  await app.close()
}

/** While the vault is being opened, or at work: so many acknowledged changes later, and a little more. */
const momentFrom = (random: () => number): Moment =>
  random() < 0.2
    ? { afterAcknowledged: 0, afterMs: random() * 60 }
    : { afterAcknowledged: 1 + Math.floor(random() * 12), afterMs: random() * 6 }

async function liveThrough(vaultSeed: number, times: number, program: string): Promise<number> {
  const random = randomFrom(vaultSeed)
  const folder = join(scratchFolder(), 'vault')
  const server = await startSmtpServer({ secure: 'none' })
  const settled = new Set<number>()
  const said: Acknowledged[] = []
  let acknowledged = 0
  try {
    await prepareVault(folder, server.port)
    for (let kill = 0; kill < times; kill += 1) {
      const killSeed = Math.floor(random() * 2 ** 31)
      const orders = { folder, passphrase, seed: killSeed, sample: newCase(), letters }
      const news = await killAtWork(program, orders, momentFrom(random))
      said.push(...news)
      acknowledged += news.length
      expectTruth(await examineFile(folder), server, settled)
      if (kill % killsToOpening === 0) await expectKept(folder, said.splice(0), settled)
    }
    await expectKept(folder, said, settled)
    expectTruth(await examineFile(folder), server, settled)
    return acknowledged
  } catch (error) {
    throw new Error(`vault of seed ${vaultSeed} (ZHAUAP_SEED=${seed})`, { cause: error })
  } finally {
    await server.close()
  }
}

it(`loses nothing acknowledged when it is killed ${kills} times`, { timeout: kills * 3_000 }, async () => {
  const program = await bundleVictim(bundle)
  const vaults = Array.from({ length: Math.ceil(kills / killsOfVault) }, (_, index) => ({
    seed: seed * 1_000 + index,
    times: Math.min(killsOfVault, kills - index * killsOfVault),
  }))
  let acknowledged = 0
  const lane = async (): Promise<void> => {
    for (let vault = vaults.pop(); vault; vault = vaults.pop())
      acknowledged += await liveThrough(vault.seed, vault.times, program)
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    rmSync(bundle, { recursive: true, force: true })
  }
  console.log(`${kills} kills, ${acknowledged} acknowledged changes, none lost (seed ${seed})`)
  expect(acknowledged).toBeGreaterThan(kills)
})
