import type { Input } from '../../src/shared/contract/index.ts'
import type { TestRegister } from './register.ts'

/** A change of the law as the desk asks for it. */
export type Change = Input<'deadlines.previewChange'>['change']

/** The table of a year with one more day off. */
export async function yearWithDayOff(desk: TestRegister, year: number, date: string): Promise<Change> {
  const { years } = await desk.ask('deadlines.law', {})
  const table = years.find((known) => known.year === year)
  if (!table) throw new Error('no such year')
  const { version: _, savedBy: __, ...rest } = table
  const name = { ru: 'Перенос', kk: 'Ауыстыру', en: 'Moved' }
  return { type: 'year', year: { ...rest, daysOff: [...rest.daysOff, { date, name }] } }
}

/** A rule with something of it changed. */
export async function ruleChange(desk: TestRegister, id: string, change: object): Promise<Change> {
  const { rules } = await desk.ask('deadlines.law', {})
  const found = rules.find((rule) => rule.id === id)
  if (!found) throw new Error('no such rule')
  const { version: _, confirmed: __, savedBy: ___, ...rule } = found
  return { type: 'rule', rule: { ...rule, ...change }, confirmed: true }
}

/** The date that holds of the nearest clock of a case. */
export const dueOf = async ({ ask }: TestRegister, id: number): Promise<string | undefined> => {
  const { clocks } = await ask('cases.card', { id })
  return clocks[0]?.adjusted?.dueOn ?? clocks[0]?.dueOn
}

/** Applies a change as it is shown, and moves the dates. */
export async function apply(desk: TestRegister, change: Change): Promise<void> {
  const { digest } = await desk.ask('deadlines.previewChange', { change })
  await desk.ask('deadlines.applyChange', { change, digest, move: true })
}
