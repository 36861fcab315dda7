import type { CallName, ParsedInput } from '../../../shared/contract/index.ts'
import type { AuditDetails, Disclosure } from '../../../shared/model/audit.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { findAttachmentPlace } from '../cases/attachment-store.ts'
import type { ReadableDb } from '../db/db.ts'
import { mustFindIncoming } from '../intake/incoming-store.ts'
import { findLetterPlace } from '../letters/store.ts'
import { mustFindMail, mustFindMessage } from '../mail/store.ts'
import { findByNumber } from '../relations/store.ts'
import type { Session } from '../session.ts'

/** What was shown: one key for what is the same thing seen again. */
type Subject = { key: string; caseId: CaseId | null; details: AuditDetails }
/** Null: this time nothing was shown that has to stand there. */
type Subjects = { [Name in CallName]?: (db: ReadableDb, input: ParsedInput<Name>) => Subject | null }

function cardSubject(caseId: CaseId): Subject {
  return { key: String(caseId), caseId, details: {} }
}

function messageSubject(db: ReadableDb, id: ParsedInput<'intake.message'>['id']): Subject {
  const { sha256, caseId } = mustFindIncoming(db, id)
  return { key: String(id), caseId, details: { incomingId: id, sha256 } }
}

/** Every call of the contract that discloses, and how the record names what it showed. */
export const disclosedSubjects = {
  'cases.card': (_db, { id }) => cardSubject(id),
  'execution.ofCase': (_db, { caseId }) => cardSubject(caseId),
  'letters.available': (_db, { caseId }) => cardSubject(caseId),
  'letters.sources': (_db, { caseId }) => cardSubject(caseId),
  'letters.preview': (_db, { caseId }) => cardSubject(caseId),
  'mail.compose': (db, { letterId }) => cardSubject(findLetterPlace(db, letterId).caseId),
  'mail.attempts': (db, { id }) => cardSubject(mustFindMail(db, id).caseId),
  'audit.list': (db, { filter }) => {
    const id = findByNumber(db, filter.caseNumber)
    return id ? cardSubject(id) : null
  },
  'cases.attachment': (db, { id }) => {
    const { caseId, ...details } = findAttachmentPlace(db, id)
    return { key: String(id), caseId, details }
  },
  'letters.pdf': (db, { id }) => {
    const { caseId, ...details } = findLetterPlace(db, id)
    return { key: String(id), caseId, details }
  },
  'intake.message': (db, { id }) => messageSubject(db, id),
  'intake.html': (db, { id }) => messageSubject(db, id),
  'intake.file': (db, { id, index }) => {
    const message = messageSubject(db, id)
    return index === null ? message : { ...message, key: `${id}/${index}` }
  },
  'mail.message': (db, { id }) => {
    const { caseId, messageId, sha256 } = mustFindMessage(db, id)
    return { key: String(id), caseId, details: { messageId, sha256 } }
  },
  'day.calendarFile': (_db, { span }) => ({
    key: `${span?.from}/${span?.to}`,
    caseId: null,
    details: { from: span?.from ?? null, until: span?.to ?? null },
  }),
} satisfies Subjects

/** The same thing seen again by the same person within this time is one entry. */
const sameVisitMs = 15 * 60_000
const mostRemembered = 5_000

/** Records what a query showed, before its answer leaves the engine. A look that is on record costs a look into a map. */
export class Disclosures {
  readonly #session: Session
  readonly #seenAt = new Map<string, number>()

  constructor(session: Session) {
    this.#session = session
  }

  /** Fails as a command does: what can't be recorded is not shown. */
  note(action: Disclosure, call: string, input: unknown): void {
    const subject = this.#session.query((db) => subjectOf(call)(db, input))
    if (!subject) return
    const key = `${action} ${subject.key}`
    const now = this.#session.ports.clock.now()
    const seenAt = this.#seenAt.get(key)
    if (seenAt !== undefined && now >= seenAt && now - seenAt < sameVisitMs) return
    this.#session.command(({ record }) => record(action, subject.caseId, subject.details))
    if (this.#seenAt.size >= mostRemembered) this.#seenAt.clear()
    this.#seenAt.set(key, now)
  }
}

/** The types bind each subject to its call; here one name out of many is looked up. */
function subjectOf(call: string): (db: ReadableDb, input: unknown) => Subject | null {
  const subject = (disclosedSubjects as Record<string, unknown>)[call]
  if (typeof subject !== 'function') throw new Error('a call that discloses has no subject')
  return subject as (db: ReadableDb, input: unknown) => Subject | null
}
