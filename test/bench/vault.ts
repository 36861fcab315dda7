import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '../../src/main/engine/app.ts'
import { appendEntries, type NewEntry } from '../../src/main/engine/audit/store.ts'
import { verifyRegister } from '../../src/main/engine/audit/verify.ts'
import { caseHandlers } from '../../src/main/engine/cases/handlers.ts'
import { wrapDatabase } from '../../src/main/engine/db/db.ts'
import { createRegister, openRegister } from '../../src/main/engine/db/open.ts'
import type { Session } from '../../src/main/engine/session.ts'
import { vaultPaths, writeKeyFile } from '../../src/main/engine/vault/files.ts'
import { calibrated, deriveKey, timed } from '../../src/main/engine/vault/kdf.ts'
import { KeyFile, keyFileOf, wrap } from '../../src/main/engine/vault/keys.ts'
import { addSlot } from '../../src/main/engine/vault/store.ts'
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
import { CaseId } from '../../src/shared/model/ids.ts'
import { measure, type Sample } from './measure.ts'
import { text } from './people.ts'
import { openSession } from './register.ts'
import { registerOne } from './work.ts'

/** What the vault costs: opening, the record of deeds, its verification, a backup. Each line ends with what it may be. */

const random = { bytes: (size: number) => new Uint8Array(randomBytes(size)) }
const links = 1_000_000
const chunk = 10_000

/** What a row was, and what it may be. */
type Bar = { is: number; atLeast?: number; atMost: number; unit: 'ms' | '%' }

/** Rows that are not within their bar. */
const outside: string[] = []

function say(what: string, shown: string, bar: Bar): void {
  const { is, atLeast, atMost, unit } = bar
  const may = `${atLeast === undefined ? '≤' : `${atLeast} to`} ${atMost} ${unit}`
  const row = `${what.padEnd(52)} ${shown.padStart(26)}   (${may})`
  console.log(row)
  if (!(is >= (atLeast ?? 0) && is <= atMost)) outside.push(row.replaceAll(/ {2,}/g, '  '))
}

const ms = (time: number): string => `${time.toFixed(0)} ms`

/** The work, and the longest that this thread's loop stood still meanwhile. */
async function watched(work: () => Promise<unknown>): Promise<{ tookMs: number; stallMs: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  const tookMs = await timed(work)
  delays.disable()
  return { tookMs, stallMs: delays.max / 1e6 }
}

async function keyRow(): Promise<void> {
  const cost = await calibrated.forNewKey()
  const kdf = { name: 'argon2id', ...cost, salt: Buffer.alloc(16, 1).toString('base64') } as const
  const { medianMs } = await measure(5, () => deriveKey('измерение', kdf))
  say(`key of a passphrase, ${cost.passes} passes of ${cost.memoryKiB / 1_024} MiB`, ms(medianMs), {
    is: medianMs,
    atLeast: 500,
    atMost: 1_000,
    unit: 'ms',
  })
}

/** Another slot, which a keychain opens without a derivation. */
function addKeychainSlot(vault: string, key: Uint8Array): Uint8Array {
  const paths = vaultPaths(vault)
  const secret = random.bytes(32)
  const { slots } = KeyFile.parse(JSON.parse(readFileSync(paths.keys, 'utf8')))
  const slot = {
    id: 'chain',
    kind: 'keychain',
    sealed: 'AAAA',
    wrapped: wrap(key, secret, 'chain', random),
  } as const
  writeKeyFile(paths.keys, keyFileOf([...slots, slot]))
  const file = openRegister(paths.register, key)
  addSlot(wrapDatabase(file), { slotId: 'chain', officerId: 1, madeAt: new Date().toISOString() })
  file.close()
  return secret
}

async function appRows(folder: string, vault: string, secret: Uint8Array): Promise<void> {
  const keychain = {
    available: () => Promise.resolve(true),
    seal: () => Promise.resolve(null),
    open: () => Promise.resolve(Uint8Array.from(secret)),
  }
  const clock = { now: () => Date.now() }
  const app = createApp({ ports: { clock, random, resources: 'resources', keychain }, vault })
  const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await app.dispatch(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
    return result.value as never
  }
  const unlock = await measure(10, async (run) => {
    if (run > 0) await ask('vault.lock', {})
    await ask('vault.unlockByKeychain', {})
  })
  say('lock and unlock, without the derivation', `${ms(unlock.medianMs)}, p95 ${ms(unlock.p95Ms)}`, {
    is: unlock.medianMs,
    atMost: 300,
    unit: 'ms',
  })
  const { settings } = await ask('backups.state', {})
  const backups = join(folder, 'backups')
  await ask('backups.saveSettings', { ...settings, folder: backups, automatic: false })
  const { tookMs, stallMs } = await watched(() => ask('backups.make', {}))
  const { lastGood } = await ask('backups.state', {})
  const inPlaceMs = lastGood?.ms ?? Number.NaN
  say('backup in its place', ms(inPlaceMs), { is: inPlaceMs, atMost: 5_000, unit: 'ms' })
  console.log(`it is read from end to end after that, beside the work, in ${ms(tookMs - inPlaceMs)}`)
  say('meanwhile the longest standstill of the engine', ms(stallMs), { is: stallMs, atMost: 50, unit: 'ms' })
  await app.lock()
}

/** The same entry once more in a transaction that is given up: what of a deed its record takes. */
async function shareRow(
  title: string,
  register: string,
  key: Uint8Array,
  whole: Sample,
  entry: Told,
): Promise<void> {
  const file = openRegister(register, key)
  const db = wrapDatabase(file)
  const told = { ...entry, at: new Date().toISOString(), actor: 'Ә. Қалиева' }
  file.exec('BEGIN')
  const append = await measure(200, () => appendEntries(db, random, [told]))
  file.exec('ROLLBACK')
  file.close()
  const share = (100 * append.medianMs) / whole.medianMs
  say(`record of ${title}, share`, `${append.medianMs.toFixed(2)} ms, ${share.toFixed(1)} %`, {
    is: share,
    atMost: 5,
    unit: '%',
  })
}

type Told = Pick<NewEntry, 'action' | 'caseId' | 'details'>

async function recordRows(register: string, key: Uint8Array): Promise<void> {
  const session = openSession(register, key)
  const registration = await measure(200, (run) => registerOne(session, run))
  const caseId = await fillHistory(session)
  const note = await measure(20, (run) => addNote(session, caseId, run))
  await session.close()
  const registered = {
    action: 'caseRegistered',
    caseId: CaseId.parse(1),
    details: { number: 'ДС-2026-0001' },
  } as const
  await shareRow('a registration', register, key, registration, registered)
  const noted = { action: 'noteAdded', caseId, details: { text: noteText(0) } } as const
  await shareRow('a note in a long history', register, key, note, noted)
}

const noteText = (number: number): string => text(number).slice(0, 300)

function addNote(session: Session, id: CaseId, number: number): unknown {
  return caseHandlers['cases.addNote'](session, { id, text: noteText(number) })
}

/** A case with 200 entries of history, 100 of them notes. */
async function fillHistory(session: Session): Promise<CaseId> {
  const { id } = await registerOne(session, 0)
  for (let number = 0; number < 100; number += 1) {
    await addNote(session, id, number)
    session.command(({ record }) => record('clockMoved', id, { rule: 'answer v1' }))
  }
  return id
}

async function verifyRow(folder: string): Promise<void> {
  const path = join(folder, 'record.db')
  const key = random.bytes(32)
  const file = createRegister(path, key)
  file.close()
  const session = openSession(path, key)
  for (let done = 0; done < links; done += chunk) {
    session.command(({ record }) => {
      for (let link = 0; link < chunk; link += 1)
        record('smtpSaved', null, { port: { before: link, now: link + 1 } })
    })
  }
  const { tookMs, stallMs } = await watched(() =>
    verifyRegister(session, null, () => new Promise((resolve) => setImmediate(resolve))),
  )
  say(`verification of ${links} entries, longest standstill`, `${ms(tookMs)}, ${ms(stallMs)}`, {
    is: tookMs,
    atMost: 10_000,
    unit: 'ms',
  })
  await session.close()
}

/** Over a vault with a register in it; what it writes goes into `folder`. Gives the rows that are not within their bar. */
export async function vaultRows(folder: string, vault: string, key: Uint8Array): Promise<readonly string[]> {
  console.log('\nthe vault')
  await keyRow()
  await recordRows(vaultPaths(vault).register, key)
  await appRows(folder, vault, addKeychainSlot(vault, key))
  await verifyRow(folder)
  return outside
}
