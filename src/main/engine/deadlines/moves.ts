import { createHash } from 'node:crypto'
import { inForce } from '../../../core/deadlines/rules.ts'
import { adjustedDueDate, isProvisionalNow } from '../../../core/deadlines/adjustment.ts'
import { computeDueDate, type DueOn, warningDay } from '../../../core/deadlines/due-date.ts'
import type { ClockMove } from '../../../shared/contract/deadlines.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { ClockRule } from '../../../shared/model/rule.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { must } from '../failure.ts'
import { activeAdjustments, toCounted } from './adjustment-store.ts'
import type { RegisterLaw } from './law-store.ts'
import {
  adjustedClocks,
  clocksDated,
  type Dated,
  moveClock,
  type RunningClock,
  waysDated,
} from './running-store.ts'
import { refreshDueOn } from './store.ts'

/** A running clock with the date the law gives it, and all that is stored with it. */
export type Recount = ClockMove & {
  rule: ClockRule
  due: DueOn
  provisional: boolean
  adjusted: DueOn | null
  warnOn: LocalDate
}

/**
 * The running clocks that a law dates otherwise than they are dated now, the nearest first. Fails with
 * `calendarYearMissing` where one would lead into a year without a table.
 */
export function recountClocks(db: ReadableDb, law: RegisterLaw): Recount[] {
  const rules = rulesById(law)
  const moved = waysDated(db).filter((dated) => isMoved(law, ruleNow(rules, dated), dated))
  return [...moved.flatMap((dated) => clocksDated(db, dated)), ...adjustedClocks(db)]
    .flatMap((clock) => recount(db, law, rules, clock) ?? [])
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.clockId - b.clockId)
}

/** Whether clocks dated so may be dated otherwise; of a rule that the law knows no more each has its own. */
function isMoved(law: RegisterLaw, rule: ClockRule | undefined, dated: Dated): boolean {
  if (!rule) return true
  // What the request itself states, no law moves.
  if (rule.unit === 'stated') return false
  const due = computeDueDate(dated.startedOn, rule, law.calendar)
  return !due.ok || due.value.dueOn !== dated.dueOn || due.value.dueOn !== dated.effectiveOn
}

/** The rule in force when the clock started, else that by which it was dated. */
export function ruleNow(
  rules: ReadonlyMap<string, ClockRule[]>,
  { ruleId, ruleVersion, startedOn }: Dated,
): ClockRule | undefined {
  const known = rules.get(ruleId) ?? []
  return known.find((one) => inForce(one, startedOn)) ?? known.find(({ version }) => version === ruleVersion)
}

export function rulesById(law: RegisterLaw): Map<string, ClockRule[]> {
  const rules = new Map<string, ClockRule[]>()
  for (const rule of law.rules) rules.set(rule.id, [...(rules.get(rule.id) ?? []), rule])
  return rules
}

function recount(
  db: ReadableDb,
  law: RegisterLaw,
  rules: ReadonlyMap<string, ClockRule[]>,
  clock: RunningClock,
): Recount | null {
  const rule = ruleNow(rules, clock) ?? ClockRule.parse(JSON.parse(clock.rule))
  if (rule.unit === 'stated') return null
  const due = must(computeDueDate(clock.startedOn, rule, law.calendar))
  const active = clock.isAdjusted ? toCounted(activeAdjustments(db, clock.id)) : []
  const adjusted = must(adjustedDueDate(clock.startedOn, rule, active, law.calendar))
  const to = adjusted?.dueOn ?? due.dueOn
  if (to === clock.effectiveOn && due.dueOn === clock.dueOn) return null
  return {
    clockId: clock.id,
    caseId: clock.caseId,
    caseNumber: clock.caseNumber,
    title: rule.title,
    from: clock.effectiveOn,
    to,
    rule,
    due,
    provisional: isProvisionalNow(due, to, law.calendar),
    adjusted,
    warnOn: warningDay(clock.startedOn, to, rule.warnWorkingDays, law.calendar),
  }
}

const shownAtOnce = 200

/** Moves as the desk shows them before it agrees. `about`: what they follow from. */
export function describeMoves(
  recounts: readonly Recount[],
  about: unknown,
): { moves: ClockMove[]; total: number; digest: string } {
  const lines = recounts.map(({ clockId, from, to, rule }) => [clockId, from, to, rule.version])
  const digest = createHash('sha256')
    .update(JSON.stringify([about, lines]))
    .digest('hex')
  const moves = recounts.slice(0, shownAtOnce).map(({ clockId, caseId, caseNumber, title, from, to }) => ({
    clockId,
    caseId,
    caseNumber,
    title,
    from,
    to,
  }))
  return { moves, total: recounts.length, digest }
}

/** Dates the clocks anew. */
export function moveClocks(db: WritableDb, recounts: readonly Recount[]): void {
  for (const one of recounts) moveClock(db, one)
  for (const caseId of new Set(recounts.map((one) => one.caseId))) refreshDueOn(db, caseId)
}
