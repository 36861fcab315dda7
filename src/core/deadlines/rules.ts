import { fail, ok, type Result } from '../../shared/errors.ts'
import type { CaseKind, ClockEvent } from '../../shared/model/case.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ClockRule } from '../../shared/model/rule.ts'
import { addDays } from '../calendar/days.ts'

export function inForce(rule: ClockRule, on: LocalDate): boolean {
  return rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo)
}

/** The rules whose clocks an event starts in a case of this kind, as they were in force on the day of the event. */
export function rulesStartedBy(
  rules: readonly ClockRule[],
  kind: CaseKind,
  event: ClockEvent,
  on: LocalDate,
): ClockRule[] {
  return rules.filter((rule) => rule.kinds.includes(kind) && rule.startsOn === event && inForce(rule, on))
}

/** As `rulesStartedBy`, but receipt must start at least one clock: a case without a deadline is a gap in the pack. */
export function rulesOfReceipt(
  rules: readonly ClockRule[],
  kind: CaseKind,
  on: LocalDate,
): Result<ClockRule[]> {
  const started = rulesStartedBy(rules, kind, 'received', on)
  return started.length > 0 ? ok(started) : fail('ruleMissing', { event: 'received', on })
}

/** Days. Ten years: every day of a term is counted and its reason kept. */
const longestTerm = 3_660

/** What a set of rules may say against itself. */
export type RuleFault = { fault: 'term' | 'endsBeforeItBegins' | 'overlap'; rule: string }

/**
 * Every fault of a set of rules: a term of no days or beyond reason, a version that ends before it begins, two versions of one rule
 * in force on the same day. Empty when the set is sound.
 */
export function ruleFaults(rules: readonly ClockRule[]): RuleFault[] {
  return rules.flatMap((rule, index) => {
    const name = `${rule.id} v${rule.version}`
    const isCounted = rule.unit === 'workingDays' || rule.unit === 'calendarDays'
    const faults: RuleFault[] = []
    if (isCounted ? rule.amount < 1 || rule.amount > longestTerm : rule.amount !== 0)
      faults.push({ fault: 'term', rule: name })
    if (rule.validTo !== null && rule.validTo < rule.validFrom) {
      faults.push({ fault: 'endsBeforeItBegins', rule: name })
    }
    const overlaps = rules.slice(index + 1).filter((other) => other.id === rule.id && overlap(rule, other))
    return [...faults, ...overlaps.map(() => ({ fault: 'overlap', rule: name }) as const)]
  })
}

/**
 * A later version of a rule holds from its first day on: the one before it ends the day before. One that was added for the
 * time before another began leaves that as it is.
 */
export function closeVersions(rules: readonly ClockRule[]): ClockRule[] {
  return rules.flatMap((rule) => {
    const next = rules
      .filter(({ id, version, validTo }) => {
        return id === rule.id && version > rule.version && (validTo === null || validTo >= rule.validFrom)
      })
      .map(({ validFrom }) => addDays(validFrom, -1))
      .toSorted()[0]
    const validTo = next && (rule.validTo === null || next < rule.validTo) ? next : rule.validTo
    return validTo !== null && validTo < rule.validFrom ? [] : [{ ...rule, validTo }]
  })
}

function overlap(a: ClockRule, b: ClockRule): boolean {
  const startsBeforeEnd = (x: ClockRule, y: ClockRule) => y.validTo === null || x.validFrom <= y.validTo
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}
