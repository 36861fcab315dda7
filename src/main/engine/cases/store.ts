import { personKeys } from '../../../core/identity/person-keys.ts'
import type {
  Applicant,
  CaseDetails,
  CaseKind,
  CaseStatus,
  Channel,
  Outcome,
} from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { noDueDate } from '../deadlines/store.ts'

/** A case as the register holds it, with its applicant. */
export type StoredCase = {
  id: CaseId
  number: string
  kind: CaseKind
  status: CaseStatus
  channel: Channel
  receivedOn: LocalDate
  registeredAt: string
  site: string
  subject: string
  text: string
  details: CaseDetails
  courtOn: LocalDate | null
  blocked: boolean
  round: number
  outcome: Outcome | null
  refusalGround: string | null
  reason: string
  executedOn: LocalDate | null
  executionNote: string
  latenessReason: string | null
  emailMessageId: string | null
  annulled: boolean
  assigneeId: number | null
  applicant: Applicant
}

type CaseColumns = Omit<StoredCase, 'blocked' | 'annulled' | 'applicant' | 'details'> &
  CaseDetails & { blocked: number; annulled: number }
type PersonColumns = Applicant & { lang: Lang }

const caseColumns = `c.id, c.number, c.kind, c.status, c.channel, c.received_on AS receivedOn,
  c.registered_at AS registeredAt, c.site, c.subject, c.text, c.blocked, c.round, c.outcome,
  c.refusal_ground AS refusalGround, c.reason, c.executed_on AS executedOn, c.execution_note AS executionNote,
  c.lateness_reason AS latenessReason,
  c.email_message_id AS emailMessageId, c.court_on AS courtOn, c.ground, c.demand, c.amount_tiyn AS amountTiyn,
  c.reference_number AS referenceNumber, c.reference_on AS referenceOn, c.stated_due_on AS statedDueOn,
  c.annulled, c.assignee_id AS assigneeId`
const personColumns = `p.organisation, p.family_name AS familyName, p.given_name AS givenName, p.patronymic, p.iin, p.address,
  p.email, p.phone, p.lang`

export function findCase(db: ReadableDb, id: CaseId): StoredCase | undefined {
  const row = db.get<CaseColumns & PersonColumns>(
    `SELECT ${caseColumns}, ${personColumns} FROM cases c JOIN person p ON p.id = c.person_id WHERE c.id = ?`,
    id,
  )
  if (!row) return undefined
  const { organisation, familyName, givenName, patronymic, iin, address, email, phone, lang, ...about } = row
  const applicant = { organisation, familyName, givenName, patronymic, iin, address, email, phone, lang }
  const {
    ground,
    demand,
    amountTiyn,
    referenceNumber,
    referenceOn,
    statedDueOn,
    blocked,
    annulled,
    ...rest
  } = about
  const details = { ground, demand, amountTiyn, referenceNumber, referenceOn, statedDueOn }
  return { ...rest, blocked: blocked === 1, annulled: annulled === 1, applicant, details }
}

const personValues = `organisation, family_name, given_name, patronymic, iin, address, email, phone, lang, email_key, phone_key,
  name_key`

function valuesOf(person: Applicant): string[] {
  const { organisation, familyName, givenName, patronymic, iin, address, email, phone, lang } = person
  const known = [organisation, familyName, givenName, patronymic, iin, address, email, phone, lang]
  const keys = personKeys(person)
  return [...known, keys.email, keys.phone, keys.name]
}

export function insertPerson(db: WritableDb, person: Applicant): number {
  return db.run(
    `INSERT INTO person (${personValues}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...valuesOf(person),
  )
}

/** Sets the person of a case right, and the language in which they are answered. */
export function updatePerson(db: WritableDb, caseId: CaseId, person: Applicant): void {
  db.run(
    `UPDATE person SET (${personValues}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     WHERE id = (SELECT person_id FROM cases WHERE id = ?)`,
    ...valuesOf(person),
    caseId,
  )
  db.run('UPDATE cases SET lang = ? WHERE id = ?', person.lang, caseId)
}

export type NewCaseRow = {
  number: string
  kind: CaseKind
  channel: Channel
  receivedOn: LocalDate
  registeredAt: string
  site: string
  subject: string
  text: string
  details: CaseDetails
  lang: Lang
  assigneeId: number | null
  emailMessageId: string | null
  emailSha256: string | null
}

/** The list is sorted by the names of officers without looking at them. */
const orderOfAssignee = "coalesce((SELECT sort_name FROM officer WHERE id = ?), '')"

/** `sortName`: what the applicant is sorted by; with it the case stands in its place in the list at once. */
export function insertCase(db: WritableDb, row: NewCaseRow, personId: number, sortName: string): CaseId {
  return db.run(
    `INSERT INTO cases (number, kind, status, due_on, received_on, registered_at, person_id, channel, site, subject,
       text, ground, demand, amount_tiyn, reference_number, reference_on, stated_due_on, lang, assignee_id,
       assignee_order, email_message_id, email_sha256, sort_name)
     VALUES (?, ?, 'registered', '${noDueDate}', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${orderOfAssignee}, ?, ?, ?)`,
    row.number,
    row.kind,
    row.receivedOn,
    row.registeredAt,
    personId,
    row.channel,
    row.site,
    row.subject,
    row.text,
    row.details.ground,
    row.details.demand,
    row.details.amountTiyn,
    row.details.referenceNumber,
    row.details.referenceOn,
    row.details.statedDueOn,
    row.lang,
    row.assigneeId,
    row.assigneeId,
    row.emailMessageId,
    row.emailSha256,
    sortName,
  ) as CaseId
}

/** What a step may change in a case. Absent: stays as it is. */
export type CaseChange = Partial<
  Pick<
    StoredCase,
    | 'status'
    | 'blocked'
    | 'round'
    | 'outcome'
    | 'refusalGround'
    | 'reason'
    | 'executedOn'
    | 'executionNote'
    | 'latenessReason'
    | 'courtOn'
    | 'annulled'
  >
>

export function updateCase(db: WritableDb, before: StoredCase, change: CaseChange): void {
  const after = { ...before, ...change }
  db.run(
    `UPDATE cases SET status = ?, blocked = ?, round = ?, outcome = ?, refusal_ground = ?, reason = ?, executed_on = ?,
       execution_note = ?, lateness_reason = ?, court_on = ?, annulled = ?
     WHERE id = ?`,
    after.status,
    after.blocked ? 1 : 0,
    after.round,
    after.outcome,
    after.refusalGround,
    after.reason,
    after.executedOn,
    after.executionNote,
    after.latenessReason,
    after.courtOn,
    after.annulled ? 1 : 0,
    before.id,
  )
}

export function assigneeOf(db: ReadableDb, id: CaseId): { id: number; name: string } | undefined {
  return db.get('SELECT o.id, o.name FROM cases c JOIN officer o ON o.id = c.assignee_id WHERE c.id = ?', id)
}

/** Gives the case to an officer; null: to nobody. */
export function assignCase(db: WritableDb, id: CaseId, assigneeId: number | null): void {
  db.run(
    `UPDATE cases SET assignee_id = ?, assignee_order = ${orderOfAssignee} WHERE id = ?`,
    assigneeId,
    assigneeId,
    id,
  )
}

/** Number of the case that this very e-mail file is registered as. */
export function findCaseOfEmail(db: ReadableDb, sha256: string): string | null {
  return db.get<{ number: string }>('SELECT number FROM cases WHERE email_sha256 = ?', sha256)?.number ?? null
}

/** Lets the e-mail of an annulled case be registered anew. */
export function releaseEmail(db: WritableDb, id: CaseId): void {
  db.run('UPDATE cases SET email_sha256 = NULL WHERE id = ?', id)
}

/** A case that is taken up again has the e-mail it came by again, unless that is registered anew. */
export function reclaimEmail(db: WritableDb, { id, emailMessageId }: StoredCase): void {
  const sql = "SELECT sha256 FROM attachment WHERE case_id = ? AND role = 'email' ORDER BY id LIMIT 1"
  const email = emailMessageId === null ? undefined : db.get<{ sha256: string }>(sql, id)
  if (email && findCaseOfEmail(db, email.sha256) === null)
    db.run('UPDATE cases SET email_sha256 = ? WHERE id = ?', email.sha256, id)
}

/** Takes the next place of a series in a year. Gaps can't arise: the place is taken in the deed's own transaction. */
export function takePlace(db: WritableDb, series: string, year: number): number {
  const place = nextPlace(db, series, year)
  db.run(
    `INSERT INTO journal (series, year, last_place) VALUES (?, ?, ?)
     ON CONFLICT (series, year) DO UPDATE SET last_place = excluded.last_place`,
    series,
    year,
    place,
  )
  return place
}

/** The place that `takePlace` would take now. */
export function nextPlace(db: ReadableDb, series: string, year: number): number {
  const sql = 'SELECT last_place AS lastPlace FROM journal WHERE series = ? AND year = ?'
  return (db.get<{ lastPlace: number }>(sql, series, year)?.lastPlace ?? 0) + 1
}
