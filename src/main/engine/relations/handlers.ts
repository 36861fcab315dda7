import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { Session } from '../session.ts'
import { mergeCase, mustFindByNumber, relateCases, unrelateCases } from './relate.ts'
import { similarCases } from './store.ts'

export const relationHandlers: Handlers<Pick<typeof engineContract, 'relations'>, Session> = {
  'relations.similar': (session, input) => session.query((db) => ({ cases: similarCases(db, input) })),
  'relations.relate': (session, { id, otherNumber, type }) =>
    session.command((deed) => {
      relateCases(deed, id, mustFindByNumber(deed.db, otherNumber), type)
      deed.changed('cases')
      return {}
    }),
  'relations.unrelate': (session, { id, otherId }) =>
    session.command((deed) => {
      unrelateCases(deed, id, otherId)
      deed.changed('cases')
      return {}
    }),
  'relations.merge': (session, input) => mergeCase(session, input),
}
