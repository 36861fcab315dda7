import { fail, ok, type Result } from '../../shared/errors.ts'
import type { CaseKind, CaseStatus, Outcome } from '../../shared/model/case.ts'
import type { Deed, SystemNote } from '../../shared/model/execution.ts'
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

/** The deeds that carry out what a kind asks for. */
const fulfilling: Partial<Record<CaseKind, readonly Deed[]>> = {
  rectification: ['rectified', 'destroyed'],
  blocking: ['blocked', 'anonymised', 'destroyed'],
  destruction: ['anonymised', 'destroyed'],
  withdrawal: ['processingStopped', 'anonymised', 'destroyed', 'kept'],
}

/**
 * Something was done wherever data were found, and what was granted was carried out somewhere; a destruction that is
 * granted in full, everywhere.
 */
export function isTreated(
  notes: readonly SystemNote[],
  { kind, outcome }: { kind: CaseKind; outcome: Outcome | null },
): boolean {
  const found = notes.filter((note) => note.found === 'found')
  if (found.some(({ deed }) => deed === null)) return false
  const wanted = fulfilling[kind]
  if (!wanted || found.length === 0) return true
  const fulfils = ({ deed }: SystemNote): boolean => deed !== null && wanted.includes(deed)
  return kind === 'destruction' && outcome === 'granted' ? found.every(fulfils) : found.some(fulfils)
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
