import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { Session } from '../session.ts'
import { deleteDativeWord, listDativeWords, writeDativeWord } from './store.ts'

/** The record counts the words and does not repeat them: they are parts of people's names. */
export const nameHandlers: Handlers<Pick<typeof engineContract, 'names'>, Session> = {
  'names.list': (session) => session.query((db) => ({ words: listDativeWords(db) })),
  'names.save': (session, { words }) =>
    session.command(({ db, record, changed }) => {
      words.forEach((word) => writeDativeWord(db, word))
      record('dativeWordsSaved', null, { count: words.length })
      changed('settings')
      return {}
    }),
  'names.remove': (session, { word, gender }) =>
    session.command(({ db, record, changed }) => {
      deleteDativeWord(db, word, gender)
      record('dativeWordRemoved', null, {})
      changed('settings')
      return {}
    }),
}
