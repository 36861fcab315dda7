import type { ClockRule } from '../../../shared/model/rule.ts'
import type { WritableDb } from '../db/db.ts'

/** In a query over `clock`, whatever it is called there: the JSON of the rule that a clock goes by, as it was then. */
export const ruleText = '(SELECT rule FROM clock_rule WHERE clock_rule.id = clock_rule_id)'

/** The number under which the text of a rule is kept, once for all clocks that go by it. */
export function ruleTextId(db: WritableDb, rule: ClockRule): number {
  const text = JSON.stringify(rule)
  const find = (): number | undefined =>
    db.get<{ id: number }>('SELECT id FROM clock_rule WHERE rule = ?', text)?.id
  return find() ?? db.run('INSERT INTO clock_rule (rule) VALUES (?)', text)
}
