import { yearOf } from '../../../core/calendar/days.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { LetterId } from '../../../shared/model/ids.ts'
import { indexCase } from '../cases/search-store.ts'
import { takePlace } from '../cases/store.ts'
import { mustFindCase } from '../cases/take-step.ts'
import type { Session } from '../session.ts'
import { fittingTemplates, nextLetterNumber, seriesOfLetter } from './preview.ts'
import { insertLetter } from './store.ts'

/** The previewed bytes become the letter, if the number and the day on them still hold. */
export function issueLetter(session: Session, sha256: string): { id: LetterId; number: string } {
  const preview = session.heldPreviews.find(sha256)
  if (!preview) throw new AppFailure('letterPreviewStale', {})
  return session.command(({ db, at, today, officer, record, changed }) => {
    const of = mustFindCase(db, preview.caseId)
    const template = fittingTemplates(session.packs, of).find(({ meta }) => meta.id === preview.templateId)
    const series = template ? seriesOfLetter(template.meta) : ''
    if (
      !template ||
      preview.round !== of.round ||
      preview.date !== today ||
      preview.number !== nextLetterNumber(db, series, today)
    ) {
      throw new AppFailure('letterPreviewStale', {})
    }
    takePlace(db, series, yearOf(today))
    const id = insertLetter(db, preview, { at, officer })
    indexCase(db, of.id)
    const { number, templateId, templateVersion, lang } = preview
    record('letterIssued', of.id, { number, template: `${templateId} v${templateVersion}`, lang, sha256 })
    changed('cases')
    return { id, number }
  })
}
