import { fail, ok, type Result } from '../../shared/errors.ts'
import type { CaseKind, CaseStatus } from '../../shared/model/case.ts'
import type { SystemNote } from '../../shared/model/execution.ts'
import type { LocalDate } from '../../shared/model/local-date.ts'
import { checkDate } from './steps.ts'

/** Findings and deeds are noted while the case is worked on; an opt-out has no check of identity to wait for. */
export function mayNote({ kind, status }: { kind: CaseKind; status: CaseStatus }): boolean {
  if (kind === 'optout' && status === 'registered') return true
  return status === 'inWork' || status === 'decided' || status === 'executed'
}

/** Every system in use has a finding. */
export function isSearched(systemIds: readonly string[], notes: readonly SystemNote[]): boolean {
  return systemIds.every((id) => notes.some((note) => note.systemId === id))
}

/** Wherever data were found, something was done with them. */
export function isTreated(notes: readonly SystemNote[]): boolean {
  return notes.every(({ found, deed }) => found !== 'found' || deed !== null)
}

/** Only what was found can be done something with, on a day between the receipt and today. */
export function checkNote(note: SystemNote, receivedOn: LocalDate, today: LocalDate): Result<null> {
  const { found, deed, deedOn } = note
  if (deed === null) return ok(null)
  if (found !== 'found') return fail('deedWithoutData', {})
  if (deedOn === null) return fail('caseFieldMissing', { field: 'deedOn' })
  const date = checkDate(deedOn, receivedOn, today)
  return date.ok ? ok(null) : date
}
