import type { CaseId } from '../../../shared/model/ids.ts'
import type { RetentionMethod } from '../../../shared/model/retention.ts'
import { indexCase } from '../cases/search-store.ts'
import type { WritableDb } from '../db/db.ts'

/** What goes with every case, whichever the method: whom it was about, what was said, and every file. `?` is the case. */
const personal = [
  `UPDATE person SET organisation = '', family_name = '', given_name = '', patronymic = '', iin = '', address = '', email = '',
    phone = '', email_key = '', phone_key = '', name_key = '' WHERE id = (SELECT person_id FROM cases WHERE id = ?)`,
  `UPDATE cases SET subject = '', text = '', reason = '', execution_note = '', demand = '', reference_number = '',
    email_message_id = NULL, lateness_reason = CASE WHEN lateness_reason IS NULL THEN NULL ELSE '' END, sort_name = ''
    WHERE id = ?`,
  `UPDATE letter SET mail_subject = '', mail_text = '', body = '', pdf = x'', delivery_note = '' WHERE case_id = ?`,
  `UPDATE mail SET recipient = '', subject = '', text = '', response = '', report_words = '', message = NULL,
    attachment_name = NULL, attachment = NULL WHERE case_id = ?`,
  `UPDATE mail_attempt SET response = '' WHERE mail_id IN (SELECT id FROM mail WHERE case_id = ?)`,
  `UPDATE attachment SET name = '', bytes = x'' WHERE case_id = ?`,
  'DELETE FROM representative WHERE case_id = ?',
  'DELETE FROM case_note WHERE case_id = ?',
  'DELETE FROM letter_draft WHERE case_id = ?',
  `UPDATE verification SET compared = '' WHERE case_id = ?`,
  `UPDATE case_system SET data = '', deed_method = '', deed_by = '', proof = '' WHERE case_id = ?`,
  `UPDATE blocking SET what = '', why = '' WHERE case_id = ?`,
  `UPDATE clock_adjustment SET reason = '', basis = '', revocation = CASE WHEN revocation IS NULL THEN NULL ELSE '' END
    WHERE clock_id IN (SELECT id FROM clock WHERE case_id = ?)`,
  `UPDATE incoming SET message_id = '', from_name = '', from_address = '', subject = '', person = '', iin = '', phone = '',
    note = '', bytes = NULL WHERE case_id = ?`,
  // The chain holds without them: their hash stays. What was written before there were such hashes, see verify.ts.
  `UPDATE audit SET details = '', salt = NULL WHERE case_id = ?`,
  `UPDATE legal_hold SET reason = '' WHERE case_id = ?`,
] as const

/** What goes with it where not even the work shall be left. */
const work = [
  'DELETE FROM verification WHERE case_id = ?',
  'DELETE FROM case_system_category WHERE case_id = ?',
  'DELETE FROM case_system WHERE case_id = ?',
  'DELETE FROM blocking_system WHERE blocking_id IN (SELECT id FROM blocking WHERE case_id = ?)',
  `UPDATE cases SET amount_tiyn = NULL WHERE id = ?`,
] as const

/** Empties a case that an act names. Its row, numbers, dates, kinds, decision and hashes stay. */
export function eraseCase(db: WritableDb, id: CaseId, actId: number, method: RetentionMethod): void {
  db.run('INSERT INTO destroyed_case (case_id, act_id) VALUES (?, ?)', id, actId)
  for (const sql of personal) db.run(sql, id)
  if (method === 'destroy') for (const sql of work) db.run(sql, id)
  indexCase(db, id)
}

/**
 * Half-filled forms of the case: it stands second in their names, as in `mail:17:3`; and those that began with its card or
 * a message of it, which they hold.
 */
export function eraseDrafts(db: WritableDb, id: CaseId): void {
  const of = String(id)
  db.run(
    `DELETE FROM draft WHERE substr(name, instr(name, ':') + 1) || ':' GLOB ? || ':*' OR name = 'newCase:claim-' || ?
       OR name IN (SELECT 'newCase:mail-' || id FROM incoming WHERE case_id = ?)`,
    of,
    of,
    id,
  )
}

/**
 * Rewrites the index of words: what was taken out of it stands in its pages until they are merged. It reads the whole
 * index.
 */
export function mergeIndex(db: WritableDb): void {
  db.run("INSERT INTO case_search (case_search) VALUES ('optimize')")
}
