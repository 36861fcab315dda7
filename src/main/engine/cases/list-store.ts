import { daysBetween } from '../../../core/calendar/days.ts'
import type { CaseRow } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { CaseView, Narrow, Sort, SortColumn } from '../../../shared/model/list.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb } from '../db/db.ts'
import { countWaiting } from '../intake/incoming-store.ts'
import { noDueDate } from '../deadlines/store.ts'
import { matchQueries } from './search-store.ts'

type Row = Omit<CaseRow, 'dueOn' | 'daysLeft' | 'annulled'> & {
  dueOn: LocalDate
  annulled: number
  sortValue: string | number | null
}
type Value = string | number
type Cursor = { value: string | number | null; id: CaseId; tier: 'exact' | 'alike' }
type Ask = CaseView & { after: Cursor | null; limit: number }

const columns = `c.id, c.number, c.kind, c.status, c.annulled, c.received_on AS receivedOn, c.due_on AS dueOn,
  c.assignee_id AS assigneeId, o.name AS assignee,
  trim(p.organisation || ' ' || p.family_name || ' ' || p.given_name || ' ' || p.patronymic) AS applicantName`

const sortColumns: Record<SortColumn, string> = {
  due: 'c.due_on',
  number: 'c.id',
  kind: 'c.kind',
  person: 'c.sort_name',
  status: 'c.status',
  received: 'c.received_on',
  assignee: 'c.assignee_id',
}

class Conditions {
  readonly #parts: string[] = []
  readonly values: Value[] = []

  add(condition: string, ...values: Value[]): void {
    this.#parts.push(condition)
    this.values.push(...values)
  }

  oneOf(column: string, values: readonly Value[]): void {
    if (values.length > 0) this.add(`${column} IN (${values.map(() => '?').join(', ')})`, ...values)
  }

  get where(): string {
    return this.#parts.length > 0 ? `WHERE ${this.#parts.join(' AND ')}` : ''
  }
}

/**
 * A page of the register. While one searches: the newest first, those that match as typed before those that match only
 * with Kazakh letters taken for Russian ones. Else as it is sorted; by itself the most urgent first where urgency is
 * asked for, the newest first elsewhere.
 */
export function listCases(db: ReadableDb, input: Ask, today: LocalDate): Output<'cases.list'> {
  const match = matchQueries(input.search)
  if (!match) return toPage(readRows(db, input, today, null), input.limit, 'exact', today)
  const tier = input.after?.tier ?? 'exact'
  const first = readRows(db, input, today, match[tier])
  if (tier === 'alike' || first.length > input.limit) return toPage(first, input.limit, tier, today)
  const rest = readRows(db, { ...input, after: null, limit: input.limit - first.length }, today, match.alike)
  const page = toPage([...first, ...rest], input.limit, 'alike', today)
  // The page may end among the exact ones, and the next one then begins with the first that is alike.
  return rest.length === 0 || page.rows.length > first.length ? page : { ...page, next: beforeAlike }
}

/** Before every row of the second tier: ids count down. */
const beforeAlike: Cursor = { value: null, id: Number.MAX_SAFE_INTEGER as CaseId, tier: 'alike' }

function readRows(db: ReadableDb, input: Ask, today: LocalDate, match: string | null): Row[] {
  const conditions = new Conditions()
  if (match !== null) conditions.add('case_search MATCH ?', match)
  addFilter(conditions, input.filter, today)
  const isFacetted = match === null && areFew(db, input)
  addFacets(conditions, isFacetted ? 'f' : '+c', input.narrow)
  addPeriods(conditions, input.narrow)
  const sort = input.sort ?? ownSort(input)
  const column = match === null ? sortColumns[sort.by] : 's.rowid'
  const descending = match !== null || sort.descending
  const id = match === null ? 'c.id' : 's.rowid'
  addCursor(conditions, input.after, { column, id, descending })
  const direction = descending ? 'DESC' : ''
  return db.all<Row>(
    `SELECT ${columns}, ${column} AS sortValue FROM ${isFacetted ? facetted : match === null ? 'cases c' : searched}
     JOIN person p ON p.id = c.person_id LEFT JOIN officer o ON o.id = c.assignee_id
     ${conditions.where}
     ORDER BY ${column === id ? '' : `${column} ${direction}, `}${id} ${direction} LIMIT ?`,
    ...conditions.values,
    input.limit + 1,
  )
}

/** The most urgent first, else the newest; within a period by the day of receipt, which the period is found by. */
function ownSort({ filter, narrow }: Ask): Sort {
  if (['open', 'late', 'today'].includes(filter)) return { by: 'due', descending: false }
  const hasPeriod = narrow.receivedFrom !== null || narrow.receivedTo !== null
  return { by: hasPeriod ? 'received' : 'number', descending: true }
}

const searched = 'case_search s CROSS JOIN cases c ON c.id = s.rowid'
/** The cases of the combinations that the filters let through, and no other. */
const facetted = `case_facet f CROSS JOIN cases c ON c.kind = f.kind AND c.status = f.status AND c.channel = f.channel
  AND c.lang = f.lang AND c.site = f.site AND c.assignee_id = f.assignee_id`
/** So many cases are read and sorted faster than the whole register is walked through in order. */
const few = 5_000

/**
 * Whether the filters let few cases through. Many are found soon on a walk in the order asked for; a few are not, and
 * are read by their combinations instead.
 */
function areFew(db: ReadableDb, { filter, narrow }: Ask): boolean {
  const conditions = new Conditions()
  addFacets(conditions, 'f', narrow)
  if (conditions.where === '' || ['open', 'late', 'today', 'new'].includes(filter)) return false
  const sql = `SELECT sum(n) AS n FROM case_facet f ${conditions.where}`
  return (db.get<{ n: number | null }>(sql, ...conditions.values)?.n ?? 0) <= few
}

function addCursor(
  conditions: Conditions,
  after: Cursor | null,
  { column, id, descending }: { column: string; id: string; descending: boolean },
): void {
  if (!after) return
  const beyond = descending ? '<' : '>'
  if (column === id) return conditions.add(`${id} ${beyond} ?`, after.id)
  conditions.add(`(${column}, ${id}) ${beyond} (?, ?)`, after.value ?? '', after.id)
}

function addFilter(conditions: Conditions, filter: CaseView['filter'], today: LocalDate): void {
  switch (filter) {
    case 'open':
      return conditions.add("c.status <> 'closed'")
    case 'late':
      return conditions.add("c.status <> 'closed' AND c.due_on < ?", today)
    case 'today':
      return conditions.add("c.status <> 'closed' AND c.due_on = ?", today)
    case 'new':
      return conditions.add("c.status = 'registered'")
    case 'closed':
      return conditions.add("c.status = 'closed'")
    case 'all':
      return
  }
}

/** `+c` keeps the planner from walking by a filter instead of the order. */
function addFacets(conditions: Conditions, of: 'f' | '+c', narrow: Narrow): void {
  conditions.oneOf(`${of}.kind`, narrow.kinds)
  conditions.oneOf(`${of}.status`, narrow.statuses)
  conditions.oneOf(`${of}.channel`, narrow.channels)
  conditions.oneOf(`${of}.lang`, narrow.langs)
  conditions.oneOf(`${of}.site`, narrow.sites)
  conditions.oneOf(`${of}.assignee_id`, narrow.assignees)
}

function addPeriods(conditions: Conditions, narrow: Narrow): void {
  if (narrow.receivedFrom) conditions.add('c.received_on >= ?', narrow.receivedFrom)
  if (narrow.receivedTo) conditions.add('c.received_on <= ?', narrow.receivedTo)
  if (narrow.dueFrom) conditions.add('c.due_on >= ?', narrow.dueFrom)
  if (narrow.dueTo) conditions.add('c.due_on <= ?', narrow.dueTo)
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
  const sql = `SELECT count(*) AS n FROM mail m JOIN letter l ON l.id = m.letter_id
    WHERE m.state IN ('failed', 'unknown') OR m.report_outcome = 'failed' AND l.delivery_method IS NULL`
  return db.get<{ n: number }>(sql)?.n ?? 0
}
