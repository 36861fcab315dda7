import { addDays, daysBetween } from '../../../core/calendar/days.ts'
import type { CaseFilter, CaseRow } from '../../../shared/contract/cases.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb } from '../db/db.ts'
import { noDueDate } from '../deadlines/store.ts'
import { matchQuery } from './search-store.ts'

type Row = Omit<CaseRow, 'dueOn' | 'daysLeft'> & { dueOn: LocalDate }
type Value = string | number

const columns = `c.id, c.number, c.kind, c.status, c.received_on AS receivedOn, c.due_on AS dueOn,
  trim(p.organisation || ' ' || p.family_name || ' ' || p.given_name || ' ' || p.patronymic) AS applicantName`

/** The index gives its rows from the newest on, so that a common word costs no more than a rare one. */
const searched = 'case_search s CROSS JOIN cases c ON c.id = s.rowid'

/** A page of the register: the most urgent first where urgency is asked for, else the newest first. */
export function listCases(
  db: ReadableDb,
  input: Input<'cases.list'>,
  today: LocalDate,
): Output<'cases.list'> {
  const match = matchQuery(input.search)
  const byDue = match === null && ['open', 'late', 'today'].includes(input.filter)
  const conditions: string[] = []
  const values: Value[] = []
  const where = (condition: string, ...bound: Value[]): void => {
    conditions.push(condition)
    values.push(...bound)
  }
  if (match !== null) where('case_search MATCH ?', match)
  addFilter(where, input.filter, today)
  if (input.after && byDue) where('(c.due_on, c.id) > (?, ?)', input.after.dueOn ?? noDueDate, input.after.id)
  const id = match === null ? 'c.id' : 's.rowid'
  if (input.after && !byDue) where(`${id} < ?`, input.after.id)
  const rows = db.all<Row>(
    `SELECT ${columns} FROM ${match === null ? 'cases c' : searched} JOIN person p ON p.id = c.person_id
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY ${byDue ? 'c.due_on, c.id' : `${id} DESC`} LIMIT ?`,
    ...values,
    input.limit + 1,
  )
  return page(rows, input.limit, today)
}

function addFilter(
  where: (condition: string, ...values: Value[]) => void,
  filter: CaseFilter,
  today: LocalDate,
): void {
  switch (filter) {
    case 'open':
      return where("c.status <> 'closed'")
    case 'late':
      return where("c.status <> 'closed' AND c.due_on < ?", today)
    case 'today':
      return where("c.status <> 'closed' AND c.due_on = ?", today)
    case 'new':
      return where("c.status = 'registered'")
    case 'closed':
      return where("c.status = 'closed'")
    case 'all':
      return
  }
}

function page(rows: readonly Row[], limit: number, today: LocalDate): Output<'cases.list'> {
  const shown = rows.slice(0, limit).map((row): CaseRow => {
    const dueOn = row.dueOn === noDueDate ? null : row.dueOn
    return { ...row, dueOn, daysLeft: dueOn === null ? null : daysBetween(today, dueOn) }
  })
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? { dueOn: last.dueOn, id: last.id } : null }
}

/** Counters over the list. */
export function summarise(db: ReadableDb, today: LocalDate): Output<'cases.summary'> {
  const count = (condition: string, ...values: Value[]): number =>
    db.get<{ n: number }>(`SELECT count(*) AS n FROM ${condition}`, ...values)?.n ?? 0
  const open = "cases WHERE status <> 'closed'"
  return {
    today,
    dueToday: count(`${open} AND due_on = ?`, today),
    late: count(`${open} AND due_on BETWEEN ? AND ?`, '0000', addDays(today, -1)),
    fresh: count("cases WHERE status = 'registered'"),
    open: count(open),
    unsettledMails: count("mail WHERE state IN ('failed', 'unknown')"),
  }
}
