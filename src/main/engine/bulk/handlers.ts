import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { Session } from '../session.ts'
import { closeCases, previewClose, undoClose } from './close.ts'
import { commonLetters, issueLetters } from './letters.ts'

export const bulkHandlers: Handlers<Pick<typeof engineContract, 'bulk'>, Session> = {
  'bulk.previewClose': (session, { ids }) => ({ cases: previewClose(session, ids) }),
  'bulk.close': closeCases,
  'bulk.undoClose': (session, { ids }) => undoClose(session, ids),
  'bulk.letters': (session, { ids }) => ({ letters: commonLetters(session, ids) }),
  'bulk.issueLetters': issueLetters,
}
