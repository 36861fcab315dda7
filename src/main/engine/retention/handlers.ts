import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { changesOf } from '../audit/changes.ts'
import { mustFindByNumber } from '../relations/relate.ts'
import type { Session } from '../session.ts'
import { writeSetting } from '../settings/store.ts'
import { carryOut, prepareAct, savedTerm, termInForce } from './act.ts'
import {
  countSetAside,
  destructionOf,
  dueCases,
  eraseSetAside,
  findAct,
  insertHold,
  isHeld,
  liftHold,
  listActs,
} from './store.ts'

export const retentionHandlers: Handlers<Pick<typeof engineContract, 'retention'>, Session> = {
  'retention.overview': (session) =>
    session.query((db) => {
      const term = termInForce(session, db)
      const { source } = session.packs.retention
      return {
        term: { ...term, confirmed: savedTerm(db) !== null, source },
        due: dueCases(db, { years: term.years, today: session.today }),
        setAside: countSetAside(db, { years: term.years, today: session.today }),
        acts: listActs(db),
      }
    }),
  'retention.saveTerm': (session, term) =>
    session.command(({ db, record, changed }) => {
      const before = termInForce(session, db)
      writeSetting(db, 'retention', term)
      record('retentionSaved', null, changesOf(before, term))
      changed('retention')
      return {}
    }),
  'retention.hold': (session, { caseNumber, reason }) =>
    session.command(({ db, at, officer, record, changed }) => {
      const id = mustFindByNumber(db, caseNumber.toUpperCase())
      if (destructionOf(db, id)) throw new AppFailure('caseDestroyed', {})
      if (isHeld(db, id)) throw new AppFailure('retentionHeld', { number: caseNumber.toUpperCase() })
      insertHold(db, id, reason, { officer, at })
      record('caseHeld', id, { reason })
      changed('retention', 'cases')
      return {}
    }),
  'retention.release': (session, { caseId, reason }) =>
    session.command(({ db, at, record, changed }) => {
      if (!isHeld(db, caseId)) throw new AppFailure('retentionStale', {})
      liftHold(db, caseId, at)
      record('caseReleased', caseId, { reason })
      changed('retention', 'cases')
      return {}
    }),
  'retention.preview': async (session, chosen) => ({ bytes: (await prepareAct(session, chosen)).pdf }),
  'retention.destroy': (session, chosen) => carryOut(session, chosen),
  'retention.destroySetAside': (session) => {
    const messages = session.command(({ db, today, record, changed }) => {
      const term = { years: termInForce(session, db).years, today }
      const count = countSetAside(db, term)
      if (count === 0) return 0
      eraseSetAside(db, term)
      record('setAsideDestroyed', null, { messages: count })
      changed('retention', 'intake')
      return count
    })
    session.emptyLog()
    return { messages }
  },
  'retention.act': (session, { id }) => {
    const act = session.query((db) => findAct(db, id))
    if (!act) throw new AppFailure('retentionStale', {})
    return { name: `${act.number}.pdf`, bytes: act.pdf }
  },
}
