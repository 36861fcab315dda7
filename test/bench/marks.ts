import { randomBytes } from 'node:crypto'
import { addDays } from '../../src/core/calendar/days.ts'
import { insertBlocking, liftBlocking } from '../../src/main/engine/blocking/store.ts'
import type { WritableDb } from '../../src/main/engine/db/db.ts'
import { writeNote } from '../../src/main/engine/execution/store.ts'
import { insertIncoming, settleIncoming } from '../../src/main/engine/intake/incoming-store.ts'
import { insertMail, setMailState } from '../../src/main/engine/mail/store.ts'
import { insertAct } from '../../src/main/engine/retention/store.ts'
import { contactsOf, suppress } from '../../src/main/engine/suppression/store.ts'
import type { Applicant, CaseKind, Channel } from '../../src/shared/model/case.ts'
import type { CaseId, LetterId } from '../../src/shared/model/ids.ts'
import type { LocalDate } from '../../src/shared/model/local-date.ts'
import { chance, text } from './people.ts'

/** What work on a case of the bench leaves in the other registers. */

export type Filled = {
  id: CaseId
  number: number
  kind: CaseKind
  channel: Channel
  applicant: Applicant
  receivedOn: LocalDate
  isOpen: boolean
}

const officer = 'Ә. Қалиева'
const random = { bytes: randomBytes }
const mayBlock: readonly CaseKind[] = ['blocking', 'rectification', 'destruction']

/** A third of the cases that data may be blocked in; it is lifted once the case is closed. */
export function fillBlocking(db: WritableDb, { id, number, kind, receivedOn, isOpen }: Filled): void {
  if (!mayBlock.includes(kind) || chance(number, 26, 3) > 0) return
  const systems = ['crm', 'newsletter']
  insertBlocking(db, id, { what: 'Телефон, адрес', systems, on: addDays(receivedOn, 1), officer })
  if (isOpen) db.run('UPDATE cases SET blocked = 1 WHERE id = ?', id)
  else liftBlocking(db, id, { on: addDays(receivedOn, 15), officer, why: 'Проверка окончена' })
}

/** Who opted out, or withdrew a consent, once that is carried out. */
export function fillSuppression(db: WritableDb, { id, kind, applicant, receivedOn, isOpen }: Filled): void {
  if (isOpen || (kind !== 'optout' && kind !== 'withdrawal')) return
  const about = { reason: kind, caseId: id, on: addDays(receivedOn, 5), officer }
  suppress(db, random, contactsOf(applicant), about)
}

/** The act that the oldest tenth was destroyed by, of the cases that are closed. */
export function fillAct(db: WritableDb, at: string): void {
  insertAct(db, {
    number: 'АУ-1',
    method: 'destroy',
    at,
    officer,
    cases: 1,
    sha256: '',
    pdf: Buffer.alloc(600),
  })
}

export function fillDestroyed(db: WritableDb, { id, number, isOpen }: Filled, count: number): void {
  if (!isOpen && number < count / 10) db.run('INSERT INTO destroyed_case (case_id, act_id) VALUES (?, 1)', id)
}

/** What was found in three systems, where it was looked. */
export function fillNotes(db: WritableDb, { id, number, receivedOn }: Filled, at: string): void {
  if (chance(number, 27, 3) > 0) return
  const categories = ['fullName', 'iinBin']
  for (const systemId of ['crm', 'newsletter', 'billing']) {
    const found = {
      found: 'found',
      categories,
      data: 'Телефон, адрес электронной почты',
      deed: 'rectified',
      deedOn: addDays(receivedOn, 4),
      deedMethod: 'Вручную',
      deedBy: '',
      proof: `CRM-${number}`,
    } as const
    writeNote(db, { id, round: 1 }, { systemId, ...found }, { officer, at })
  }
}

/** The e-mail that a case began with. One in twenty more is not settled yet. */
export function fillIncoming(db: WritableDb, of: Filled, at: string): void {
  if (of.channel !== 'email') return
  const { id, number, kind, applicant, receivedOn } = of
  const message = {
    source: 'mailbox',
    format: 'eml',
    fromName: `${applicant.givenName} ${applicant.familyName}`,
    fromAddress: applicant.email,
    subject: 'Обращение',
    receivedOn,
    nature: 'request',
    kind,
    lang: applicant.lang,
    person: applicant.familyName,
    iin: applicant.iin,
    phone: applicant.phone,
    site: '',
    bytes: Buffer.from(text(number)),
  } as const
  const copies = of.isOpen && chance(number, 28, 20) === 0 ? ['waiting', 'settled'] : ['settled']
  for (const copy of copies) {
    const key = `${copy}-${number}@example.com`
    const incomingId = insertIncoming(db, at, { ...message, sha256: key, messageId: `<${key}>` })
    if (copy === 'settled')
      settleIncoming(db, incomingId, { state: 'registered', caseId: id, note: '', at, officer })
  }
}

/** A letter that went by e-mail; a few did not. */
export function fillMail(db: WritableDb, of: Filled, letterId: LetterId, at: string): void {
  if (of.channel !== 'email') return
  const messageId = `<${letterId}@bench.example>`
  const mail = {
    caseId: of.id,
    letterId,
    messageId,
    recipient: of.applicant.email,
    subject: 'Ответ',
    text: 'Ответ',
  }
  const id = insertMail(db, { ...mail, at, attachment: null })
  const isLost = chance(letterId, 29, 200) === 0
  const failure = isLost ? 'rejected' : null
  setMailState(db, id, { state: isLost ? 'failed' : 'sent', failure, response: '250 2.0.0 OK', at })
}
