import type { z } from 'zod'
import { buildCalendar } from '../../../core/calendar/calendar.ts'
import { closeVersions } from '../../../core/deadlines/rules.ts'
import type { Law } from '../../../core/deadlines/start.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { CalendarYear } from '../../../shared/model/calendar.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { ClockRule } from '../../../shared/model/rule.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'

type SavedBy = { by: string; on: LocalDate } | null

/** The rules and calendars in force: those of the packs, and over them what the officer saved. */
export type RegisterLaw = Pick<Law, 'calendar'> & {
  rules: readonly (ClockRule & { savedBy: SavedBy })[]
  years: readonly (CalendarYear & { savedBy: SavedBy })[]
}

type Saved = { json: string; by: string; on: LocalDate }

/** Fails with `vaultDamaged`: by what can't be read no date is counted. */
export function readLaw(db: ReadableDb, packs: Packs): RegisterLaw {
  const rules = db
    .all<Saved>('SELECT rule AS json, officer AS "by", saved_on AS "on" FROM rule_version')
    .map(({ json, by, on }) => ({ ...parsed(ClockRule, json), savedBy: { by, on } }))
  const years = db
    .all<Saved>('SELECT days AS json, officer AS "by", saved_on AS "on" FROM calendar_version')
    .map(({ json, by, on }) => ({ ...parsed(CalendarYear, json), savedBy: { by, on } }))
  return overlay(packs, rules, years)
}

function parsed<T>(schema: z.ZodType<T>, json: string): T {
  try {
    return schema.parse(JSON.parse(json))
  } catch {
    throw new AppFailure('vaultDamaged', {})
  }
}

/** The law as it would be with one more rule or year. */
export function lawWith(
  law: RegisterLaw,
  added: { rule: ClockRule } | { year: CalendarYear },
  savedBy: SavedBy,
): RegisterLaw {
  return 'rule' in added
    ? overlay(law, [{ ...added.rule, savedBy }], [])
    : overlay(law, [], [{ ...added.year, savedBy }])
}

function overlay(
  base: { rules: readonly ClockRule[]; years: readonly CalendarYear[] },
  rules: readonly (ClockRule & { savedBy: SavedBy })[],
  years: readonly (CalendarYear & { savedBy: SavedBy })[],
): RegisterLaw {
  const allRules = [...base.rules.map((rule) => ({ savedBy: null, ...rule })), ...rules]
  const saved = new Map(allRules.map((rule) => [`${rule.id} ${rule.version}`, rule.savedBy]))
  const inForce = closeVersions(allRules)
  const newest = new Map<number, CalendarYear & { savedBy: SavedBy }>()
  for (const year of [...base.years.map((known) => ({ savedBy: null, ...known })), ...years]) {
    if (year.version >= (newest.get(year.year)?.version ?? 0)) newest.set(year.year, year)
  }
  const tables = [...newest.values()].toSorted((a, b) => a.year - b.year)
  return {
    rules: inForce.map((rule) => ({ ...rule, savedBy: saved.get(`${rule.id} ${rule.version}`) ?? null })),
    years: tables,
    calendar: buildCalendar(tables),
  }
}

export function insertRuleVersion(db: WritableDb, rule: ClockRule, by: string, on: LocalDate): void {
  db.run(
    'INSERT INTO rule_version (rule_id, version, rule, officer, saved_on) VALUES (?, ?, ?, ?, ?)',
    rule.id,
    rule.version,
    JSON.stringify(rule),
    by,
    on,
  )
}

export function insertCalendarVersion(db: WritableDb, year: CalendarYear, by: string, on: LocalDate): void {
  db.run(
    'INSERT INTO calendar_version (year, version, days, officer, saved_on) VALUES (?, ?, ?, ?, ?)',
    year.year,
    year.version,
    JSON.stringify(year),
    by,
    on,
  )
}
