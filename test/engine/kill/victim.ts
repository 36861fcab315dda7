import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createApp } from '../../../src/main/engine/app.ts'
import type { CallName, Input, Output } from '../../../src/shared/contract/index.ts'
import type { CaseId } from '../../../src/shared/model/ids.ts'
import { randomFrom } from '../../random.ts'

/** The engine in a process of its own, at work until it is killed. It says of each change that it was acknowledged. */

export type Acknowledged =
  | { what: 'start' }
  | { what: 'case'; id: CaseId; number: string; text: string; fileSha256: string }
  | { what: 'note'; id: CaseId; text: string }
  | { what: 'verified'; id: CaseId; compared: string }
  | { what: 'letter'; id: CaseId; number: string; sha256: string }
  | { what: 'mail'; id: number }
  | { what: 'sent'; id: number }

export type Orders = {
  folder: string
  passphrase: string
  seed: number
  /** What each case is like, but for its text and file. */
  sample: Input<'cases.register'>
  /** Letters that lie ready to be sent: their ids are 1 to this. */
  letters: number
}

const { folder, passphrase, seed, sample, letters } = JSON.parse(process.argv[2] ?? '') as Orders
const random = randomFrom(seed)
const app = createApp({
  ports: {
    clock: { now: () => Date.parse('2026-11-23T06:00:00Z') },
    random: { bytes: (size) => randomBytes(size) },
    resources: 'resources',
  },
  vault: folder,
  kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
})

/** Written at once: what is still in a buffer dies with the process. */
function say(line: Acknowledged): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

async function ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await app.dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value as never
}

async function register(round: number): Promise<CaseId> {
  const text = `обращение ${seed}-${round} ${'слова '.repeat(Math.floor(random() * 2_000))}`
  const bytes = randomBytes(Math.floor(random() * 20_000))
  const attachments = [{ name: 'файл', mime: 'application/octet-stream', bytes }]
  const { id, number } = await ask('cases.register', { ...sample, text, attachments })
  const { attachments: kept } = await ask('cases.card', { id })
  say({ what: 'case', id, number, text, fileSha256: kept[0]?.sha256 ?? '' })
  return id
}

async function note(id: CaseId): Promise<void> {
  const text = `заметка ${seed}-${random()}`
  await ask('cases.addNote', { id, text })
  say({ what: 'note', id, text })
}

async function verify(id: CaseId): Promise<void> {
  const compared = `адрес ${seed}-${random()}`
  await ask('cases.take', { id, step: { action: 'verifyIdentity', method: 'knownAddress', compared } })
  say({ what: 'verified', id, compared })
}

async function issue(caseId: CaseId): Promise<void> {
  const draft = { caseId, templateId: 'registration-notice', lang: 'kk', fields: {} } as const
  const { sha256 } = await ask('letters.preview', draft)
  const { number } = await ask('letters.issue', { sha256 })
  say({ what: 'letter', id: caseId, number, sha256 })
}

/** Sends one of the letters that are there already; a letter whose fate nobody knows yet is refused, and left alone. */
async function send(): Promise<void> {
  const { mails } = await ask('mail.outbox', { limit: 500 })
  for (const { id, state } of mails) if (state === 'sent') say({ what: 'sent', id })
  const letterId = 1 + Math.floor(random() * letters)
  const message = { letterId, to: 'gulnar@example.com', subject: 'Жауап', text: String(seed) }
  const result = await app.dispatch('mail.send', message)
  if (result.ok) say({ what: 'mail', id: (result.value as Output<'mail.send'>).id })
}

flushCompileCache()
say({ what: 'start' })
await ask('vault.unlock', { passphrase })
for (let round = 0; ; round += 1) {
  const id = await register(round)
  await send()
  await note(id)
  await send()
  await verify(id)
  if (random() < 0.3) await issue(id)
}
