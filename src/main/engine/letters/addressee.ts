import { dativeName } from '../../../core/letters/dative.ts'
import type { Applicant } from '../../../shared/model/case.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { ReadableDb } from '../db/db.ts'
import { listDativeWords } from '../names/store.ts'
import type { Packs } from '../packs/load.ts'
import { inflect } from './inflect.ts'

/** The person in the dative, as «Кому» has it: the officer's own exceptions go before those of the pack. */
export function proposedAddressee(db: ReadableDb, packs: Packs, applicant: Applicant): Record<Lang, string> {
  const knowledge = { inflect, words: [...listDativeWords(db), ...packs.dativeWords] }
  return { ru: dativeName(applicant, 'ru', knowledge), kk: dativeName(applicant, 'kk', knowledge) }
}
