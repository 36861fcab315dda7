import { fieldsAsked } from '../../../core/letters/fields.ts'
import { isUnproved, judgeDisclosure } from '../../../core/mail/gate.ts'
import { sourcesOf } from '../../../core/letters/sources.ts'
import { checkDate } from '../../../core/casework/steps.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { answerCase, mustFindCase, mustFindKept } from '../cases/take-step.ts'
import { notesOf, systemCatalog } from '../execution/store.ts'
import { must } from '../failure.ts'
import { gateOf } from '../mail/gate.ts'
import type { Session } from '../session.ts'
import { mustFindTemplate } from '../templates/store.ts'
import { proposedAddressee } from './addressee.ts'
import { checkCode, checkPdf } from './check.ts'
import { deleteDraft, readDraft, writeDraft } from './draft-store.ts'
import { issueLetter } from './issue.ts'
import { letterInput, previewLetter, templatesFor } from './preview.ts'
import { fileNameOf, isInternal, mustFindLetter, recordDelivery } from './store.ts'

export const letterHandlers: Handlers<Pick<typeof engineContract, 'letters'>, Session> = {
  'letters.available': (session, { caseId, corrects }) =>
    session.query((db) => {
      const found = mustFindCase(db, caseId)
      const { categories, purposes } = session.packs.catalogs
      return {
        letters: templatesFor(db, session.packs, found, corrects).map(({ meta }) => ({
          ...meta,
          fields: fieldsAsked(meta, found.outcome),
        })),
        lang: found.applicant.lang,
        addressee: proposedAddressee(db, session.packs, found.applicant),
        known: {
          reason: found.reason,
          executedOn: found.executedOn ?? '',
          executionNote: found.executionNote,
          foundCategories: [...new Set(notesOf(db, found).flatMap((note) => note.categories))],
        },
        draft: readDraft(db, caseId),
        catalogs: {
          categories: [...categories],
          purposes: [...purposes],
          systems: systemCatalog(db, session.packs),
        },
      }
    }),
  'letters.sources': (session, draft) =>
    session.query((db) => {
      const found = mustFindCase(db, draft.caseId)
      return { sources: sourcesOf(letterInput(db, session.packs, found, draft, session.today)) }
    }),
  'letters.preview': previewLetter,
  'letters.issue': issueLetter,
  'letters.saveDraft': (session, draft) =>
    session.unrecorded(({ db, at }) => {
      mustFindKept(db, draft.caseId)
      mustFindTemplate(session.packs, draft.templateId)
      writeDraft(db, draft, at)
      return {}
    }),
  'letters.dropDraft': (session, { caseId }) =>
    session.unrecorded(({ db }) => {
      deleteDraft(db, caseId)
      return {}
    }),
  'letters.pdf': (session, { id }) => {
    const letter = session.query((db) => mustFindLetter(db, id))
    if (letter.pdf.length === 0) throw new AppFailure('caseDestroyed', {})
    return { caseId: letter.caseId, name: fileNameOf(letter), bytes: letter.pdf, sha256: letter.sha256 }
  },
  'letters.check': (session, input) =>
    session.query((db) =>
      'pdf' in input
        ? checkPdf(db, session.packs, input.pdf, input.words)
        : checkCode(db, session.packs, input.code),
    ),
  'letters.handOver': (session, { id, method, on, note, unverifiedReason = '' }) =>
    session.command((deed) => {
      const letter = mustFindLetter(deed.db, id)
      if (isInternal(session.packs, letter.templateId)) throw new AppFailure('letterInternal', {})
      if (letter.deliveryMethod !== null) throw new AppFailure('letterAlreadyDelivered', {})
      must(checkDate(on, letter.issuedOn, deed.today))
      const gate = gateOf(deed.db, session.packs, letter, mustFindKept(deed.db, letter.caseId))
      must(judgeDisclosure(gate, unverifiedReason))
      recordDelivery(deed.db, id, { method, on, note })
      deed.record('letterHandedOver', letter.caseId, { number: letter.number, method, on, note })
      if (isUnproved(gate)) {
        const reason = unverifiedReason.trim()
        deed.record('disclosedUnverified', letter.caseId, { letter: letter.number, method, reason })
      }
      if (letter.answers) answerCase(deed, session, letter, on)
      deed.changed('cases')
      return {}
    }),
}
