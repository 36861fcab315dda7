import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { Session } from '../session.ts'
import { listBlockings } from './store.ts'

export const blockingHandlers: Handlers<Pick<typeof engineContract, 'blocking'>, Session> = {
  'blocking.list': (session, input) =>
    session.query((db) => listBlockings(db, session.packs, input, session.today)),
}
