import { CaseKind, CaseStatus } from '../../../shared/model/case.ts'
import type { CaseFilter, CaseView, Narrow, SortColumn } from '../../../shared/model/list.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb } from '../db/db.ts'

type Value = string | number

/** What rows must be like, as SQL with its values. */
export class Conditions {
  readonly #parts: string[] = []
  readonly values: Value[] = []

  add(condition: string, ...values: Value[]): void {
    this.#parts.push(condition)
    this.values.push(...values)
  }

  oneOf(column: string, values: readonly Value[]): void {
    if (values.length > 0) this.add(`${column} IN (${values.map(() => '?').join(', ')})`, ...values)
  }

  between(column: string, from: LocalDate | null, to: LocalDate | null): void {
    if (from) this.add(`${column} >= ?`, from)
    if (to) this.add(`${column} <= ?`, to)
  }

  get where(): string {
    return this.#parts.length > 0 ? `WHERE ${this.#parts.join(' AND ')}` : ''
  }
}

/** `newest`: as the cases were registered. */
export type Order = SortColumn | 'newest'

/** What is sorted by, and the index that has it: `cases_by_…` over all cases, `cases_open_by_…` over those that are open. */
const orders: Record<Order, { column: string; index: string | null }> = {
  newest: { column: 'c.id', index: null },
  due: { column: 'c.due_on', index: 'due' },
  number: { column: 'c.number_order', index: 'number' },
  kind: { column: 'c.kind_order', index: 'kind' },
  person: { column: 'c.sort_name', index: 'name' },
  status: { column: 'c.status_order', index: 'progress' },
  received: { column: 'c.received_on', index: 'received' },
  assignee: { column: 'c.assignee_order', index: 'assignee' },
}

export function columnOf(order: Order): string {
  return orders[order].column
}

export type Asked = Pick<CaseView, 'filter' | 'narrow'> & { limit: number }

/**
 * Where rows are read from; what tells their facets there, the case or the combination it was found by; and how many rows
 * there are at most.
 */
export type Way = { from: string; facets: 'c' | 'f'; most: number }

/**
 * A walk in the order asked for ends as soon as the page is full, soon where most cases fit. Where few fit they are read
 * by what makes them few, their combinations of facets or a period, and then sorted.
 */
export function wayTo(db: ReadableDb, asked: Asked, order: Order, today: LocalDate): Way {
  const isOpen = asksForOpen(asked.filter)
  const total = countCases(db, isOpen ? "status <> 'closed'" : '1 = 1')
  // A walk passes limit × total / n rows until the page is full, a reading passes n: up to their meeting the reading is shorter.
  const few = Math.sqrt(asked.limit * total)
  const combined = countFacets(db, asked)
  const received = countReceived(db, asked, few)
  const due = countDue(db, asked, today)
  const narrow = [
    { ...facetted, most: combined.n, cost: combined.n + combined.combinations * seekCost },
    { ...walkBy('received', isOpen), most: received, cost: received },
    { ...walkBy('due', isOpen), most: due, cost: due },
  ].toSorted((a, b) => a.cost - b.cost)[0]
  if (narrow && narrow.cost * narrow.most <= asked.limit * total) return narrow
  const isFresh = asked.filter === 'new' && order === 'newest'
  const walk = isFresh ? walkBy('status', false) : walkBy(orders[order].index, isOpen)
  return { ...walk, most: total }
}

/** A seek in an index takes as long as so many rows; measured. */
const seekCost = 2

/** The cases in the order of an index; without one, as they were registered. */
function walkBy(index: string | null, isOpen: boolean): Omit<Way, 'most'> {
  const indexed = index === null ? 'NOT INDEXED' : `INDEXED BY cases_${isOpen ? 'open_' : ''}by_${index}`
  return { from: `cases c ${indexed}`, facets: 'c' }
}

/** The cases of the combinations that the filters let through, and no other. */
const facetted: Omit<Way, 'most'> = {
  from: `case_facet f CROSS JOIN cases c INDEXED BY cases_by_facet ON c.kind = f.kind AND c.status = f.status
    AND c.channel = f.channel AND c.lang = f.lang AND c.site = f.site AND c.assignee_id IS nullif(f.assignee_id, 0)
    AND f.n > 0`,
  facets: 'f',
}

/** Whether the filter says by itself, in the words of the indexes of open cases, that cases are open. */
function asksForOpen(filter: CaseFilter): boolean {
  return filter === 'open' || filter === 'late' || filter === 'today'
}

function countCases(db: ReadableDb, condition: string, ...values: Value[]): number {
  return (
    db.get<{ n: number | null }>(`SELECT sum(n) AS n FROM case_count WHERE ${condition}`, ...values)?.n ?? 0
  )
}

/** How many cases the facets let through, and of how many combinations; infinitely many where none is asked for. */
function countFacets(db: ReadableDb, { filter, narrow }: Asked): { n: number; combinations: number } {
  const conditions = new Conditions()
  addFacets(conditions, 'f', narrow)
  if (conditions.where === '') return { n: Infinity, combinations: 1 }
  addStatus(conditions, 'f', filter)
  const sql = `SELECT coalesce(sum(n), 0) AS n, count(*) AS combinations FROM case_facet f ${conditions.where}`
  return db.get(sql, ...conditions.values) ?? { n: 0, combinations: 0 }
}

/** How many cases were received in the period, counted no further than beyond `few`. */
function countReceived(db: ReadableDb, { filter, narrow }: Asked, few: number): number {
  if (!narrow.receivedFrom && !narrow.receivedTo) return Infinity
  const conditions = new Conditions()
  conditions.between('received_on', narrow.receivedFrom, narrow.receivedTo)
  if (asksForOpen(filter)) addStatus(conditions, 'cases', filter)
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM cases ${conditions.where} LIMIT ?)`
  return db.get<{ n: number }>(sql, ...conditions.values, Math.ceil(few) + 1)?.n ?? 0
}

function countDue(db: ReadableDb, { filter, narrow }: Asked, today: LocalDate): number {
  const conditions = new Conditions()
  conditions.between('due_on', narrow.dueFrom, narrow.dueTo)
  addDue(conditions, '', filter, today)
  if (conditions.where === '') return Infinity
  addStatus(conditions, 'case_count', filter)
  const sql = `SELECT sum(n) AS n FROM case_count ${conditions.where}`
  return db.get<{ n: number | null }>(sql, ...conditions.values)?.n ?? 0
}

/** Where a walk begins and ends, if the filters are about what it is sorted by. */
function addSpan(conditions: Conditions, { kinds, statuses, assignees }: Narrow, order: Order): void {
  const span = (column: string, all: readonly string[], some: readonly string[]): void => {
    const places = some.map((one) => all.indexOf(one) + 1)
    if (places.length > 0)
      conditions.add(`${column} BETWEEN ? AND ?`, Math.min(...places), Math.max(...places))
  }
  if (order === 'kind') span('c.kind_order', CaseKind.options, kinds)
  if (order === 'status') span('c.status_order', CaseStatus.options, statuses)
  if (order === 'assignee' && assignees.length > 0) {
    const names = `FROM officer WHERE id IN (${assignees.map(() => '?').join(', ')})`
    if (!assignees.includes(0))
      conditions.add(`c.assignee_order >= (SELECT min(sort_name) ${names})`, ...assignees)
    conditions.add(`c.assignee_order <= coalesce((SELECT max(sort_name) ${names}), '')`, ...assignees)
  }
}

/** All that a row must be like to be shown. */
export function addAll(
  conditions: Conditions,
  { filter, narrow }: Omit<Asked, 'limit'>,
  { facets, order }: { facets: Way['facets']; order: Order },
  today: LocalDate,
): void {
  if (facets === 'c') addSpan(conditions, narrow, order)
  addStatus(conditions, facets, filter)
  addDue(conditions, 'c.', filter, today)
  addFacets(conditions, facets, narrow)
  conditions.between('c.received_on', narrow.receivedFrom, narrow.receivedTo)
  conditions.between('c.due_on', narrow.dueFrom, narrow.dueTo)
}

function addFacets(conditions: Conditions, of: Way['facets'], narrow: Narrow): void {
  conditions.oneOf(`${of}.kind`, narrow.kinds)
  conditions.oneOf(`${of}.status`, narrow.statuses)
  conditions.oneOf(`${of}.channel`, narrow.channels)
  conditions.oneOf(`${of}.lang`, narrow.langs)
  conditions.oneOf(`${of}.site`, narrow.sites)
  conditions.oneOf(of === 'f' ? 'f.assignee_id' : 'coalesce(c.assignee_id, 0)', narrow.assignees)
}

function addStatus(conditions: Conditions, of: string, filter: CaseFilter): void {
  switch (filter) {
    case 'open':
    case 'late':
    case 'today':
      return conditions.add(`${of}.status <> 'closed'`)
    case 'new':
      return conditions.add(`${of}.status = 'registered'`)
    case 'closed':
      return conditions.add(`${of}.status = 'closed'`)
    case 'all':
      return
  }
}

function addDue(conditions: Conditions, of: '' | 'c.', filter: CaseFilter, today: LocalDate): void {
  if (filter === 'late') conditions.add(`${of}due_on < ?`, today)
  if (filter === 'today') conditions.add(`${of}due_on = ?`, today)
}
