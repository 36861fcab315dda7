import { createHash } from 'node:crypto'
import { yearOf } from '../../../core/calendar/days.ts'
import { caseRecord, recordFile } from '../../../core/letters/case-record.ts'
import type { DocumentFile } from '../../../core/letters/document.ts'
import { letterFits } from '../../../core/letters/fields.ts'
import { mergeLetter } from '../../../core/letters/merge.ts'
import { dressed } from '../../../core/letters/pictures.ts'
import { plainText } from '../../../core/letters/plain.ts'
import type { LetterCase, LetterFault, LetterInput } from '../../../core/letters/places.ts'
import type { LetterSystem } from '../../../core/letters/systems.ts'
import { actSeries, journalNumber, outgoingSeries } from '../../../core/numbering/numbers.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { Applicant } from '../../../shared/model/case.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { LetterTemplate } from '../../../shared/model/letter.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { readCard } from '../cases/card.ts'
import { representativeOf } from '../cases/identity-store.ts'
import { nextPlace, type StoredCase } from '../cases/store.ts'
import { mustFindCase } from '../cases/take-step.ts'
import type { ReadableDb } from '../db/db.ts'
import { notesOf, readSystems, systemCatalog } from '../execution/store.ts'
import { runningClocks } from '../deadlines/store.ts'
import type { Packs } from '../packs/load.ts'
import type { Session } from '../session.ts'
import { readPictures } from '../settings/picture-store.ts'
import { readOrganisation } from '../settings/store.ts'
import { proposedAddressee } from './addressee.ts'

/** The series a document is numbered in. */
export function seriesOfLetter({ internal }: { internal: boolean }): string {
  return internal ? actSeries : outgoingSeries
}

/** The number the next document of a series gets. */
export function nextLetterNumber(db: ReadableDb, series: string, today: LocalDate): string {
  const year = yearOf(today)
  return journalNumber(series, year, nextPlace(db, series, year))
}

/** The templates that fit a case as it stands. */
export function fittingTemplates(packs: Packs, of: StoredCase): LetterTemplate[] {
  return packs.letters.filter(({ meta }) => letterFits(meta, of))
}

/**
 * Renders a letter and holds it, to be issued as it is.
 * Fails with `organisationMissing`, `letterNotAllowed`, `letterFieldMissing`, `fontMissing` or `glyphMissing`.
 */
export async function previewLetter(
  session: Session,
  input: Input<'letters.preview'> & { caseId: CaseId },
): Promise<Output<'letters.preview'>> {
  const { today, packs } = session
  const { template, merged, number, round, pictures, file } = session.query((db) => {
    const found = mustFindCase(db, input.caseId)
    const template = fittingTemplates(packs, found).find(({ meta }) => meta.id === input.templateId)
    if (!template) throw new AppFailure('letterNotAllowed', { status: found.status })
    const organisation = readOrganisation(db)
    if (!organisation) throw new AppFailure('organisationMissing', {})
    const number = nextLetterNumber(db, seriesOfLetter(template.meta), today)
    const merged = mergeLetter({
      template,
      lang: input.lang,
      organisation,
      case: letterCase(db, packs, found, today),
      addressee: addresseeOf(db, packs, found.applicant, input.addressee),
      number,
      date: today,
      fields: input.fields,
      catalogs: { ...packs.catalogs, systems: systemCatalog(db, packs) },
    })
    return {
      template,
      merged,
      number,
      round: found.round,
      pictures: readPictures(db),
      file: recordFor(db, packs, input, today),
    }
  })
  if (!merged.ok) throw failureOf(merged, template.meta.id)
  const { pdf, contentSha256 } = await session.typesetter.typeset({
    ...dressed(merged.document, number, pictures),
    ...(file ? { file } : {}),
  })
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  session.heldPreviews.hold({
    caseId: input.caseId,
    templateId: template.meta.id,
    templateVersion: template.meta.version,
    answers: template.meta.answers,
    round,
    lang: input.lang,
    number,
    date: today,
    body: plainText(merged.document),
    mail: merged.mail,
    contentSha256,
    sha256,
    pdf,
  })
  return { pdf, sha256, number, date: today }
}

type Draft = { caseId: CaseId; withRecord?: boolean | undefined }

function recordFor(db: ReadableDb, packs: Packs, draft: Draft, today: LocalDate): DocumentFile | null {
  return draft.withRecord ? recordFile(caseRecord(readCard(db, packs, draft.caseId, today), today)) : null
}

function addresseeOf(
  db: ReadableDb,
  packs: Packs,
  applicant: Applicant,
  typed: Input<'letters.preview'>['addressee'],
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

/** The systems searched in this round, with the categories by their titles. */
function letterSystems(db: ReadableDb, packs: Packs, of: StoredCase): LetterSystem[] {
  const notes = notesOf(db, of)
  return readSystems(db, packs.catalogs.systems).flatMap(({ id, title }) => {
    const note = notes.find(({ systemId }) => systemId === id)
    if (!note) return []
    const categories = packs.catalogs.categories.filter((entry) => note.categories.includes(entry.id))
    return [{ ...note, title, categories: categories.map((entry) => entry.title) }]
  })
}

function letterCase(db: ReadableDb, packs: Packs, of: StoredCase, today: LocalDate): LetterCase {
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
