import type { DueLine } from '../../../shared/contract/day.ts'
import type { ClockId } from '../../../shared/model/ids.ts'
import { ClockRule } from '../../../shared/model/rule.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb } from '../db/db.ts'
import { ruleText } from '../deadlines/rule-text-store.ts'

/** `rule` names the version of the rule it started by; `ruleOfClock` reads it. A clock runs only while its case is open. */
export type DueRow = Omit<
  DueLine,
  'title' | 'workingMinutesLeft' | 'ruleConfirmed' | 'provisional' | 'paused'
> & {
  provisional: number
  paused: number
  rule: string
  warnOn: LocalDate
}

type Span = { from: LocalDate; to: LocalDate }

const select = `SELECT k.id AS clockId, c.id AS caseId, c.number AS caseNumber, c.kind,
    trim(p.organisation || ' ' || p.family_name || ' ' || p.given_name || ' ' || p.patronymic) AS applicantName,
    k.effective_on AS dueOn, nullif(k.due_on, k.effective_on) AS ruleDueOn, k.provisional, k.paused,
    k.rule_id || ' ' || k.rule_version AS rule, k.warn_on AS warnOn
  FROM clock k CROSS JOIN cases c ON c.id = k.case_id JOIN person p ON p.id = c.person_id
  WHERE k.ended_on IS NULL`

/** Clocks due in a span, the nearest first. */
export function dueBetween(db: ReadableDb, { from, to }: Span, limit: number): DueRow[] {
  return db.all(
    `${select} AND k.effective_on BETWEEN ? AND ? ORDER BY k.effective_on, k.id LIMIT ?`,
    from,
    to,
    limit,
  )
}

/** The rule as it was when the clock started. */
export function ruleOfClock(db: ReadableDb, id: ClockId): ClockRule {
  const row = db.get<{ rule: string }>(`SELECT ${ruleText} AS rule FROM clock WHERE id = ?`, id)
  return ClockRule.parse(JSON.parse(row?.rule ?? ''))
}

export function countDueBetween(db: ReadableDb, { from, to }: Span): number {
  return countRunning(db, 'due_on BETWEEN ? AND ?', from, to)
}

/** Running clocks out of the counts that triggers keep. */
function countRunning(db: ReadableDb, condition: string, ...values: LocalDate[]): number {
  const sql = `SELECT sum(n) AS n FROM clock_count WHERE ${condition}`
  return db.get<{ n: number | null }>(sql, ...values)?.n ?? 0
}

/** Clocks whose warning has come and that are due since a day. The plus keeps to the index of due dates: few are due later. */
export function warnedSince(db: ReadableDb, today: LocalDate, from: LocalDate, limit: number): DueRow[] {
  return db.all(
    `${select} AND +k.warn_on <= ? AND k.effective_on >= ? ORDER BY k.effective_on, k.id LIMIT ?`,
    today,
    from,
    limit,
  )
}

export function countWarnedSince(db: ReadableDb, today: LocalDate, from: LocalDate): number {
  return countRunning(db, 'warn_on <= ? AND due_on >= ?', today, from)
}

export function dueCounts(db: ReadableDb, { from, to }: Span): ReadonlyMap<string, number> {
  const rows = db.all<{ date: string; due: number }>(
    'SELECT due_on AS date, sum(n) AS due FROM clock_count WHERE due_on BETWEEN ? AND ? GROUP BY due_on',
    from,
    to,
  )
  return new Map(rows.map(({ date, due }) => [date, due]))
}
