import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { expect } from 'vitest'
import { openRegister as openFile } from '../../../src/main/engine/db/open.ts'
import { vaultPaths, readKeyFile } from '../../../src/main/engine/vault/files.ts'
import { openSlot } from '../../../src/main/engine/vault/keys.ts'
import type { MailState } from '../../../src/shared/model/mail.ts'
import type { LoopbackServer } from '../../smtp/loopback-server.ts'
import { passphrase, startRegister } from '../register.ts'
import type { Acknowledged, Orders } from './victim.ts'

/** The engine as one file in a folder, which starts in half the time of its sources. */
export async function bundleVictim(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'] },
    build: { ssr: join(import.meta.dirname, 'victim.ts'), outDir, emptyOutDir: true },
  })
  return join(outDir, 'victim.js')
}

/** `afterAcknowledged`: so many changes after it began to open the vault; then so many milliseconds. */
export type Moment = { afterAcknowledged: number; afterMs: number }

/** Lets an engine work, kills it at a moment, and gives what it had acknowledged by then. */
export async function killAtWork(program: string, orders: Orders, moment: Moment): Promise<Acknowledged[]> {
  const victim = spawn(process.execPath, [program, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(program) },
  })
  const said: Acknowledged[] = []
  let complaint = ''
  victim.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  createInterface({ input: victim.stdout }).on('line', (line) => {
    said.push(JSON.parse(line) as Acknowledged)
    if (said.length === 1 + moment.afterAcknowledged) setTimeout(() => victim.kill('SIGKILL'), moment.afterMs)
  })
  const [, signal] = (await once(victim, 'close')) as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`the engine ended by itself: ${complaint}`)
  expect(complaint).toBe('')
  return said.slice(1)
}

export type Mail = { id: number; messageId: string; state: MailState }

/** The register as it lies on the disk after a kill: sound, and with every mail in it. */
export async function examineFile(folder: string): Promise<Mail[]> {
  const paths = vaultPaths(folder)
  const [slot] = readKeyFile(paths).slots
  const key = slot?.kind === 'passphrase' ? await openSlot(slot, passphrase) : null
  if (!key) throw new Error('the passphrase does not open the vault')
  const file = openFile(paths.register, key)
  try {
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(file.pragma('foreign_key_check')).toEqual([])
    return file.prepare<[], Mail>('SELECT id, message_id AS messageId, state FROM mail').all()
  } finally {
    file.close()
  }
}

/** What the outbox says of each mail is true of what the server took; `settled` were decided by a person. */
export function expectTruth(mails: readonly Mail[], server: LoopbackServer, settled: Set<number>): void {
  const taken = new Map<string, number>()
  for (const { bytes } of server.received) {
    const [, id = ''] = /^message-id:\s*(<[^>]+>)/im.exec(Buffer.from(bytes).toString('latin1')) ?? []
    taken.set(id, (taken.get(id) ?? 0) + 1)
  }
  for (const { id, messageId, state } of mails) {
    const copies = taken.get(messageId) ?? 0
    expect(copies, `copies of mail ${id}, ${state}`).toBeLessThanOrEqual(1)
    if (state === 'sent') expect(copies, `mail ${id} is sent`).toBe(1)
    if (state === 'queued') expect(copies, `mail ${id} waits`).toBe(0)
    if (state === 'failed' && !settled.has(id)) expect(copies, `mail ${id} failed`).toBe(0)
  }
}

/** Opens the vault again as the officer does: all that was acknowledged is there, and the chain is whole. */
export async function expectKept(
  folder: string,
  acknowledged: readonly Acknowledged[],
  settled: Set<number>,
): Promise<void> {
  const { app, ask } = startRegister({ folder })
  await ask('vault.unlock', { passphrase })
  expect(await ask('audit.verify', {})).toMatchObject({ brokenAt: null })
  const { mails } = await ask('mail.outbox', { limit: 500 })
  for (const one of acknowledged) {
    if (one.what === 'start') continue
    if (one.what === 'mail' || one.what === 'sent') {
      const mail = mails.find(({ id }) => id === one.id)
      expect(mail?.state).toEqual(one.what === 'sent' ? 'sent' : expect.any(String))
      continue
    }
    const card = await ask('cases.card', { id: one.id })
    switch (one.what) {
      case 'case':
        expect(card).toMatchObject({ number: one.number, text: one.text })
        expect(card.attachments.map(({ sha256 }) => sha256)).toEqual([one.fileSha256])
        break
      case 'note':
        expect(card.notes.map(({ text }) => text)).toContain(one.text)
        break
      case 'verified':
        expect(card.verifications.map(({ compared }) => compared)).toContain(one.compared)
        break
      case 'letter': {
        const letter = card.letters.find(({ number }) => number === one.number)
        expect(letter?.sha256).toBe(one.sha256)
      }
    }
  }
  // The officer finds out about the mails that nobody knows of; their letters can then go again.
  for (const { id, state } of mails) {
    if (state !== 'unknown') continue
    await ask('mail.settle', { id, outcome: 'failed', note: 'Не пришло' })
    settled.add(id)
  }
  await app.close()
}
