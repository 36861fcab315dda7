import { expect, it } from 'vitest'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import { computeDueDate } from '../../src/core/deadlines/due-date.ts'
import { inForce } from '../../src/core/deadlines/rules.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { golden, stated } from './golden.ts'

const { rules, calendar } = loadPacks('resources')

it.each(golden)('received %s, %s: due %s (%s)', (receivedOn, id, dueOn) => {
  const rule = rules.find((one) => one.id === id)
  if (!rule) throw new Error('no such rule')
  expect(inForce(rule, LocalDate.parse(receivedOn))).toBe(true)
  // Of 2027 and later nothing is published; what is due at once needs no calendar.
  const provisional = dueOn >= '2027-01-01' && rule.unit !== 'immediate'
  expect(computeDueDate(LocalDate.parse(receivedOn), rule, calendar)).toMatchObject({
    ok: true,
    value: { dueOn, provisional },
  })
})

it.each([2024, 2025, 2026, 2027])(
  'every rule in force in %i has a date of that year reckoned by hand',
  (year) => {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`]
    const held = rules.filter(({ validFrom, validTo }) => {
      return validFrom <= last && (validTo === null || first <= validTo)
    })
    const reckoned = [
      ...golden,
      ...stated.map(([receivedOn]) => [receivedOn, 'authority-answer'] as const),
    ].flatMap(([eventOn, rule]) => (first <= eventOn && eventOn <= last ? [rule] : []))
    expect(held.map(({ id }) => id).filter((id) => !reckoned.includes(id))).toEqual([])
  },
)

it.each(stated)('an authority that asks on %s for %s gets its answer by then: %s', (receivedOn, dueOn) => {
  const rule = rules.find(({ id }) => id === 'authority-answer')
  if (!rule) throw new Error('no such rule')
  const statedDueOn = LocalDate.parse(dueOn)
  expect(computeDueDate(LocalDate.parse(receivedOn), { ...rule, statedDueOn }, calendar)).toMatchObject({
    ok: true,
    value: { dueOn },
  })
})

it.each([
  // 23:59 and 00:01 in Almaty, UTC+6 until 29 February 2024 and UTC+5 from 1 March 2024 on.
  ['2026-11-20T18:59:00Z', '2026-11-20', '2026-11-25'],
  ['2026-11-20T19:01:00Z', '2026-11-21', '2026-11-25'],
  ['2026-11-23T18:59:00Z', '2026-11-23', '2026-11-26'],
  ['2026-11-23T19:01:00Z', '2026-11-24', '2026-11-27'],
  ['2024-02-28T17:59:00Z', '2024-02-28', '2024-03-04'],
  ['2024-02-28T18:01:00Z', '2024-02-29', '2024-03-05'],
  ['2024-03-04T18:59:00Z', '2024-03-04', '2024-03-07'],
  ['2024-03-04T19:01:00Z', '2024-03-05', '2024-03-11'],
])('a request of %s came on %s and is answered by %s', (moment, receivedOn, dueOn) => {
  expect(almatyDate(Date.parse(moment))).toBe(receivedOn)
  const rule = rules.find(({ id }) => id === 'answer')
  if (!rule) throw new Error('no such rule')
  expect(computeDueDate(LocalDate.parse(receivedOn), rule, calendar)).toMatchObject({
    ok: true,
    value: { dueOn },
  })
})
