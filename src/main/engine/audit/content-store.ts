import { hash } from 'node:crypto'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb } from '../db/db.ts'
import { ruleText } from '../deadlines/rule-text-store.ts'

/** Rows of a case in one table, as one JSON text in a settled order. */
function rowsOf(table: string, columns: string, order: string, where = 'case_id = c.id'): string {
  return `(SELECT json_group_array(json_array(${columns}) ORDER BY ${order}) FROM ${table} WHERE ${where})`
}

/**
 * All that is stored of a case and its person, but what the program can make anew (the index of words, reminders). Files,
 * letters and messages stand by their hashes, which `verify.ts` compares with their bytes. A migration leaves these values
 * alone: what comes to a case is added below.
 */
const state = [
  `json_array(c.number, c.kind, c.status, c.received_on, c.registered_at, c.channel, c.site, c.subject, c.text, c.blocked,
    c.round, c.outcome, c.refusal_ground, c.reason, c.executed_on, c.execution_note, c.lateness_reason, c.email_message_id,
    c.email_sha256, c.ground, c.demand, c.amount_tiyn, c.reference_number, c.reference_on, c.stated_due_on, c.court_on,
    c.annulled, c.assignee_id, c.person_id)`,
  `json_array(p.organisation, p.family_name, p.given_name, p.patronymic, p.iin, p.address, p.email, p.phone, p.lang)`,
  rowsOf('representative', 'name, power_number, power_issued_on, power_issuer, power_valid_until', 'case_id'),
  rowsOf('verification', 'id, round, method, compared, confirmed, officer, at', 'id'),
  rowsOf(
    'case_system',
    'round, system_id, found, data, deed, deed_on, deed_method, proof, officer, at',
    'round, system_id',
  ),
  rowsOf('case_system_category', 'round, system_id, category_id', 'round, system_id, category_id'),
  rowsOf(
    'clock',
    `id, rule_id, rule_version, started_on, due_on, effective_on, paused, ended_on, ended_by, ${ruleText}, trace,
    effective_trace`,
    'id',
  ),
  rowsOf(
    'clock_adjustment a JOIN clock k ON k.id = a.clock_id',
    'a.id, a.clock_id, a.type, a.from_on, a.until_on, a.reason, a.basis, a.officer, a.at, a.revoked_at, a.revocation',
    'a.id',
    'k.case_id = c.id',
  ),
  rowsOf('blocking', 'id, what, since_on, blocked_by, lifted_on, lifted_by, why', 'id'),
  rowsOf('case_note', 'id, text, officer, at', 'id'),
  rowsOf('case_relation', 'other_id, type, officer, at', 'other_id'),
  rowsOf('attachment', 'id, role, name, mime, size, sha256', 'id'),
  rowsOf(
    'letter',
    'id, template_id, lang, number, issued_on, answers, round, delivery_method, delivered_on, delivery_note, sha256',
    'id',
  ),
  rowsOf(
    'mail',
    'id, letter_id, message_id, recipient, subject, text, state, failure, response, sending_on, message_sha256, report_outcome',
    'id',
  ),
].join(', char(10), ')

/** Rows of what was added later. A case that has none stands as it did before, so that what sealed it still holds. */
function addedRowsOf(table: string, columns: string, order: string, where = 'case_id = c.id'): string {
  return `coalesce((SELECT char(10) || '${table}' || json_group_array(json_array(${columns}) ORDER BY ${order})
    FROM ${table} WHERE ${where} HAVING count(*) > 0), '')`
}

const added = [
  addedRowsOf(
    'case_system',
    'round, system_id, deed_by',
    'round, system_id',
    "case_id = c.id AND deed_by <> ''",
  ),
  addedRowsOf('verification', 'id', 'id', 'case_id = c.id AND superseded = 1'),
  addedRowsOf('legal_hold', 'id, reason, officer, at, lifted_at', 'id'),
  addedRowsOf('destroyed_case', 'act_id', 'act_id'),
  addedRowsOf('merged_clock', 'id, clock_id', 'id', 'from_id = c.id'),
].join(', ')

const select = (of: string): string =>
  `SELECT ${of} AS state FROM cases c JOIN person p ON p.id = c.person_id WHERE c.id = ?`
// Joined in one go: `||` would copy all that stands before it at each step.
const whole = `concat(${state}, ${added})`
const sql = select(whole)
/** The bytes of the text: to make a string of them first would take four times as long as all else. */
const bytesSql = select(`CAST(${whole} AS BLOB)`)
const firstBytesSql = select(`CAST(concat(${state}) AS BLOB)`)

/** A case as it stands, as the text whose SHA-256 its last deed recorded; null where there is none. */
export function stateOfCase(db: ReadableDb, id: CaseId): string | null {
  return db.get<{ state: string }>(sql, id)?.state ?? null
}

/** SHA-256 of a case as it stands; null where there is none. */
export function digestOfCase(db: ReadableDb, id: CaseId): string | null {
  return digestOf(db, bytesSql, id)
}

/** As `digestOfCase`, by a program that knew nothing yet of what was added later. */
export function firstDigestOfCase(db: ReadableDb, id: CaseId): string | null {
  return digestOf(db, firstBytesSql, id)
}

function digestOf(db: ReadableDb, of: string, id: CaseId): string | null {
  const found = db.get<{ state: Uint8Array }>(of, id)
  return found ? hash('sha256', found.state) : null
}

/** Cases in the order of their ids. */
export function casesAfter(db: ReadableDb, id: number, limit: number): { id: CaseId; number: string }[] {
  return db.all('SELECT id, number FROM cases WHERE id > ? ORDER BY id LIMIT ?', id, limit)
}

type Fault = {
  kind: 'case' | 'letter' | 'attachment' | 'mail'
  caseId: CaseId
  name: string
  seq: number | null
}

/** Cases that the record knows and the register does not, among so many numbers after one. */
export function lostCases(db: ReadableDb, after: number, count: number): Fault[] {
  return db.all<Fault>(
    `SELECT 'case' AS kind, case_id AS caseId, '' AS name, max(seq) AS seq FROM audit
     WHERE case_id > ? AND case_id <= ? AND case_id NOT IN (SELECT id FROM cases WHERE id > ? AND id <= ?)
     GROUP BY case_id LIMIT 100`,
    after,
    after + count,
    after,
    after + count,
  )
}

/** The highest number of a case that the record knows. */
export function lastRecordedCase(db: ReadableDb): number {
  return db.get<{ id: number | null }>('SELECT max(case_id) AS id FROM audit')?.id ?? 0
}

type Hashed = { name: string; sha256: string; bytes: Uint8Array }
const hashed: readonly (readonly [Fault['kind'], string])[] = [
  ['letter', 'SELECT number AS name, sha256, pdf AS bytes FROM letter WHERE case_id = ?'],
  ['attachment', 'SELECT name, sha256, bytes FROM attachment WHERE case_id = ?'],
  [
    'mail',
    `SELECT subject AS name, message_sha256 AS sha256, message AS bytes FROM mail
     WHERE case_id = ? AND message_sha256 IS NOT NULL AND message IS NOT NULL`,
  ],
]

/** What of a case is no longer the bytes that were hashed when they came or went. */
export function unlikeTheirHash(db: ReadableDb, caseId: CaseId): Fault[] {
  // The record says that they were destroyed; that it may say so, the chain and the state of the case prove.
  const mayBeEmpty = isDestroyed(db, caseId)
  return hashed.flatMap(([kind, sql]) =>
    db
      .all<Hashed>(sql, caseId)
      .filter(({ sha256, bytes }) => !(mayBeEmpty && bytes.length === 0) && hash('sha256', bytes) !== sha256)
      .map(({ name }): Fault => ({ kind, caseId, name, seq: null })),
  )
}

/** Whether a deed of the chain destroyed what a case told. */
export function isDestroyed(db: ReadableDb, caseId: number): boolean {
  return db.get("SELECT 1 FROM audit WHERE case_id = ? AND action = 'caseDestroyed'", caseId) !== undefined
}
