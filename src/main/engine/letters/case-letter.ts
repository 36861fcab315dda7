import type { LetterCase } from '../../../core/letters/places.ts'
import type { LetterSystem } from '../../../core/letters/systems.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { representativeOf } from '../cases/identity-store.ts'
import type { StoredCase } from '../cases/store.ts'
import type { ReadableDb } from '../db/db.ts'
import { runningClocks } from '../deadlines/store.ts'
import { notesOf, readSystems } from '../execution/store.ts'
import type { Packs } from '../packs/load.ts'

/** What a letter may tell of a case, as the register has it. */
export function letterCase(db: ReadableDb, packs: Packs, of: StoredCase, today: LocalDate): LetterCase {
  return {
    number: of.number,
    kind: of.kind,
    receivedOn: of.receivedOn,
    channel: of.channel,
    applicant: of.applicant,
    representative: representativeOf(db, of.id),
    details: of.details,
    outcome: of.outcome,
    refusalGround: packs.refusalGrounds.find(({ id }) => id === of.refusalGround) ?? null,
    systems: letterSystems(db, packs, of),
    // The applicant is told when the answer is due, unless that day is past; the other clocks are the officer's.
    clocks: runningClocks(db, of.id)
      .filter(({ rule, dueOn }) => rule.endsOn.includes('answered') && dueOn >= today)
      .map(({ rule, dueOn }) => ({ title: rule.title, nature: rule.nature, basis: rule.basis, dueOn })),
  }
}

/** The systems searched in this round, with the categories by their titles. */
function letterSystems(db: ReadableDb, packs: Packs, of: StoredCase): LetterSystem[] {
  const notes = notesOf(db, of)
  return readSystems(db, packs.catalogs.systems).flatMap(({ id, title }) => {
    const note = notes.find(({ systemId }) => systemId === id)
    if (!note) return []
    const categories = packs.catalogs.categories.filter((entry) => note.categories.includes(entry.id))
    // Where nobody else is named, the officer who noted the deed did it.
    const deedBy = note.deedBy.trim() || note.officer
    return [{ ...note, title, deedBy, categories: categories.map((entry) => entry.title) }]
  })
}
