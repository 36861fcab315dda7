import { daysBetween } from '../../../core/calendar/days.ts'
import { groundOf } from '../../../core/casework/fields.ts'
import type { Blocking } from '../../../shared/contract/blocking.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { ClockRule } from '../../../shared/model/rule.ts'
import { remember } from '../day/remember.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { ruleText } from '../deadlines/rule-text-store.ts'
import { readSystems } from '../execution/store.ts'
import type { Packs } from '../packs/load.ts'

export function insertBlocking(
  db: WritableDb,
  caseId: CaseId,
  {
    what,
    systems,
    on,
    officer,
  }: { what: string; systems: readonly string[]; on: LocalDate; officer: string },
): void {
  const id = db.run(
    'INSERT INTO blocking (case_id, what, since_on, blocked_by) VALUES (?, ?, ?, ?)',
    caseId,
    what,
    on,
    officer,
  )
  for (const system of new Set(systems)) db.run('INSERT INTO blocking_system VALUES (?, ?)', id, system)
}

export function liftBlocking(
  db: WritableDb,
  caseId: CaseId,
  { on, officer, why }: { on: LocalDate; officer: string; why: string },
): void {
  db.run(
    'UPDATE blocking SET lifted_on = ?, lifted_by = ?, why = ? WHERE case_id = ? AND lifted_on IS NULL',
    on,
    officer,
    why,
    caseId,
  )
}

/** The first day of the blocking that is in force in a case. */
export function blockedSince(db: ReadableDb, caseId: CaseId): LocalDate | null {
  const sql = 'SELECT since_on AS sinceOn FROM blocking WHERE case_id = ? AND lifted_on IS NULL'
  return db.get<{ sinceOn: LocalDate }>(sql, caseId)?.sinceOn ?? null
}

type Row = Omit<Blocking, 'systems' | 'lifted' | 'clocks'> & {
  liftedOn: LocalDate | null
  liftedBy: string | null
  why: string
}

/** A page of the register of blockings: those in force the longest first, those lifted the newest first. */
export function listBlockings(
  db: ReadableDb,
  packs: Packs,
  { state, after, limit }: Input<'blocking.list'>,
  today: LocalDate,
): { total: number; blockings: Blocking[] } {
  const inForce = state === 'inForce'
  const from = `FROM blocking b WHERE b.lifted_on IS ${inForce ? '' : 'NOT '}NULL`
  const beyond = inForce ? 'AND (b.since_on, b.id) > (?, ?)' : 'AND (b.since_on, b.id) < (?, ?)'
  const rows = db.all<Row>(
    `SELECT b.id, b.case_id AS caseId, c.number AS caseNumber, c.kind, c.ground, b.what, b.since_on AS sinceOn,
       b.blocked_by AS blockedBy, b.lifted_on AS liftedOn, b.lifted_by AS liftedBy, b.why,
       trim(p.organisation || ' ' || p.family_name || ' ' || p.given_name || ' ' || p.patronymic) AS applicantName
     FROM blocking b JOIN cases c ON c.id = b.case_id JOIN person p ON p.id = c.person_id
     WHERE b.lifted_on IS ${inForce ? '' : 'NOT '}NULL ${after ? beyond : ''}
     ORDER BY b.since_on ${inForce ? '' : 'DESC'}, b.id ${inForce ? '' : 'DESC'} LIMIT ?`,
    ...(after ? [after.sinceOn, after.id] : []),
    limit,
  )
  const ruleOf = remember((rule) => ClockRule.parse(JSON.parse(rule)))
  const titles = new Map(readSystems(db, packs.catalogs.systems).map(({ id, title }) => [id, title]))
  return {
    total: db.get<{ n: number }>(`SELECT count(*) AS n ${from}`)?.n ?? 0,
    blockings: rows.map(({ liftedOn, liftedBy, why, ...row }) => ({
      ...row,
      ground: groundOf(row.kind, row.ground),
      systems: systemsOf(db, row.id).flatMap((id) => titles.get(id) ?? []),
      lifted: liftedOn === null ? null : { on: liftedOn, by: liftedBy ?? '', why },
      clocks: inForce ? clocksToAct(db, row.caseId, today, ruleOf) : [],
    })),
  }
}

function systemsOf(db: ReadableDb, id: number): string[] {
  return db
    .all<{ systemId: string }>('SELECT system_id AS systemId FROM blocking_system WHERE blocking_id = ?', id)
    .map(({ systemId }) => systemId)
}

/** Clocks that end when the data are released, mended or destroyed come before those that only want an answer. */
function clocksToAct(
  db: ReadableDb,
  caseId: CaseId,
  today: LocalDate,
  ruleOf: (rule: string) => ClockRule,
): Blocking['clocks'] {
  const clocks = db
    .all<{ rule: string; dueOn: LocalDate }>(
      `SELECT ${ruleText} AS rule, effective_on AS dueOn FROM clock
       WHERE case_id = ? AND ended_on IS NULL ORDER BY effective_on`,
      caseId,
    )
    .map(({ rule, dueOn }) => ({ rule: ruleOf(rule), dueOn }))
  return [...clocks.filter(endsBlocking), ...clocks.filter((clock) => !endsBlocking(clock))].map(
    ({ rule, dueOn }) => ({ title: rule.title, dueOn, daysLeft: daysBetween(today, dueOn) }),
  )
}

function endsBlocking({ rule }: { rule: ClockRule }): boolean {
  return rule.endsOn.includes('unblocked') || rule.endsOn.includes('executed')
}
