import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CaseId } from '../../src/shared/model/ids.ts'
import { NewCase } from '../../src/shared/contract/cases.ts'
import { everything, SortColumn } from '../../src/shared/model/list.ts'
import type { FoundWay } from '../../src/main/engine/cases/found-way-store.ts'
import { wordIndex } from '../../src/main/engine/cases/found-way-store.ts'
import { readRows } from '../../src/main/engine/cases/list-store.ts'
import { wayTo } from '../../src/main/engine/cases/list-way-store.ts'
import { registerCase } from '../../src/main/engine/cases/register.ts'
import { matchQueries } from '../../src/main/engine/cases/search-store.ts'
import { CaseKind } from '../../src/shared/model/case.ts'
import { openSession } from './open-session.ts'
import { newCase } from './register.ts'

/** What is found is read in an order in three ways, each the soonest for some registers; they must give the same pages. */
it('what a search finds comes in the same order by whichever way it is read', async () => {
  const { session } = openSession()
  session.command(({ db, record }) => {
    db.run("INSERT INTO officer (name, slot_id) VALUES ('Ә. Қалиева', 'one')")
    record('officerSaved', null, {})
  })
  for (let number = 0; number < 60; number += 1) {
    const kind = CaseKind.options[(number * 7) % 9] ?? 'access'
    const familyName = ['Нұрлан', 'Нурлан', 'Серік', 'Ким'][number % 4] ?? ''
    const applicant = { ...newCase({ kind }).applicant, familyName }
    const receivedOn = `2026-11-${String(2 + ((number * 5) % 18)).padStart(2, '0')}`
    const text = number % 3 === 0 ? 'Прошу сведения' : 'Хабарлаңыз'
    await registerCase(session, NewCase.parse(newCase({ kind, applicant, receivedOn, text })))
  }
  const asked = fc.record({
    search: fc.constantFrom('нурл', 'нұрл', 'сер', 'прошу', 'хаб', 'к', 'нет такого'),
    filter: fc.constantFrom('all', 'open', 'late', 'today'),
    kinds: fc.subarray(['access', 'claim', 'question'] as const),
    by: fc.constantFrom(...SortColumn.options),
    descending: fc.boolean(),
    tier: fc.constantFrom('exact', 'alike'),
    limit: fc.integer({ min: 1, max: 70 }),
  })
  let rows = 0
  session.query((db) => {
    fc.assert(
      fc.property(asked, ({ search, filter, kinds, by, descending, tier, limit }) => {
        const input = { search, filter, narrow: { ...everything, kinds }, sort: { by, descending } } as const
        const match = matchQueries(db, search, input.narrow)?.[tier]
        if (!match) return
        const pages = (how: FoundWay['found']['by']): CaseId[][] => {
          const way = how === 'index' ? wordIndex : wayTo(db, { ...input, limit }, by, session.today)
          const found: CaseId[][] = []
          let after: Parameters<typeof readRows>[1]['after'] = null
          for (;;) {
            const reading = { ...way, order: by, descending, found: { by: how, match } } as const
            const page = readRows(db, { ...input, after, limit }, session.today, reading).slice(0, limit)
            const last = page.at(-1)
            if (!last) return found
            found.push(page.map(({ id }) => id))
            after = { value: last.sortValue, id: last.id, tier }
          }
        }
        rows += pages('index').flat().length
        expect(pages('set')).toEqual(pages('index'))
        expect(pages('look')).toEqual(pages('index'))
      }),
      { numRuns: 300 },
    )
  })
  expect(rows).toBeGreaterThan(500)
})
