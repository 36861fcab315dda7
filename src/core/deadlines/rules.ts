import { fail, ok, type Result } from '../../shared/errors.ts'
import type { CaseKind, ClockEvent } from '../../shared/model/case.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import type { ClockRule } from '../../shared/model/rule.ts'

function inForce(rule: ClockRule, on: LocalDate): boolean {
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

/**
 * What a set of rules says against itself: two versions of one rule in force on the same day,
 * a term of no days, a version that ends before it begins. Empty when the set is sound.
 */
export function ruleFaults(rules: readonly ClockRule[]): string[] {
  const faults: string[] = []
  rules.forEach((rule, index) => {
    const name = `${rule.id} v${rule.version}`
    const isCounted = rule.unit === 'workingDays' || rule.unit === 'calendarDays'
    if (isCounted ? rule.amount < 1 : rule.amount !== 0) faults.push(`${name}: term of ${rule.amount}`)
    if (rule.validTo !== null && rule.validTo < rule.validFrom) faults.push(`${name}: ends before it begins`)
    for (const other of rules.slice(index + 1)) {
      if (other.id === rule.id && overlap(rule, other)) faults.push(`${name} and v${other.version} overlap`)
    }
  })
  return faults
}

function overlap(a: ClockRule, b: ClockRule): boolean {
  const startsBeforeEnd = (x: ClockRule, y: ClockRule) => y.validTo === null || x.validFrom <= y.validTo
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}
