import { copyFileSync } from 'node:fs'
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { addDays } from '../../src/core/calendar/days.ts'
import { sortKeyOf } from '../../src/core/identity/sort-key.ts'
import { clocksOfReceipt } from '../../src/core/deadlines/start.ts'
import { journalNumber, outgoingSeries, seriesOf } from '../../src/core/numbering/numbers.ts'
import { mergeWords } from '../../src/main/engine/cases/word-merging.ts'
import { indexCase } from '../../src/main/engine/cases/search-store.ts'
import { insertCase, insertPerson, takePlace } from '../../src/main/engine/cases/store.ts'
import type { WritableDb } from '../../src/main/engine/db/db.ts'
import { configure, openRegister } from '../../src/main/engine/db/open.ts'
import { migrate } from '../../src/main/engine/db/migrate.ts'
import { startClocks } from '../../src/main/engine/deadlines/clocks.ts'
import { must } from '../../src/main/engine/failure.ts'
import { insertLetter } from '../../src/main/engine/letters/store.ts'
import { writeOfficer } from '../../src/main/engine/officers/store.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { writeSetting } from '../../src/main/engine/settings/store.ts'
import { Session } from '../../src/main/engine/session.ts'
import { CaseKind, CaseStatus, Channel } from '../../src/shared/model/case.ts'
import type { CaseId, LetterId } from '../../src/shared/model/ids.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import {
  fillAct,
  fillBlocking,
  fillDestroyed,
  fillIncoming,
  fillMail,
  fillNotes,
  fillSuppression,
} from './marks.ts'
import { chance, noDetails, person, text } from './people.ts'

const now = Date.parse('2026-11-23T06:00:00Z')
const today = LocalDate.parse('2026-11-23')
const dayMs = 86_400_000
const packs = loadPacks('resources')
const sites = packs.catalogs.sites.map(({ title }) => title.ru)
const pdf = randomBytes(600)
const sha256 = createHash('sha256').update(pdf).digest('hex')

export function sessionOver(connection: Database.Database, clock = { now: () => now }): Session {
  const ports = { clock, random: { bytes: randomBytes }, resources: 'resources' }
  const officer = { id: 1, name: 'Ә. Қалиева', role: 'officer' } as const
  const nothing = (): void => undefined
  return new Session(ports, packs, connection, officer, nothing, nothing)
}

/**
 * The same register twice: in plaintext to compare with, and encrypted as users have it. It is filled once and then
 * encrypted in a copy, so that both hold the same.
 */
export async function benchRegisters(
  folder: string,
  cases: number,
): Promise<{ plaintext: Session; encrypted: Session; key: Uint8Array; path: string }> {
  const plainPath = join(folder, 'plaintext.db')
  const plain = new Database(plainPath)
  plain.pragma('application_id = 1514684757')
  configure(plain)
  migrate(plain)
  // Nothing here must outlive the power: it is filled as fast as it goes.
  plain.pragma('synchronous = OFF')
  plain.pragma('cache_size = -2000000')
  const clock = { time: now, now: () => clock.time }
  const filling = sessionOver(plain, clock)
  fill(filling, clock, cases)
  // As the engine leaves it when nobody works.
  while (mergeWords(plain, 1_000));
  await filling.close()
  const key = randomBytes(32)
  const path = join(folder, 'encrypted.db')
  copyFileSync(plainPath, path)
  encrypt(path, key)
  const reopened = new Database(plainPath)
  configure(reopened)
  return { plaintext: sessionOver(reopened), encrypted: openSession(path, key), key, path }
}

/** The engine over an encrypted register that is there. */
export function openSession(path: string, key: Uint8Array): Session {
  return sessionOver(openRegister(path, key))
}

function encrypt(path: string, key: Uint8Array): void {
  const db = new Database(path)
  db.pragma('journal_mode = DELETE')
  db.pragma('synchronous = OFF')
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  db.rekey(Buffer.concat([Buffer.from('raw:'), key]))
  db.close()
}

/**
 * Cases as work leaves them: five entries of history, two clocks, three letters for two, and what `marks.ts` adds. They
 * came evenly over 460 days (the policy is of August 2025), and one in eight is open: most of the newest tenth, and a few
 * that got stuck.
 */
function fill(session: Session, clock: { time: number }, count: number): void {
  session.command(({ db, record }) => {
    record('vaultCreated', null, {})
    // A year, so that there is what to destroy.
    writeSetting(db, 'retention', { years: 1, basis: packs.retention.basis })
    for (const name of ['Ә. Қалиева', 'Б. Ермеков', 'Г. Нұрланова'])
      writeOfficer(db, { id: null, name, active: true })
    fillAct(db, dayOf(0))
  })
  for (let first = 0; first < count; first += 1_000) {
    // The record tells of them as of when they were worked on.
    clock.time = Math.min(now, Date.parse(dayOf(1 - first / count)) + 20 * dayMs)
    session.command((deed) => {
      for (let number = first; number < Math.min(first + 1_000, count); number += 1)
        fillCase(deed, number, count)
    })
  }
}

/** The day that a case came, by its age from 0 to 1. */
function dayOf(age: number): LocalDate {
  return addDays(today, -Math.floor(age * 460))
}

function fillCase(
  { db, at, record }: Parameters<Parameters<Session['command']>[0]>[0],
  number: number,
  count: number,
): void {
  const kind = CaseKind.options[chance(number, 20, CaseKind.options.length)] ?? 'access'
  const channel = Channel.options[chance(number, 22, 4)] ?? 'email'
  const age = 1 - number / count
  const receivedOn = dayOf(age)
  const applicant = person(number)
  const isOpen = chance(number, 21, 1_000) < (age < 0.1 ? 850 : 45)
  const row = {
    number: journalNumber(seriesOf(kind), 2026, takePlace(db, seriesOf(kind), 2026)),
    kind,
    channel,
    receivedOn,
    registeredAt: at,
    site: sites[chance(number, 23, sites.length)] ?? '',
    subject: 'Обращение',
    text: text(number),
    details: noDetails,
    lang: applicant.lang,
    assigneeId: chance(number, 24, 3) + 1,
    emailMessageId: null,
    emailSha256: null,
  }
  const id = insertCase(db, row, insertPerson(db, applicant), sortKeyOf(applicant))
  startClocksTwice(db, id, kind, receivedOn)
  const filled = { id, number, kind, channel, applicant, receivedOn, isOpen }
  for (let letter = 0; letter < 1 + (number % 2); letter += 1)
    fillMail(db, filled, fillLetter(db, id, number), at)
  if (!isOpen) {
    db.run("UPDATE clock SET ended_on = due_on, ended_by = 'answered' WHERE case_id = ?", id)
    db.run("UPDATE cases SET status = 'closed', due_on = '9999-12-31' WHERE id = ?", id)
  } else
    db.run(
      'UPDATE cases SET status = ? WHERE id = ?',
      CaseStatus.options[chance(number, 25, 5)] ?? 'inWork',
      id,
    )
  fillBlocking(db, filled)
  fillSuppression(db, filled)
  fillNotes(db, filled, at)
  fillIncoming(db, filled, at)
  fillDestroyed(db, filled, count)
  indexCase(db, id)
  record('caseRegistered', id, { number: row.number })
  for (const action of ['identityVerified', 'decided', 'letterIssued', 'closed'] as const)
    record(action, id, {})
}

function startClocksTwice(db: WritableDb, id: CaseId, kind: CaseKind, receivedOn: LocalDate): void {
  const law = { rules: packs.rules, calendar: packs.calendar }
  const stated = addDays(receivedOn, 20)
  const receipt = { kind, receivedOn, documentsEnclosed: false, ground: null, statedDueOn: stated }
  const received = must(clocksOfReceipt(law, receipt))
  startClocks(db, id, [...received, ...received].slice(0, 2))
}

function fillLetter(db: WritableDb, caseId: CaseId, number: number): LetterId {
  const place = takePlace(db, outgoingSeries, 2026)
  const letter = {
    caseId,
    templateId: 'interim-notice',
    templateVersion: 1,
    answers: false,
    round: 1,
    lang: 'ru' as const,
    number: journalNumber(outgoingSeries, 2026, place),
    date: today,
    body: text(number + 3).slice(0, 300),
    mail: { subject: 'Ответ', text: '' },
    templateRevision: 0,
    bodySha256: null,
    correctsId: null,
    differences: 0,
    contentSha256: sha256,
    sha256,
    pdf,
  }
  return insertLetter(db, letter, { at: new Date(now).toISOString(), officer: 'Ә. Қалиева' })
}
