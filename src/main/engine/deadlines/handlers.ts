import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { changesOf } from '../audit/changes.ts'
import type { Session } from '../session.ts'
import { extendClock, pauseClock, resumeClock, revokeAdjustment } from './adjust.ts'
import { applyChange, applyMoves, pendingMoves, previewChange } from './change.ts'
import { insertConfirmation, readConfirmations, type Confirmation } from './confirmation-store.ts'

/** Who compared a rule with the law, and on which day. */
const told = ({ by, on }: Confirmation) => ({ officer: by, confirmed: on })

export const deadlineHandlers: Handlers<Pick<typeof engineContract, 'deadlines'>, Session> = {
  'deadlines.law': (session) =>
    session.query((db) => {
      const { rules, years } = session.law
      const confirmed = readConfirmations(db)
      return { rules: rules.map((rule) => ({ ...rule, confirmed: confirmed(rule) })), years: [...years] }
    }),
  'deadlines.confirmRule': (session, { id, version }) =>
    session.command(({ db, today, officer, record, changed }) => {
      const rule = session.law.rules.find((known) => known.id === id && known.version === version)
      if (!rule) throw new AppFailure('ruleUnknown', {})
      const before = readConfirmations(db)(rule)
      const now = { by: officer, on: today }
      insertConfirmation(db, rule, now)
      record('ruleConfirmed', null, {
        rule: `${id} v${version}`,
        ...(before && changesOf(told(before), told(now))),
      })
      changed('deadlines', 'cases')
      return {}
    }),
  'deadlines.previewChange': (session, { change }) => previewChange(session, change),
  'deadlines.applyChange': applyChange,
  'deadlines.pendingMoves': pendingMoves,
  'deadlines.applyMoves': (session, { digest }) => applyMoves(session, digest),
  'deadlines.pause': pauseClock,
  'deadlines.resume': (session, { clockId, on }) => resumeClock(session, clockId, on),
  'deadlines.extend': extendClock,
  'deadlines.revokeAdjustment': revokeAdjustment,
}
