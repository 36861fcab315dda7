import { createHash } from 'node:crypto'
import { yearOf } from '../../../core/calendar/days.ts'
import { composeLetter, type WholeLetter } from '../../../core/letters/bilingual.ts'
import { caseRecord, recordFile } from '../../../core/letters/case-record.ts'
import { partsOf, type DocumentFile, type LetterDocument } from '../../../core/letters/document.ts'
import { letterFits } from '../../../core/letters/fields.ts'
import { dressed } from '../../../core/letters/pictures.ts'
import { plainText } from '../../../core/letters/plain.ts'
import type { LetterFault, LetterInput } from '../../../core/letters/places.ts'
import { actSeries, journalNumber, outgoingSeries } from '../../../core/numbering/numbers.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { LetterDraft } from '../../../shared/contract/letters.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { Applicant } from '../../../shared/model/case.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { readCard } from '../cases/card.ts'
import { nextPlace, type StoredCase } from '../cases/store.ts'
import { mustFindKept } from '../cases/take-step.ts'
import type { ReadableDb } from '../db/db.ts'
import { systemCatalog } from '../execution/store.ts'
import type { Packs } from '../packs/load.ts'
import type { Session } from '../session.ts'
import { readPictures } from '../settings/picture-store.ts'
import { readOrganisation } from '../settings/store.ts'
import { type CurrentTemplate, currentTemplates } from '../templates/store.ts'
import { proposedAddressee } from './addressee.ts'
import { letterCase } from './case-letter.ts'
import { mustFindLetter } from './store.ts'

/** The series a document is numbered in. */
export function seriesOfLetter({ internal }: { internal: boolean }): string {
  return internal ? actSeries : outgoingSeries
}

/** The number the next document of a series gets, or one so many after it. */
export function nextLetterNumber(db: ReadableDb, series: string, today: LocalDate, ahead = 0): string {
  const year = yearOf(today)
  return journalNumber(series, year, nextPlace(db, series, year) + ahead)
}

/** The templates that fit a case as it stands. */
export function fittingTemplates(db: ReadableDb, packs: Packs, of: StoredCase): CurrentTemplate[] {
  return currentTemplates(db, packs).filter(({ meta }) => letterFits(meta, of))
}

/**
 * Renders a letter and holds it, to be issued as it is; `ahead`: after so many others of its series.
 * Fails with `organisationMissing`, `letterNotAllowed`, `letterFieldMissing`, `fontMissing` or `glyphMissing`.
 */
export async function previewLetter(
  session: Session,
  draft: LetterDraft,
  ahead = 0,
): Promise<Output<'letters.preview'>> {
  const { today } = session
  const { template, answers, composed, number, round, pictures, file } = session.query((db) =>
    gather(db, session.packs, draft, today, ahead),
  )
  const { document, mail, differences, original } = wholeOf(composed, template)
  const { pdf, contentSha256 } = await session.typesetter.typeset({
    ...dressed(document, number, pictures),
    ...(file ? { file } : {}),
  })
  const sha256 = sha256Of(pdf)
  session.heldPreviews.hold({
    caseId: draft.caseId,
    templateId: template.meta.id,
    templateVersion: template.meta.version,
    templateRevision: template.revision,
    answers,
    round,
    lang: draft.lang,
    number,
    date: today,
    body: plainText(document),
    bodySha256: editedHash(document, original),
    correctsId: draft.corrects ?? null,
    differences: differences.length,
    mail,
    contentSha256,
    sha256,
    pdf,
  })
  return { pdf, sha256, number, date: today, differences, bodies: bodiesOf(document) }
}

/** Whether the letter can be written as it is; fails as `previewLetter` does, but for what only its pages tell. */
export function checkLetter(session: Session, draft: LetterDraft): void {
  const { composed, template } = session.query((db) => gather(db, session.packs, draft, session.today))
  wholeOf(composed, template)
}

type Composed = ReturnType<typeof composeLetter>

function wholeOf(composed: Composed, { meta }: CurrentTemplate): Extract<Composed, { ok: true }> {
  if (!composed.ok) throw failureOf(composed, meta.id)
  return composed
}

function gather(db: ReadableDb, packs: Packs, draft: LetterDraft, today: LocalDate, ahead = 0) {
  const found = mustFindKept(db, draft.caseId)
  const input = letterInput(db, packs, found, draft, today, ahead)
  const { template, number } = input
  const composed = composeLetter(input, draft.lang, {
    ru: inLanguage(draft, 'ru'),
    kk: inLanguage(draft, 'kk'),
  })
  // A correction may come when the case is answered already: then there is nothing left to answer.
  const answers = template.meta.answers && letterFits(template.meta, found)
  const file = recordFor(db, packs, draft, today)
  return { template, answers, composed, number, round: found.round, pictures: readPictures(db), file }
}

/** All that a letter is made of but the officer's words; fails with `letterNotAllowed` or `organisationMissing`. */
export function letterInput(
  db: ReadableDb,
  packs: Packs,
  of: StoredCase,
  draft: Pick<LetterDraft, 'templateId' | 'corrects' | 'addressee'>,
  today: LocalDate,
  ahead = 0,
): Omit<LetterInput, 'lang' | 'fields' | 'template'> & { template: CurrentTemplate } {
  const template = templatesFor(db, packs, of, draft.corrects).find(
    ({ meta }) => meta.id === draft.templateId,
  )
  if (!template) throw new AppFailure('letterNotAllowed', { status: of.status })
  const organisation = readOrganisation(db)
  if (!organisation) throw new AppFailure('organisationMissing', {})
  return {
    template,
    organisation,
    case: letterCase(db, packs, of, today),
    addressee: addresseeOf(db, packs, of.applicant, draft.addressee),
    corrects: correctedBy(db, draft.corrects),
    number: nextLetterNumber(db, seriesOfLetter(template.meta), today, ahead),
    date: today,
    catalogs: { ...packs.catalogs, systems: systemCatalog(db, packs) },
  }
}

/** The templates that fit the case as it stands, or the one that made the letter which is to be corrected. */
export function templatesFor(
  db: ReadableDb,
  packs: Packs,
  of: StoredCase,
  corrects: LetterDraft['corrects'],
): CurrentTemplate[] {
  if (!corrects) return fittingTemplates(db, packs, of)
  const corrected = mustFindLetter(db, corrects)
  if (corrected.caseId !== of.id) throw new AppFailure('letterNotFound', {})
  return of.status === 'closed'
    ? []
    : currentTemplates(db, packs).filter(({ meta }) => meta.id === corrected.templateId)
}

function correctedBy(db: ReadableDb, corrects: LetterDraft['corrects']): LetterInput['corrects'] {
  if (!corrects) return null
  const { number, issuedOn } = mustFindLetter(db, corrects)
  return { number, date: issuedOn }
}

function inLanguage({ fields, fieldsIn, bodies }: LetterDraft, lang: Lang) {
  return { fields: { ...fields, ...fieldsIn?.[lang] }, body: bodies?.[lang] ?? null }
}

function bodiesOf(document: LetterDocument): Output<'letters.preview'>['bodies'] {
  return Object.fromEntries(partsOf(document).map(({ lang, blocks }) => [lang, blocks]))
}

/** The hash of the text as the officer left it; null where it is the template's own. */
function editedHash(document: LetterDocument, original: WholeLetter['original']): string | null {
  const bodies = partsOf(document).map(({ lang, blocks }) => [lang, blocks])
  const isEdited = bodies.some(
    ([lang, blocks]) => JSON.stringify(original[lang as Lang]) !== JSON.stringify(blocks),
  )
  return isEdited ? sha256Of(JSON.stringify(bodies)) : null
}

const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

function recordFor(db: ReadableDb, packs: Packs, draft: LetterDraft, today: LocalDate): DocumentFile | null {
  return draft.withRecord ? recordFile(caseRecord(readCard(db, packs, draft.caseId, today), today)) : null
}

function addresseeOf(
  db: ReadableDb,
  packs: Packs,
  applicant: Applicant,
  typed: LetterDraft['addressee'],
): LetterInput['addressee'] {
  const proposed = proposedAddressee(db, packs, applicant)
  return { ru: typed?.ru || proposed.ru, kk: typed?.kk || proposed.kk }
}

/** An empty field is the officer's to fill; a place that does not exist is a fault of the pack. */
function failureOf({ reason, field }: LetterFault, templateId: string): AppFailure {
  if (reason === 'unknownPlace')
    return new AppFailure('packInvalid', { file: `letters/${templateId}: ${field}` })
  if (field.startsWith('organisation.')) return new AppFailure('organisationMissing', {})
  return new AppFailure('letterFieldMissing', { field })
}
