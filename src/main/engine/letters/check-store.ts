import type { Output } from '../../../shared/contract/index.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'
import { titleOf } from './store.ts'

/** What a check tells of a letter, and the hash of its content; null for one issued before letters had a code. */
export type CheckedLetter = NonNullable<Output<'letters.check'>['letter']> & { contentSha256: string | null }

/** The letters with one of these numbers, or of these bytes, in the order of the values. */
export function lettersBy(
  db: ReadableDb,
  packs: Packs,
  column: 'number' | 'sha256',
  values: readonly string[],
): CheckedLetter[] {
  return values.flatMap((value) => {
    const row = db.get<Omit<CheckedLetter, 'title'> & { templateId: string }>(
      `SELECT id, case_id AS caseId, template_id AS templateId, lang, number, issued_on AS issuedOn,
         issued_at AS issuedAt, issued_by AS issuedBy, sha256, content_sha256 AS contentSha256
       FROM letter WHERE ${column} = ?`,
      value,
    )
    if (!row) return []
    const { templateId, ...letter } = row
    return [{ ...letter, title: titleOf(packs, templateId) }]
  })
}
