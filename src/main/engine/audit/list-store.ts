import { addDays } from '../../../core/calendar/days.ts'
import { almatyDayStart } from '../../../core/calendar/almaty.ts'
import { disclosing, type AuditFilter } from '../../../shared/model/audit.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { ReadableDb } from '../db/db.ts'
import { linkColumns, type StoredLink } from './store.ts'

/** A link with the number of its case; the text is empty where it has none. */
export type NumberedLink = StoredLink & { caseNumber: string }

type Value = string | number
type Condition = { sql: string; values: Value[] }

const quoted = [...disclosing].map((action) => `'${action}'`).join(', ')

/** Each part of a filter that narrows. */
function conditionsOf(
  db: ReadableDb,
  { caseNumber, actor, action, from, to, disclosuresOnly }: AuditFilter,
): Condition[] {
  const when = (given: unknown, sql: string, ...values: Value[]): Condition[] =>
    given ? [{ sql, values }] : []
  return [
    ...(caseNumber ? [numbered(db, caseNumber.toUpperCase())] : []),
    ...when(actor, 'actor = ?', actor ?? ''),
    ...when(action, 'action = ?', action ?? ''),
    ...(from ? sinceThen(almatyDayStart(from)) : []),
    ...(to ? beforeThen(almatyDayStart(addDays(to, 1))) : []),
    ...when(disclosuresOnly, `action IN (${quoted})`),
  ]
}

/** The entries of so many cases are sorted as fast as others are passed over. */
const sortable = 500

/** The entries of the cases whose number begins so. Where they are many, each entry is asked for the number of its case. */
function numbered(db: ReadableDb, start: string): Condition {
  const values = [start, `${start}\u{10ffff}`]
  const those = 'SELECT id FROM cases WHERE number >= ? AND number < ?'
  const areMany = db.get(`${those} LIMIT 1 OFFSET ${sortable}`, ...values) !== undefined
  const sql = areMany
    ? 'EXISTS (SELECT 1 FROM cases WHERE id = case_id AND number >= ? AND number < ?)'
    : `case_id IN (${those})`
  return { sql, values }
}

/** The entries since a moment, no earlier than the first link of its day or a later one. */
function sinceThen(moment: string): Condition[] {
  return [
    { sql: 'seq >= (SELECT min(first) FROM audit_day WHERE day >= ?)', values: [moment.slice(0, 10)] },
    { sql: 'at >= ?', values: [moment] },
  ]
}

/** The entries before a moment, no later than the last link of its day or an earlier one. */
function beforeThen(moment: string): Condition[] {
  return [
    { sql: 'seq <= (SELECT max(last) FROM audit_day WHERE day <= ?)', values: [moment.slice(0, 10)] },
    { sql: 'at < ?', values: [moment] },
  ]
}

function select(
  db: ReadableDb,
  conditions: readonly Condition[],
  order: 'ASC' | 'DESC',
  limit: number,
): NumberedLink[] {
  const where = conditions.map(({ sql }) => sql).join(' AND ')
  return db.all<NumberedLink>(
    `SELECT ${linkColumns}, coalesce((SELECT number FROM cases WHERE cases.id = case_id), '') AS caseNumber
     FROM audit ${where === '' ? '' : `WHERE ${where}`} ORDER BY seq ${order} LIMIT ?`,
    ...conditions.flatMap(({ values }) => values),
    limit,
  )
}

/** Entries before a place, the newest first. */
export function linksBefore(
  db: ReadableDb,
  filter: AuditFilter,
  before: number | null,
  limit: number,
): NumberedLink[] {
  const place = before === null ? [] : [{ sql: 'seq < ?', values: [before] }]
  return select(db, [...conditionsOf(db, filter), ...place], 'DESC', limit)
}

/** Entries after a place up to another one, the oldest first. */
export function linksBetween(
  db: ReadableDb,
  filter: AuditFilter,
  { after, upTo }: { after: number; upTo: number },
  limit: number,
): NumberedLink[] {
  const place = { sql: 'seq > ? AND seq <= ?', values: [after, upTo] }
  return select(db, [...conditionsOf(db, filter), place], 'ASC', limit)
}

/** Every link of a case, whoever merely looked among them, the oldest first. */
export function linksOfCase(db: ReadableDb, { id, number }: { id: CaseId; number: string }): NumberedLink[] {
  return db
    .all<StoredLink>(`SELECT ${linkColumns} FROM audit WHERE case_id = ? ORDER BY seq`, id)
    .map((link) => ({ ...link, caseNumber: number }))
}

/** Everybody who stands in the record; the index is skipped through, name by name. */
export function actorsOf(db: ReadableDb): string[] {
  return db
    .all<{ actor: string }>(
      `WITH RECURSIVE found(actor) AS (
         SELECT min(actor) FROM audit
         UNION ALL
         SELECT (SELECT min(actor) FROM audit WHERE actor > found.actor) FROM found WHERE found.actor IS NOT NULL
       ) SELECT actor FROM found WHERE actor IS NOT NULL`,
    )
    .map(({ actor }) => actor)
}
