import { almatyDate, almatyDayStart } from '../../../core/calendar/almaty.ts'
import { addDays } from '../../../core/calendar/days.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { mostOfAnAct, type DueCase } from '../../../shared/contract/retention.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { LocalDate } from '../../../shared/model/local-date.ts'
import type { Destruction, RetentionMethod } from '../../../shared/model/retention.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

type Hold = NonNullable<DueCase['hold']>
type Row = Omit<DueCase, 'closedOn' | 'dueOn' | 'hold'> & {
  closedAt: string
  /** `legal_hold` by which the case is kept. */
  holdId: number | null
}

/** When a case was closed last. */
const closedAt = `(SELECT max(at) FROM audit
  WHERE case_id = c.id AND action IN ('closed', 'annulled', 'merged'))`

/** A year later or earlier; of 29 February the last day of the month. */
export function yearsAfter(date: LocalDate, years: number): LocalDate {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`
  const same = LocalDate.safeParse(moved)
  return same.success ? same.data : LocalDate.parse(`${moved.slice(0, 8)}28`)
}

/** The last day that what was closed on is due by today. */
function lastClosing(today: LocalDate, years: number): LocalDate {
  const last = yearsAfter(today, -years)
  const next = addDays(last, 1)
  return yearsAfter(next, years) <= today ? next : last
}

/**
 * Closed cases whose term has passed, the oldest first, as many as an act names, and so many more that are held; none that
 * a message is still under way from, and none that a case in work is about: a claim that grew from it, or a repeat.
 */
export function dueCases(db: ReadableDb, { years, today }: Term, limit = mostOfAnAct): DueCase[] {
  const last = lastClosing(today, years)
  const read = (from: string): Row[] =>
    db.all<Row>(
      `${kept} SELECT c.id, c.number, c.kind, c.received_on AS receivedOn, ${closedAt} AS closedAt,
         (SELECT count(*) FROM letter WHERE case_id = c.id) AS letters,
         (SELECT count(*) FROM attachment WHERE case_id = c.id) AS files,
         (SELECT min(hold_id) FROM kept WHERE kept.case_id = c.id) AS holdId
       FROM ${from} AND c.status = 'closed' AND c.destroyed = 0 AND c.received_on <= ? AND ${closedAt} < ?
         AND NOT EXISTS (SELECT 1 FROM mail WHERE case_id = c.id AND state IN ('queued', 'sending', 'unknown'))
         AND NOT EXISTS (${open('other_id', 'case_id')}) AND NOT EXISTS (${open('case_id', 'other_id')})
       ORDER BY c.received_on, c.id LIMIT ?`,
      last,
      almatyDayStart(addDays(last, 1)),
      limit,
    )
  return [...read(free), ...read(held)]
    .map((row) => dueOf(db, row, years))
    .toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn) || a.id - b.id)
}

/**
 * Which cases are kept by which holds in force: a hold reaches all that repeat one request, and what a claim grew from,
 * through one another too. What was answered in one of them was asked in another, and is what the dispute is about.
 * `+`: else SQLite makes an index of all repeats at every step.
 */
const kept = `WITH RECURSIVE kept(case_id, hold_id) AS (
  SELECT case_id, id FROM legal_hold WHERE lifted_at IS NULL
  UNION SELECT r.other_id, kept.hold_id
    FROM kept JOIN case_relation r ON r.case_id = kept.case_id AND +r.type IN ('duplicate', 'follows')
  UNION SELECT r.case_id, kept.hold_id
    FROM kept JOIN case_relation r ON r.other_id = kept.case_id AND +r.type IN ('duplicate', 'follows'))`

/** Whether what goes with a case is still in work. */
const open = (
  own: string,
  other: string,
): string => `SELECT 1 FROM case_relation l JOIN cases o ON o.id = l.${other}
  WHERE l.${own} = c.id AND +l.type IN ('duplicate', 'follows') AND +o.status <> 'closed'`

/** A case can't be closed before it came, so that the index of receipt leaves out the young ones. */
const free = 'cases c INDEXED BY cases_closed_by_received WHERE c.id NOT IN (SELECT case_id FROM kept)'
const held = '(SELECT DISTINCT case_id FROM kept) k CROSS JOIN cases c ON c.id = k.case_id WHERE true'

function dueOf(db: ReadableDb, { closedAt, holdId, ...row }: Row, years: number): DueCase {
  const closedOn = almatyDate(Date.parse(closedAt))
  const hold = holdId === null ? null : findHold(db, holdId)
  return { ...row, closedOn, dueOn: yearsAfter(closedOn, years), hold }
}

function findHold(db: ReadableDb, id: number): Hold | null {
  const sql = `SELECT h.case_id AS caseId, c.number, h.reason, h.officer, h.at
    FROM legal_hold h JOIN cases c ON c.id = h.case_id WHERE h.id = ?`
  return db.get<Hold>(sql, id) ?? null
}

const setAsideDue = "FROM incoming WHERE state = 'setAside' AND settled_at < ?"

type Term = { years: number; today: LocalDate }

/** How many messages were set aside longer ago than the term. */
export function countSetAside(db: ReadableDb, { years, today }: Term): number {
  const before = almatyDayStart(addDays(lastClosing(today, years), 1))
  return db.get<{ n: number }>(`SELECT count(*) AS n ${setAsideDue}`, before)?.n ?? 0
}

/** With the cases that somebody began to fill in from them. */
export function eraseSetAside(db: WritableDb, { years, today }: Term): void {
  const before = almatyDayStart(addDays(lastClosing(today, years), 1))
  db.run(`DELETE FROM draft WHERE name IN (SELECT 'newCase:mail-' || id ${setAsideDue})`, before)
  db.run(`DELETE ${setAsideDue}`, before)
}

type Act = {
  number: string
  method: RetentionMethod
  at: string
  officer: string
  cases: number
  sha256: string
  pdf: Uint8Array
}

export function insertAct(db: WritableDb, act: Act): number {
  return db.run(
    'INSERT INTO retention_act (number, method, made_at, officer, cases, sha256, pdf) VALUES (?, ?, ?, ?, ?, ?, ?)',
    act.number,
    act.method,
    act.at,
    act.officer,
    act.cases,
    act.sha256,
    act.pdf,
  )
}

export function listActs(db: ReadableDb): Output<'retention.overview'>['acts'] {
  return db.all(
    'SELECT id, number, method, made_at AS madeAt, officer, cases FROM retention_act ORDER BY id DESC LIMIT 200',
  )
}

export function findAct(db: ReadableDb, id: number): { number: string; pdf: Uint8Array } | undefined {
  return db.get('SELECT number, pdf FROM retention_act WHERE id = ?', id)
}

/** By which act a case was destroyed or anonymised; null where it was not. */
export function destructionOf(db: ReadableDb, id: CaseId): Destruction | null {
  const sql = `SELECT a.id AS actId, a.number AS act, a.method, a.made_at AS at
    FROM destroyed_case d JOIN retention_act a ON a.id = d.act_id WHERE d.case_id = ?`
  return db.get<Destruction>(sql, id) ?? null
}

/** A hold by which a case is kept: its own, or that of one that goes with it. */
export function holdOver(db: ReadableDb, id: CaseId): Hold | null {
  const row = db.get<{ id: number | null }>(
    `${kept} SELECT min(hold_id) AS id FROM kept WHERE case_id = ?`,
    id,
  )
  return row?.id ? findHold(db, row.id) : null
}

/** Whether a hold of its own is in force. */
export function isHeld(db: ReadableDb, id: CaseId): boolean {
  return db.get('SELECT 1 FROM legal_hold WHERE case_id = ? AND lifted_at IS NULL', id) !== undefined
}

export function insertHold(
  db: WritableDb,
  id: CaseId,
  reason: string,
  by: { officer: string; at: string },
): void {
  db.run(
    'INSERT INTO legal_hold (case_id, reason, officer, at) VALUES (?, ?, ?, ?)',
    id,
    reason,
    by.officer,
    by.at,
  )
}

export function liftHold(db: WritableDb, id: CaseId, at: string): void {
  db.run('UPDATE legal_hold SET lifted_at = ? WHERE case_id = ? AND lifted_at IS NULL', at, id)
}
