import { groundFits } from '../../../core/casework/steps.ts'
import { clocksOfReceipt } from '../../../core/deadlines/start.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { changesOf } from '../audit/changes.ts'
import { readConfirmations } from '../deadlines/confirmation-store.ts'
import { describeDueDate } from '../deadlines/store.ts'
import { must } from '../failure.ts'
import type { Session } from '../session.ts'
import { findAttachment, findAttachmentPlace } from './attachment-store.ts'
import { readCard } from './card.ts'
import { listCases, summarise } from './list-store.ts'
import { insertNote } from './note-store.ts'
import { reassignCases } from './reassign.ts'
import { registerCase } from './register.ts'
import { indexCase } from './search-store.ts'
import { mustFindCase, mustFindKept, refuseDestroyed, takeStep } from './take-step.ts'
import { removeView, savedViews, toldOfView, writeView } from './view-store.ts'
import { correctApplicant, setRepresentative } from './who-asks.ts'

export const caseHandlers: Handlers<Pick<typeof engineContract, 'cases'>, Session> = {
  'cases.forecast': (session, receipt) => {
    const clocks = must(clocksOfReceipt(session.law, receipt))
    const confirmed = session.query(readConfirmations)
    return { clocks: clocks.map((clock) => describeDueDate(confirmed, clock)) }
  },
  'cases.register': registerCase,
  'cases.list': (session, input) => session.query((db) => listCases(db, input, session.today)),
  'cases.summary': (session) => session.query((db) => summarise(db, session.today)),
  'cases.card': (session, { id }) => session.query((db) => readCard(db, session.packs, id, session.today)),
  'cases.take': (session, { id, step }) => takeStep(session, id, step),
  'cases.correctApplicant': correctApplicant,
  'cases.setRepresentative': setRepresentative,
  'cases.addNote': (session, { id, text }) =>
    session.command(({ db, at, officer, record, changed }) => {
      mustFindKept(db, id)
      insertNote(db, id, { text, officer, at })
      indexCase(db, id)
      record('noteAdded', id, { text })
      changed('cases')
      return {}
    }),
  'cases.reassign': (session, { assignments }) => reassignCases(session, assignments),
  'cases.sites': (session) => ({ sites: session.packs.catalogs.sites.map(({ title }) => title.ru) }),
  'cases.views': (session) => session.query((db) => ({ views: savedViews(db) })),
  'cases.saveView': (session, { name, view }) =>
    session.command(({ db, record, changed }) => {
      const before = savedViews(db).find((saved) => saved.name === name)?.view
      writeView(db, name, view)
      const changes = changesOf(before ? toldOfView(db, before) : null, toldOfView(db, view))
      record('viewSaved', null, { view: name, ...changes })
      changed('settings')
      return {}
    }),
  'cases.removeView': (session, { name }) =>
    session.command(({ db, record, changed }) => {
      const before = savedViews(db).find((saved) => saved.name === name)?.view
      removeView(db, name)
      record('viewRemoved', null, { view: name, ...changesOf(before ? toldOfView(db, before) : null, null) })
      changed('settings')
      return {}
    }),
  'cases.attachment': (session, { id }) => {
    const found = session.query((db) => {
      refuseDestroyed(db, findAttachmentPlace(db, id).caseId)
      return findAttachment(db, id)
    })
    if (!found) throw new AppFailure('attachmentNotFound', {})
    return found
  },
  'cases.refusalGrounds': (session, { id }) => {
    const found = session.query((db) => mustFindCase(db, id))
    const ofKind = session.packs.refusalGrounds.filter((ground) => ground.kinds.includes(found.kind))
    return { grounds: ofKind.map((ground) => ({ ...ground, fits: groundFits(ground, found) })) }
  },
}
