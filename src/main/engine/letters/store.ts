import type { IssuedLetter } from '../../../shared/contract/cases.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId, LetterId } from '../../../shared/model/ids.ts'
import type { LetterLang, Trilingual } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { Packs } from '../packs/load.ts'
import type { Preview } from './held-previews.ts'

type DeliveryMethod = NonNullable<IssuedLetter['delivery']>['method']

/** A letter with its bytes and all that its e-mail needs. */
export type StoredLetter = {
  id: LetterId
  caseId: CaseId
  templateId: string
  lang: LetterLang
  number: string
  issuedOn: LocalDate
  answers: boolean
  round: number
  deliveryMethod: DeliveryMethod | null
  mailSubject: string
  mailText: string
  sha256: string
  pdf: Uint8Array
}

/** `at`: the moment of issue. */
export function insertLetter(
  db: WritableDb,
  letter: Preview,
  { at, officer }: { at: string; officer: string },
): LetterId {
  return db.run(
    `INSERT INTO letter (case_id, template_id, template_version, template_revision, lang, number, issued_on, answers, round,
       mail_subject, mail_text, body, content_sha256, sha256, pdf, issued_at, issued_by,
       body_sha256, corrects_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    letter.caseId,
    letter.templateId,
    letter.templateVersion,
    letter.templateRevision,
    letter.lang,
    letter.number,
    letter.date,
    letter.answers ? 1 : 0,
    letter.round,
    letter.mail.subject,
    letter.mail.text,
    letter.body,
    letter.contentSha256,
    letter.sha256,
    letter.pdf,
    at,
    officer,
    letter.bodySha256,
    letter.correctsId,
  ) as LetterId
}

/** Fails with `letterNotFound`. */
export function mustFindLetter(db: ReadableDb, id: LetterId): StoredLetter {
  const row = db.get<Omit<StoredLetter, 'answers'> & { answers: number }>(
    `SELECT id, case_id AS caseId, template_id AS templateId, lang, number, issued_on AS issuedOn, answers,
       round, delivery_method AS deliveryMethod, mail_subject AS mailSubject, mail_text AS mailText, sha256, pdf
     FROM letter WHERE id = ?`,
    id,
  )
  if (!row) throw new AppFailure('letterNotFound', {})
  return { ...row, answers: row.answers === 1 }
}

/** Where a letter belongs, by its number and hash. Fails with `letterNotFound`. */
export function findLetterPlace(
  db: ReadableDb,
  id: LetterId,
): { caseId: CaseId; letter: string; sha256: string } {
  const sql = 'SELECT case_id AS caseId, number AS letter, sha256 FROM letter WHERE id = ?'
  const found = db.get<{ caseId: CaseId; letter: string; sha256: string }>(sql, id)
  if (!found) throw new AppFailure('letterNotFound', {})
  return found
}

/** Name of a letter's file, wherever it is saved or attached. */
export function fileNameOf(letter: { number: string }): string {
  return `${letter.number}.pdf`
}

export function recordDelivery(
  db: WritableDb,
  id: LetterId,
  delivery: { method: DeliveryMethod; on: LocalDate; note: string },
): void {
  db.run(
    'UPDATE letter SET delivery_method = ?, delivered_on = ?, delivery_note = ? WHERE id = ?',
    delivery.method,
    delivery.on,
    delivery.note,
    id,
  )
}

/** A letter sent by e-mail did not arrive: it is to be delivered another way. */
export function withdrawDelivery(db: WritableDb, id: LetterId): void {
  db.run(
    `UPDATE letter SET delivery_method = NULL, delivered_on = NULL, delivery_note = ''
     WHERE id = ? AND delivery_method = 'email'`,
    id,
  )
}

type LetterRow = {
  id: LetterId
  templateId: string
  lang: LetterLang
  number: string
  issuedOn: LocalDate
  answers: number
  issuedAt: string
  issuedBy: string
  sha256: string
  bodySha256: string | null
  corrects: string | null
  correctedBy: string
  method: DeliveryMethod | null
  on: LocalDate | null
  note: string
}

/** Letters of a case, the oldest first. */
export function lettersOfCase(db: ReadableDb, packs: Packs, caseId: CaseId): IssuedLetter[] {
  return db
    .all<LetterRow>(
      `SELECT id, template_id AS templateId, lang, number, issued_on AS issuedOn, answers,
         issued_at AS issuedAt, issued_by AS issuedBy, sha256, body_sha256 AS bodySha256,
         (SELECT number FROM letter c WHERE c.id = letter.corrects_id) AS corrects,
         (SELECT json_group_array(number) FROM letter c WHERE c.corrects_id = letter.id) AS correctedBy,
         delivery_method AS method, delivered_on AS "on", delivery_note AS note
       FROM letter WHERE case_id = ? ORDER BY id`,
      caseId,
    )
    .map(({ method, on, note, answers, bodySha256, correctedBy, ...letter }) => ({
      ...letter,
      edited: bodySha256 !== null,
      correctedBy: JSON.parse(correctedBy) as string[],
      title: titleOf(packs, letter.templateId),
      internal: isInternal(packs, letter.templateId),
      answers: answers === 1,
      delivery: method === null || on === null ? null : { method, on, note },
    }))
}

/** Whether a template makes documents that are never sent. */
export function isInternal(packs: Packs, templateId: string): boolean {
  return packs.letters.find(({ meta }) => meta.id === templateId)?.meta.internal ?? false
}

/** Whether letters of a template tell of data that are held. One whose template the pack has lost is held to do so. */
export function discloses(packs: Packs, templateId: string): boolean {
  return packs.letters.find(({ meta }) => meta.id === templateId)?.meta.discloses ?? true
}

/** A pack may have lost a template since; the letter keeps its id for a name. */
export function titleOf(packs: Packs, templateId: string): Trilingual {
  const template = packs.letters.find(({ meta }) => meta.id === templateId)
  return template?.meta.title ?? { ru: templateId, kk: templateId, en: templateId }
}
