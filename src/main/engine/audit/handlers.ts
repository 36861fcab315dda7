import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { Disclosure, LeavingPaper } from '../../../shared/model/audit.ts'
import { mustFindCase } from '../cases/take-step.ts'
import type { Session } from '../session.ts'
import { exportRecord } from './export.ts'
import { actorsOf, linksBefore } from './list-store.ts'
import { lastMailed, sendHead } from './send-head.ts'
import { entryOf, lastLink } from './store.ts'
import { titlesOf } from './titles.ts'
import { verifyRegister } from './verify.ts'

const quickTask = 'audit.verify'

function noteLeaving(session: Session, deed: Disclosure, { paper, caseId, name }: LeavingPaper) {
  return session.command(({ db, record, changed }) => {
    if (caseId !== null) mustFindCase(db, caseId)
    record(deed, caseId, { paper, name })
    changed('audit')
    return {}
  })
}

export const auditHandlers: Handlers<Pick<typeof engineContract, 'audit'>, Session> = {
  'audit.list': (session, { filter, before, limit }) => {
    const links = session.query((db) => linksBefore(db, filter, before, limit))
    const entries = links.map((link) => ({ ...entryOf(link), caseNumber: link.caseNumber }))
    return { entries, next: links.length < limit ? null : (links.at(-1)?.seq ?? null) }
  },
  'audit.names': (session) =>
    session.query((db) => ({ actors: actorsOf(db), titles: titlesOf(session, db) })),
  'audit.export': async (session, { task, filter, lang }) => {
    const { entries, bytes } = await session.tasks.run(task, (step) =>
      exportRecord(session, { filter, lang }, step),
    )
    session.command(({ record, changed }) => {
      const { from, to: until } = filter
      record('recordExported', null, { entries, case: filter.caseNumber, from, until })
      changed('audit')
    })
    return { name: `record-${session.today}.csv`, bytes, entries }
  },
  'audit.notePrinted': (session, paper) => noteLeaving(session, 'printed', paper),
  'audit.noteSaved': (session, paper) => noteLeaving(session, 'paperSaved', paper),
  'audit.sendHead': (session, { lang }) => sendHead(session, lang),
  'audit.verify': async (session, { task, saved }) => {
    const finding = await session.tasks.run(task ?? quickTask, (step) => verifyRegister(session, saved, step))
    session.integrity.keep(finding)
    return finding
  },
  'audit.status': (session) => {
    const { last, hindered } = session.integrity
    const head = session.query(lastLink)
    const checked = last && { at: last.at, whole: last.whole, saved: last.finding.saved }
    return { head: head ?? null, mailed: lastMailed(session), checked, hindered }
  },
}
