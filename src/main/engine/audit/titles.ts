import type { Bilingual } from '../../../shared/model/lang.ts'
import type { ReadableDb } from '../db/db.ts'
import { systemCatalog } from '../execution/store.ts'
import type { Session } from '../session.ts'

/** Titles of what entries name by an id: rules, letters, refusal grounds, systems. */
export function titlesOf({ law, packs }: Session, db: ReadableDb): Record<string, Bilingual> {
  const titled: { id: string; title: Bilingual }[] = [
    ...law.rules,
    ...packs.letters.map(({ meta }) => meta),
    ...packs.refusalGrounds,
    ...systemCatalog(db, packs),
  ]
  return Object.fromEntries(titled.map(({ id, title: { ru, kk } }) => [id, { ru, kk }]))
}
