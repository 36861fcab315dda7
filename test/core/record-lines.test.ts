import { expect, it } from 'vitest'
import { linesOf } from '../../src/core/reports/entry.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { textsOf } from '../../src/renderer/i18n/index.ts'
import { describeDetails } from '../../src/renderer/screens/cases/card/describeDetails.ts'
import type { AuditEntry } from '../../src/shared/model/audit.ts'

const { words } = loadPacks('resources').reports
const entry: AuditEntry = {
  seq: 7,
  at: '2026-11-27T18:57:00.000Z',
  actor: 'Ә. Қалиева',
  action: 'mailDeferred',
  caseId: null,
  details: { retryAt: '2026-11-27T19:03:51.820Z' },
  erased: false,
}

it('a moment in the record is told by the clock of the office, on the screen and on paper', () => {
  const told = ['следующая попытка: 28.11.2026, 00:03']
  expect(describeDetails(entry, textsOf('ru'), {})).toEqual(told)
  expect(linesOf(entry, { words, titles: {}, lang: 'ru' })).toEqual(told)
})
