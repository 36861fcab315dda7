import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { changesOf } from '../audit/changes.ts'
import type { Session } from '../session.ts'
import { findOfficer, listOfficers, officerIdOf, writeOfficer } from './store.ts'

export const officerHandlers: Handlers<Pick<typeof engineContract, 'officers'>, Session> = {
  'officers.list': (session) => session.query((db) => ({ officers: listOfficers(db) })),
  'officers.save': (session, officer) =>
    session.command(({ db, record, changed }) => {
      const before = officer.id === null ? undefined : findOfficer(db, officer.id)
      if (officer.id !== null && !before) throw new AppFailure('officerUnknown', {})
      const namesake = officerIdOf(db, officer.name)
      if (namesake !== null && namesake !== officer.id) throw new AppFailure('officerKnown', {})
      writeOfficer(db, officer)
      record('officerSaved', null, { officer: officer.name, ...changesOf(before ?? null, officer) })
      changed('settings', 'cases')
      return {}
    }),
}
