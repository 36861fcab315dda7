import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ClockRule } from '../../../shared/model/rule.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'

type RuleVersion = Pick<ClockRule, 'id' | 'version'>
export type Confirmation = NonNullable<ClockRule['confirmed']>

/** Tells by whom and when a rule was compared with the official text: here, or in the pack itself. */
export type Confirmations = (rule: ClockRule) => Confirmation | null

export function readConfirmations(db: ReadableDb): Confirmations {
  const rows = db.all<{ id: string; version: number; by: string; on: LocalDate }>(
    `SELECT rule_id AS id, rule_version AS version, officer AS "by", confirmed_on AS "on" FROM rule_confirmation`,
  )
  const confirmed = new Map(rows.map(({ by, on, ...rule }) => [keyOf(rule), { by, on }]))
  return (rule) => confirmed.get(keyOf(rule)) ?? rule.confirmed
}

export function insertConfirmation(db: WritableDb, rule: RuleVersion, { by, on }: Confirmation): void {
  db.run(
    'INSERT OR REPLACE INTO rule_confirmation (rule_id, rule_version, officer, confirmed_on) VALUES (?, ?, ?, ?)',
    rule.id,
    rule.version,
    by,
    on,
  )
}

function keyOf({ id, version }: RuleVersion): string {
  return `${id} v${version}`
}
