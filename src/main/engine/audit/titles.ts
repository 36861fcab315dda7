import type { Bilingual } from '../../../shared/model/lang.ts'
import { PaperId } from '../../../shared/model/paper.ts'
import type { ReadableDb } from '../db/db.ts'
import { systemCatalog } from '../execution/store.ts'
import { paperTitle } from '../papers/words.ts'
import type { Session } from '../session.ts'

/** Titles of what entries name by an id: rules, letters, refusal grounds, systems, categories of data. */
export function titlesOf({ law, packs }: Session, db: ReadableDb): Record<string, Bilingual> {
  const titled: { id: string; title: Bilingual }[] = [
    ...law.rules,
    ...packs.letters.map(({ meta }) => meta),
    ...packs.refusalGrounds,
    ...systemCatalog(db, packs),
    ...PaperId.options.map((id) => ({ id, title: paperTitle(packs, id) })),
    ...packs.catalogs.categories,
  ]
  return Object.fromEntries(titled.map(({ id, title: { ru, kk } }) => [id, { ru, kk }]))
}
