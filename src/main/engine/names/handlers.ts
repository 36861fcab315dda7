import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { changesOf } from '../audit/changes.ts'
import type { Session } from '../session.ts'
import { dativeOf, deleteDativeWord, listDativeWords, writeDativeWord } from './store.ts'

export const nameHandlers: Handlers<Pick<typeof engineContract, 'names'>, Session> = {
  'names.list': (session) => session.query((db) => ({ words: listDativeWords(db) })),
  'names.save': (session, { words }) =>
    session.command(({ db, record, changed }) => {
      for (const word of words) {
        const dative = dativeOf(db, word)
        writeDativeWord(db, word)
        const changes = changesOf(dative === null ? null : { dative }, { dative: word.dative })
        record('dativeWordsSaved', null, { word: word.word, gender: word.gender, ...changes })
      }
      changed('settings')
      return {}
    }),
  'names.remove': (session, { word, gender }) =>
    session.command(({ db, record, changed }) => {
      const dative = dativeOf(db, { word, gender })
      deleteDativeWord(db, word, gender)
      record('dativeWordRemoved', null, { word, gender, dative: { before: dative, now: null } })
      changed('settings')
      return {}
    }),
}
