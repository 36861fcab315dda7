import { randomBytes } from 'node:crypto'
import { addDays } from '../../src/core/calendar/days.ts'
import { insertBlocking, liftBlocking } from '../../src/main/engine/blocking/store.ts'
import type { WritableDb } from '../../src/main/engine/db/db.ts'
import { contactsOf, suppress } from '../../src/main/engine/suppression/store.ts'
import type { Applicant, CaseKind } from '../../src/shared/model/case.ts'
import type { CaseId } from '../../src/shared/model/ids.ts'
import type { LocalDate } from '../../src/shared/model/local-date.ts'
import { chance } from './people.ts'

/** What work on a case of the bench leaves in the other registers. */

export type Filled = {
  id: CaseId
  number: number
  kind: CaseKind
  applicant: Applicant
  receivedOn: LocalDate
  isOpen: boolean
}

const officer = 'Ә. Қалиева'
const random = { bytes: randomBytes }
const mayBlock: readonly CaseKind[] = ['blocking', 'rectification', 'destruction']

/** A third of the cases that data may be blocked in; it is lifted once the case is closed. */
export function fillBlocking(db: WritableDb, { id, number, kind, receivedOn, isOpen }: Filled): void {
  if (!mayBlock.includes(kind) || chance(number, 26, 3) > 0) return
  const systems = ['crm', 'newsletter']
  insertBlocking(db, id, { what: 'Телефон, адрес', systems, on: addDays(receivedOn, 1), officer })
  if (isOpen) db.run('UPDATE cases SET blocked = 1 WHERE id = ?', id)
  else liftBlocking(db, id, { on: addDays(receivedOn, 15), officer, why: 'Проверка окончена' })
}

/** Who opted out, or withdrew a consent, once that is carried out. */
export function fillSuppression(db: WritableDb, { id, kind, applicant, receivedOn, isOpen }: Filled): void {
  if (isOpen || (kind !== 'optout' && kind !== 'withdrawal')) return
  const about = { reason: kind, caseId: id, on: addDays(receivedOn, 5), officer }
  suppress(db, random, contactsOf(applicant), about)
}
