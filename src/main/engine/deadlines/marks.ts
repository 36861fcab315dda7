import { hash } from 'node:crypto'
import { z } from 'zod'
import { isProvisionalNow } from '../../../core/deadlines/adjustment.ts'
import { computeDueDate, warningDay } from '../../../core/deadlines/due-date.ts'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import type { ClockRule } from '../../../shared/model/rule.ts'
import type { WritableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'
import { readSetting, writeSetting } from '../settings/store.ts'
import type { RegisterLaw } from './law-store.ts'
import { ruleNow, rulesById } from './moves.ts'
import { type Dated, remarkClocks, waysDated } from './running-store.ts'

/**
 * Tells of running clocks that a law dates as they are dated whether that rests on a provisional year now, and when to
 * warn of them.
 */
export function refreshMarks(db: WritableDb, law: RegisterLaw): void {
  const rules = rulesById(law)
  for (const dated of waysDated(db)) {
    const rule = ruleNow(rules, dated)
    const due = rule && dueBy(rule, dated, law.calendar)
    if (!rule || due?.dueOn !== dated.dueOn) continue
    const warnOn = warningDay(dated.startedOn, dated.effectiveOn, rule.warnWorkingDays, law.calendar)
    const provisional = isProvisionalNow(due, dated.effectiveOn, law.calendar)
    remarkClocks(db, dated, { provisional, warnOn })
  }
}

/** What the request itself states holds whatever the calendar. */
function dueBy(rule: ClockRule, { startedOn, dueOn }: Dated, calendar: Calendar) {
  if (rule.unit === 'stated') return { dueOn, provisional: false }
  const due = computeDueDate(startedOn, rule, calendar)
  return due.ok ? due.value : undefined
}

/** As `refreshMarks`, where the packs are others than those by which it was done last. */
export function refreshMarksOfPacks(db: WritableDb, law: RegisterLaw, { rules, years }: Packs): void {
  const digest = hash('sha256', JSON.stringify([rules, years]))
  if (readSetting(db, 'packsMarked', z.string()) === digest) return
  refreshMarks(db, law)
  writeSetting(db, 'packsMarked', digest)
}
