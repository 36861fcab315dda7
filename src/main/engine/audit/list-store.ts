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

/** Each part of a filter that narrows. A number of a case may be given by its beginning. */
function conditionsOf({ caseNumber, actor, action, from, to, disclosuresOnly }: AuditFilter): Condition[] {
  const when = (given: unknown, sql: string, ...values: Value[]): Condition[] =>
    given ? [{ sql, values }] : []
  const start = caseNumber.toUpperCase()
  return [
    ...when(
      start,
      'case_id IN (SELECT id FROM cases WHERE number >= ? AND number < ?)',
      start,
      `${start}\u{10ffff}`,
    ),
    ...when(actor, 'actor = ?', actor ?? ''),
    ...when(action, 'action = ?', action ?? ''),
    ...when(from, 'at >= ?', from ? almatyDayStart(from) : ''),
    ...when(to, 'at < ?', to ? almatyDayStart(addDays(to, 1)) : ''),
    ...when(disclosuresOnly, `action IN (${quoted})`),
  ]
}

/** So many entries are sorted as fast as others are passed over. */
const sortable = 20_000

/** The entries of a deed within a time are sorted where they are few; else those of the deed are passed until a page is full. */
function wayTo(db: ReadableDb, { action, actor, caseNumber, ...filter }: AuditFilter): string {
  if (!action || actor || caseNumber || (!filter.from && !filter.to)) return ''
  const way = 'INDEXED BY audit_by_deed_and_time'
  const span = conditionsOf({ ...filter, action, actor: null, caseNumber: '', disclosuresOnly: false })
  const { n } = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM audit ${way} WHERE ${sqlOf(span)} LIMIT ?)`,
    ...span.flatMap(({ values }) => values),
    sortable + 1,
  ) ?? { n: 0 }
  return n <= sortable ? way : 'INDEXED BY audit_by_action'
}

function sqlOf(conditions: readonly Condition[]): string {
  return conditions.map(({ sql }) => sql).join(' AND ')
}

function select(
  db: ReadableDb,
  way: string,
  conditions: readonly Condition[],
  order: 'ASC' | 'DESC',
  limit: number,
): NumberedLink[] {
  const where = sqlOf(conditions)
  return db.all<NumberedLink>(
    `SELECT ${linkColumns}, coalesce((SELECT number FROM cases WHERE cases.id = case_id), '') AS caseNumber
     FROM audit ${way} ${where === '' ? '' : `WHERE ${where}`} ORDER BY seq ${order} LIMIT ?`,
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
  return select(db, wayTo(db, filter), [...conditionsOf(filter), ...place], 'DESC', limit)
}

/** Entries after a place up to another one, the oldest first. */
export function linksBetween(
  db: ReadableDb,
  filter: AuditFilter,
  { after, upTo }: { after: number; upTo: number },
  limit: number,
): NumberedLink[] {
  const place = { sql: 'seq > ? AND seq <= ?', values: [after, upTo] }
  return select(db, wayTo(db, filter), [...conditionsOf(filter), place], 'ASC', limit)
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
