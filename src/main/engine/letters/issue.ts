import { yearOf } from '../../../core/calendar/days.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { LetterId } from '../../../shared/model/ids.ts'
import { indexCase } from '../cases/search-store.ts'
import { takePlace } from '../cases/store.ts'
import { mustFindKept } from '../cases/take-step.ts'
import type { Session } from '../session.ts'
import { nextLetterNumber, seriesOfLetter, templatesFor } from './preview.ts'
import { deleteDraft } from './draft-store.ts'
import { insertLetter, mustFindLetter } from './store.ts'

/**
 * The previewed bytes become the letter, if the number and the day on them still hold. Languages that differ stop it
 * until the officer accepts the differences, which is recorded under their name.
 */
export function issueLetter(
  session: Session,
  { sha256, acceptDifferences }: { sha256: string; acceptDifferences?: true | undefined },
): { id: LetterId; number: string } {
  const preview = session.heldPreviews.find(sha256)
  if (!preview) throw new AppFailure('letterPreviewStale', {})
  const { differences } = preview
  if (differences > 0 && !acceptDifferences)
    throw new AppFailure('letterLanguagesDiffer', { count: differences })
  return session.command(({ db, at, today, officer, record, changed }) => {
    const of = mustFindKept(db, preview.caseId)
    const { templateId, templateVersion, templateRevision, correctsId } = preview
    const template = templatesFor(db, session.packs, of, correctsId ?? undefined).find(
      ({ meta }) => meta.id === templateId,
    )
    const series = template ? seriesOfLetter(template.meta) : ''
    if (
      !template ||
      template.revision !== templateRevision ||
      preview.round !== of.round ||
      preview.date !== today ||
      preview.number !== nextLetterNumber(db, series, today)
    ) {
      throw new AppFailure('letterPreviewStale', {})
    }
    takePlace(db, series, yearOf(today))
    const id = insertLetter(db, preview, { at, officer })
    indexCase(db, of.id)
    deleteDraft(db, of.id)
    const { number, lang, bodySha256 } = preview
    record('letterIssued', of.id, {
      number,
      template: `${templateId} v${templateVersion}${templateRevision === 0 ? '' : `.${templateRevision}`}`,
      lang,
      sha256,
      ...(bodySha256 === null ? {} : { editedSha256: bodySha256 }),
      ...(correctsId === null ? {} : { corrects: mustFindLetter(db, correctsId).number }),
    })
    if (differences > 0) record('differencesAccepted', of.id, { number, count: differences })
    changed('cases')
    return { id, number }
  })
}
