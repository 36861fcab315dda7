import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { openRegister } from '../../src/main/engine/db/open.ts'
import { keyFileOf, sealSlot } from '../../src/main/engine/vault/keys.ts'
import { vaultPaths } from '../../src/main/engine/vault/files.ts'
import { addHolder, addSlot } from '../../src/main/engine/vault/store.ts'
import type { Input } from '../../src/shared/contract/index.ts'
import { everything } from '../../src/shared/model/list.ts'
import { type Ask, startEngine } from './engine.ts'
import { noDetails, person, text } from './people.ts'

/** How long the shell's event loop stands still while the built engine works in its worker, over the register of the bench. */

const passphrase = 'измерение цикла событий'

/** A vault around a register and its key. */
export async function makeVault(folder: string, register: string, key: Uint8Array): Promise<void> {
  const random = { bytes: (size: number) => randomBytes(size) }
  const paths = vaultPaths(folder)
  mkdirSync(folder)
  renameSync(register, paths.register)
  const cost = { memoryKiB: 65_536, passes: 3, lanes: 1 }
  const slot = await sealSlot(key, { id: 'bench', kind: 'passphrase', secret: passphrase }, { random }, cost)
  writeFileSync(paths.keys, JSON.stringify(keyFileOf([slot])))
  const file = openRegister(paths.register, key)
  const db = wrapDatabase(file)
  const officerId = addHolder(db, { name: 'Д. Сериков', role: 'officer' })
  addSlot(db, { slotId: slot.id, officerId, madeAt: new Date().toISOString() })
  file.close()
}

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

/** Prints the longest standstill during each kind of work. */
export async function loopRows(folder: string, register: string, key: Uint8Array): Promise<void> {
  const vault = join(folder, 'vault')
  await makeVault(vault, register, key)
  const { ask, close } = startEngine(vault)
  try {
    await ask('vault.unlock', { passphrase })
    for (const [title, work] of Object.entries(phases)) {
      const delays = monitorEventLoopDelay({ resolution: 1 })
      delays.enable()
      await work(ask)
      delays.disable()
      const [p99, longest] = [delays.percentile(99) / 1e6, delays.max / 1e6]
      console.log(
        `shell's loop during ${title.padEnd(8)} p99 ${p99.toFixed(1).padStart(5)} ms, longest ${longest.toFixed(1).padStart(5)} ms`,
      )
    }
  } finally {
    await close()
  }
}
