import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { previewReassign, undoReassign } from '../cases/reassign.ts'
import type { Session } from '../session.ts'
import { closeCases, previewClose, undoClose } from './close.ts'
import { issueLetters, lettersFor, previewLetters } from './letters.ts'

export const bulkHandlers: Handlers<Pick<typeof engineContract, 'bulk'>, Session> = {
  'bulk.previewClose': (session, { ids }) => ({ cases: previewClose(session, ids) }),
  'bulk.close': closeCases,
  'bulk.undoClose': (session, { ids }) => undoClose(session, ids),
  'bulk.previewReassign': (session, input) => session.query((db) => previewReassign(db, input)),
  'bulk.undoReassign': (session, { assignments }) => undoReassign(session, assignments),
  'bulk.letters': (session, { ids }) => ({ letters: lettersFor(session, ids) }),
  'bulk.previewLetters': async (session, input) => ({ cases: await previewLetters(session, input) }),
  'bulk.issueLetters': issueLetters,
}
