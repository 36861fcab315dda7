import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Input } from '../../src/shared/contract/index.ts'
import { everything } from '../../src/shared/model/list.ts'
import { type Ask, startEngine } from './engine.ts'
import { noDetails, person, text } from './people.ts'

/**
 * How long the shell's event loop stands still while the built engine works in its worker, over the register of the bench.
 * As the shell, this process holds nothing else.
 */

const scan = randomBytes(5 * 2 ** 20)
const emails = readdirSync('resources/demo')
  .filter((name) => name.endsWith('.eml'))
  .map((name) => new Uint8Array(readFileSync(join('resources/demo', name))))

const newCase = (number: number, bytes: Uint8Array): Input<'cases.register'> => ({
  kind: 'access',
  channel: 'paper',
  receivedOn: '2026-11-20',
  documentsEnclosed: false,
  representative: null,
  details: noDetails,
  applicant: person(number),
  site: 'kazteleport.kz',
  subject: 'Запрос',
  text: text(number),
  emailId: null,
  attachments: [{ name: 'скан.bin', mime: 'application/octet-stream', bytes }],
})

async function importMail(ask: Ask): Promise<void> {
  for (let round = 0; round < 10; round += 1) for (const bytes of emails) await ask('intake.read', { bytes })
  for (let number = 0; number < 20; number += 1) await ask('cases.register', newCase(number, scan))
}

async function search(ask: Ask): Promise<void> {
  const words = ['нұр', 'обрабатываете', 'коваленко прошу', 'ДС-2026-0077', 'ъыъыъ']
  for (let round = 0; round < 300; round += 1) {
    const asked = words[round % words.length] ?? ''
    await ask('cases.list', { filter: 'all', search: asked, narrow: everything, after: null, limit: 50 })
  }
}

async function writeLetters(ask: Ask): Promise<void> {
  const { suggested } = await ask('settings.read', {})
  const signatory = { name: 'Б. Ержанов', position: { ru: 'Директор', kk: 'Директор' } }
  await ask('settings.saveOrganisation', { ...suggested, signatory })
  for (let number = 0; number < 20; number += 1) {
    const { id } = await ask('cases.register', newCase(number, scan.subarray(0, 10)))
    const draft = { caseId: id, templateId: 'registration-notice', lang: 'kk', fields: {} } as const
    const { sha256 } = await ask('letters.preview', draft)
    await ask('letters.issue', { sha256 })
  }
}

/** The first tells what this machine does to a loop that has nothing to do. */
const phases: Record<string, (ask: Ask) => Promise<unknown>> = {
  nothing: () => setTimeout(2_000),
  import: importMail,
  search,
  letters: writeLetters,
}

/**
 * The longest that the thread itself worked without a pause, in ms: what of a standstill is the program's, and not of a
 * machine whose cores are all taken.
 */
function watchOwnWork(): () => number {
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1_000
  }
  let [before, most] = [spent(), 0]
  const timer = setInterval(() => {
    const now = spent()
    most = Math.max(most, now - before)
    before = now
  }, 1)
  return () => {
    clearInterval(timer)
    return most
  }
}

/** Of a vault that is there. */
const [vault = '', passphrase = ''] = process.argv.slice(2)
const { ask, close } = startEngine(vault)
await ask('vault.unlock', { passphrase })
for (const [title, work] of Object.entries(phases)) {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  const own = watchOwnWork()
  delays.enable()
  await work(ask)
  delays.disable()
  const told = [delays.percentile(99) / 1e6, delays.max / 1e6, own()].map((ms) => ms.toFixed(1).padStart(5))
  console.log(
    `shell's loop during ${title.padEnd(8)} p99 ${told[0]} ms, longest ${told[1]} ms   (≤ 20 ms); its own work at a stretch ${told[2]} ms`,
  )
}
await close()
