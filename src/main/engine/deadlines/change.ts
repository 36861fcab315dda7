import { calendarFaults } from '../../../core/calendar/calendar.ts'
import { ruleFaults } from '../../../core/deadlines/rules.ts'
import type { LawChange } from '../../../shared/contract/deadlines.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CalendarYear } from '../../../shared/model/calendar.ts'
import { ClockRule } from '../../../shared/model/rule.ts'
import { changesOf, yesOrNo } from '../audit/changes.ts'
import type { Deed, Session } from '../session.ts'
import { insertConfirmation } from './confirmation-store.ts'
import { insertCalendarVersion, insertRuleVersion, lawWith, type RegisterLaw } from './law-store.ts'
import { refreshMarks } from './marks.ts'
import { describeMoves, moveClocks, type Recount, recountClocks } from './moves.ts'

type Addition = { rule: ClockRule } | { year: CalendarYear }

/** A change as a new version. Fails with `ruleInvalid` or `calendarInvalid`, saying what is wrong. */
function additionOf(law: RegisterLaw, change: LawChange): Addition {
  if (change.type === 'year') {
    const [fault] = calendarFaults({ ...change.year, version: 1 })
    if (fault) throw new AppFailure('calendarInvalid', fault)
    const version = law.years.find(({ year }) => year === change.year.year)?.version ?? 0
    return { year: { ...change.year, version: version + 1 } }
  }
  const versions = law.rules.filter(({ id }) => id === change.rule.id)
  const version = Math.max(0, ...versions.map((rule) => rule.version)) + 1
  const rule: ClockRule = { ...change.rule, version, confirmed: null }
  const [fault] = ruleFaults([rule])
  if (fault) throw new AppFailure('ruleInvalid', { fault: fault.fault })
  const reaches = ({ validFrom }: ClockRule): boolean =>
    validFrom > rule.validFrom && (rule.validTo === null || rule.validTo >= validFrom)
  if (versions.some(reaches)) throw new AppFailure('ruleInvalid', { fault: 'overlap' })
  return { rule }
}

export function previewChange(session: Session, change: LawChange): ReturnType<typeof describeMoves> {
  return session.query((db) => {
    const law = lawWith(session.law, additionOf(session.law, change), null)
    return describeMoves(recountClocks(db, law), change)
  })
}

/** Saves the change and, if the officer agreed, moves the very dates that were shown. */
export function applyChange(
  session: Session,
  { change, digest, move }: { change: LawChange; digest: string; move: boolean },
): { moved: number } {
  const moved = session.command((deed) => {
    const addition = additionOf(session.law, change)
    const law = lawWith(session.law, addition, null)
    const recounts = recountClocks(deed.db, law)
    if (describeMoves(recounts, change).digest !== digest) throw new AppFailure('lawPreviewStale', {})
    saveAddition(deed, session.law, addition, change)
    refreshMarks(deed.db, law)
    deed.changed('deadlines', 'cases')
    return move ? agree(deed, recounts) : 0
  })
  session.forgetLaw()
  return { moved }
}

function saveAddition(deed: Deed, law: RegisterLaw, addition: Addition, change: LawChange): void {
  const { db, officer, today, record } = deed
  if ('year' in addition) {
    const before = law.years.find(({ year }) => year === addition.year.year)
    const { year, version } = addition.year
    insertCalendarVersion(db, addition.year, officer, today)
    const changes = changesOf(before ? toldOfYear(before) : null, toldOfYear(addition.year))
    return record('calendarSaved', null, { year, version, ...changes, ...changedDays(before, addition.year) })
  }
  const { rule } = addition
  insertRuleVersion(db, rule, officer, today)
  const isConfirmed = change.type === 'rule' && change.confirmed
  if (isConfirmed) insertConfirmation(db, rule, { by: officer, on: today })
  const before = law.rules.find(({ id, version }) => id === rule.id && version === rule.version - 1)
  record('ruleSaved', null, {
    rule: `${rule.id} v${rule.version}`,
    ...changesOf(before ? toldOfRule(before) : null, toldOfRule(rule)),
    confirmed: yesOrNo(isConfirmed),
  })
}

/** What the history keeps of a version of a rule. */
function toldOfRule(rule: ClockRule) {
  const { id: _id, version: _version, confirmed: _confirmed, ...told } = ClockRule.parse(rule)
  return told
}

function toldOfYear({ state, source }: CalendarYear) {
  return { state, source }
}

/** The days that a table of a year tells otherwise than the one before it, as the history keeps them; null: none. */
function changedDays(before: CalendarYear | undefined, after: CalendarYear) {
  const only = (some: CalendarYear['daysOff'], others: CalendarYear['daysOff'] = []): string | null => {
    const dates = some.map(({ date }) => date).filter((date) => !others.some((other) => other.date === date))
    return dates.length > 0 ? dates.toSorted().join(', ') : null
  }
  return {
    daysOffAdded: only(after.daysOff, before?.daysOff),
    daysOffRemoved: only(before?.daysOff ?? [], after.daysOff),
    workedAdded: only(after.workingWeekends, before?.workingWeekends),
    workedRemoved: only(before?.workingWeekends ?? [], after.workingWeekends),
    daysRenamed: before ? renamed(before, after) : null,
  }
}

/** Days of both tables whose name is another now: `2026-03-09: … → …`; null: none. */
function renamed(before: CalendarYear, after: CalendarYear): string | null {
  const daysOf = ({ daysOff, workingWeekends }: CalendarYear) => [...daysOff, ...workingWeekends]
  const told = daysOf(after).flatMap(({ date, name }) => {
    const was = daysOf(before).find((day) => day.date === date)?.name
    const lang = was && (['ru', 'kk', 'en'] as const).find((one) => was[one] !== name[one])
    return was && lang ? [`${date}: ${was[lang]} → ${name[lang]}`] : []
  })
  return told.length > 0 ? told.join('; ') : null
}

/** Moves the dates and tells it in the history of each case. */
function agree(deed: Deed, recounts: readonly Recount[]): number {
  moveClocks(deed.db, recounts)
  for (const { caseId, rule, from, to } of recounts) {
    deed.record('clockMoved', caseId, { rule: `${rule.id} v${rule.version}`, dueBefore: from, dueNow: to })
  }
  return recounts.length
}

const pending = 'pending'

export function pendingMoves(session: Session): ReturnType<typeof describeMoves> {
  return session.query((db) => describeMoves(recountClocks(db, session.law), pending))
}

export function applyMoves(session: Session, digest: string): { moved: number } {
  return session.command((deed) => {
    const recounts = recountClocks(deed.db, session.law)
    if (describeMoves(recounts, pending).digest !== digest) throw new AppFailure('lawPreviewStale', {})
    deed.changed('deadlines', 'cases')
    return { moved: agree(deed, recounts) }
  })
}
