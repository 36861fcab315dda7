import { daysBetween } from '../../../core/calendar/days.ts'
import type { CaseRow } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { CaseView } from '../../../shared/model/list.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb } from '../db/db.ts'
import { countWaiting } from '../intake/incoming-store.ts'
import { noDueDate } from '../deadlines/store.ts'
import { wayToFound, type FoundWay } from './found-way-store.ts'
import { addAll, columnOf, Conditions, wayTo, type Order, type Way } from './list-way-store.ts'
import { matchQueries } from './search-store.ts'

type Row = Omit<CaseRow, 'dueOn' | 'daysLeft' | 'annulled'> & {
  dueOn: LocalDate
  annulled: number
  sortValue: string | number | null
}
type Value = string | number
type Cursor = { value: string | number | null; id: CaseId; tier: 'exact' | 'alike' }
type Ask = CaseView & { after: Cursor | null; limit: number }
/** A way through the cases in an order, or through those of them that a search finds. */
export type Reading = Way & { order: Order; descending: boolean; found: FoundWay['found'] | null }

const columns = `c.id, c.number, c.kind, c.status, c.annulled, c.received_on AS receivedOn, c.due_on AS dueOn,
  c.assignee_id AS assigneeId, o.name AS assignee,
  (SELECT nullif(k.due_on, k.effective_on) FROM clock k
    WHERE k.case_id = c.id AND k.ended_on IS NULL AND k.effective_on = c.due_on LIMIT 1) AS ruleDueOn,
  trim(p.organisation || ' ' || p.family_name || ' ' || p.given_name || ' ' || p.patronymic) AS applicantName`

/**
 * A page of the register, as it is sorted; by itself the most urgent first where urgency is asked for, the newest first
 * elsewhere. While one searches, those that match as typed come before those that match only with Kazakh letters taken
 * for Russian ones.
 */
export function listCases(db: ReadableDb, input: Ask, today: LocalDate): Output<'cases.list'> {
  const match = matchQueries(db, input.search, input.narrow)
  if (match) return searchTiers(db, input, today, match)
  const { by, descending } = input.sort ?? ownSort(input)
  const way = { ...wayTo(db, input, by, today), order: by, descending, found: null }
  return toPage(readRows(db, input, today, way), input.limit, 'exact', today)
}

function searchTiers(
  db: ReadableDb,
  input: Ask,
  today: LocalDate,
  match: NonNullable<ReturnType<typeof matchQueries>>,
): Output<'cases.list'> {
  const tier = input.after?.tier ?? 'exact'
  const first = readFound(db, input, today, match[tier])
  if (tier === 'alike' || match.alike === null || first.length > input.limit)
    return toPage(first, input.limit, tier, today)
  const left = { ...input, after: null, limit: input.limit - first.length }
  const rest = readFound(db, left, today, match.alike)
  const page = toPage([...first, ...rest], input.limit, 'alike', today)
  // The page may end among the exact ones, and the next one then begins with the first that is alike.
  return rest.length === 0 || page.rows.length > first.length ? page : { ...page, next: beforeAlike }
}

function readFound(db: ReadableDb, input: Ask, today: LocalDate, match: string | null): Row[] {
  if (match === null) return []
  const { by, descending } = input.sort ?? newestFirst
  const way = wayToFound(db, input, { match, order: by }, today)
  return readRows(db, input, today, { ...way, order: by, descending })
}

/** Before every row of the second tier; no case has this id. */
const beforeAlike: Cursor = { value: null, id: Number.MAX_SAFE_INTEGER as CaseId, tier: 'alike' }

const newestFirst = { by: 'newest', descending: true } as const

/** The page is cut before the names are read. */
export function readRows(db: ReadableDb, input: Ask, today: LocalDate, way: Reading): Row[] {
  const conditions = new Conditions()
  addAll(conditions, input, way, today)
  if (way.found?.by === 'index') conditions.add('case_search MATCH ?', way.found.match)
  // The plus keeps the set apart from the index walked: SQLite would walk the set at each of its steps.
  if (way.found?.by === 'set') conditions.add(`+c.id IN (SELECT rowid ${searched})`, way.found.match)
  const id = way.found?.by === 'index' ? 's.rowid' : 'c.id'
  const column = way.order === 'newest' ? id : columnOf(way.order)
  addCursor(conditions, input.after, { column, id, descending: way.descending })
  const direction = way.descending ? 'DESC' : ''
  const order = (value: string, then: string): string =>
    value === then ? `${then} ${direction}` : `${value} ${direction}, ${then} ${direction}`
  const ordered = `SELECT ${id} AS id, ${column} AS sortValue FROM ${way.from} ${conditions.where}
    ORDER BY ${order(column, id)}`
  // The limit within keeps SQLite from looking for cases before they are in order: it looks for no more than fill the page.
  const page =
    way.found?.by === 'look'
      ? `SELECT * FROM (${ordered} LIMIT -1) o WHERE EXISTS (SELECT 1 ${searched} AND rowid = o.id) LIMIT ?`
      : `${ordered} LIMIT ?`
  return db.all<Row>(
    `SELECT ${columns}, page.sortValue
     FROM (${page}) page CROSS JOIN cases c ON c.id = page.id JOIN person p ON p.id = c.person_id
     LEFT JOIN officer o ON o.id = c.assignee_id
     ORDER BY ${order('page.sortValue', 'page.id')}`,
    ...conditions.values,
    ...(way.found?.by === 'look' ? [way.found.match] : []),
    input.limit + 1,
  )
}

const searched = 'FROM case_search WHERE case_search MATCH ?'

/** The most urgent first, else the newest; within a period by the day of receipt, which the period is found by. */
function ownSort({ filter, narrow }: Ask): { by: Order; descending: boolean } {
  if (['open', 'late', 'today'].includes(filter)) return { by: 'due', descending: false }
  const hasPeriod = narrow.receivedFrom !== null || narrow.receivedTo !== null
  return hasPeriod ? { by: 'received', descending: true } : newestFirst
}

function addCursor(
  conditions: Conditions,
  after: Cursor | null,
  { column, id, descending }: { column: string; id: string; descending: boolean },
): void {
  if (!after || after.id === beforeAlike.id) return
  const beyond = descending ? '<' : '>'
  if (column === id) return conditions.add(`${id} ${beyond} ?`, after.id)
  conditions.add(`(${column}, ${id}) ${beyond} (?, ?)`, after.value ?? '', after.id)
}

function toPage(
  rows: readonly Row[],
  limit: number,
  tier: Cursor['tier'],
  today: LocalDate,
): Output<'cases.list'> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => toRow(row, today)),
    next: rows.length > limit && last ? { value: last.sortValue, id: last.id, tier } : null,
  }
}

function toRow({ sortValue, annulled, dueOn, ...row }: Row, today: LocalDate): CaseRow {
  void sortValue
  return { ...row, ...dueOf(dueOn, today), annulled: annulled === 1 }
}

function dueOf(dueOn: LocalDate, today: LocalDate): Pick<CaseRow, 'dueOn' | 'daysLeft'> {
  const runs = dueOn !== noDueDate
  return { dueOn: runs ? dueOn : null, daysLeft: runs ? daysBetween(today, dueOn) : null }
}

/** Counters over the list, out of the counts that triggers keep. */
export function summarise(db: ReadableDb, today: LocalDate): Output<'cases.summary'> {
  const count = (condition: string, ...values: Value[]): number =>
    db.get<{ n: number | null }>(`SELECT sum(n) AS n FROM case_count WHERE ${condition}`, ...values)?.n ?? 0
  const open = "status <> 'closed'"
  return {
    today,
    dueToday: count(`${open} AND due_on = ?`, today),
    late: count(`${open} AND due_on < ?`, today),
    fresh: count("status = 'registered'"),
    open: count(open),
    unsettledMails: countUnsettled(db),
    incoming: countWaiting(db),
  }
}

/** Not sent, not known to be sent, or sent and not arrived, while its letter was delivered no other way. */
function countUnsettled(db: ReadableDb): number {
  const sql = `SELECT (SELECT count(*) FROM mail WHERE state IN ('failed', 'unknown')) +
    (SELECT count(*) FROM mail m JOIN letter l ON l.id = m.letter_id
      WHERE m.report_outcome = 'failed' AND m.state NOT IN ('failed', 'unknown') AND l.delivery_method IS NULL) AS n`
  return db.get<{ n: number }>(sql)?.n ?? 0
}
