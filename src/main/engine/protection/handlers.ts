import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { changesOf } from '../audit/changes.ts'
import type { Session } from '../session.ts'
import { readProtection, writeProtection } from './store.ts'

export const protectionHandlers: Handlers<Pick<typeof engineContract, 'protection'>, Session> = {
  'protection.read': (session) => session.query(readProtection),
  'protection.save': (session, protection) =>
    session.command(({ db, record, changed }) => {
      record('protectionSaved', null, changesOf(readProtection(db), protection))
      writeProtection(db, protection)
      changed('protection')
      return {}
    }),
}
