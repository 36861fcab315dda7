import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { Session } from '../session.ts'
import { lastLink } from './store.ts'
import { verifyRegister } from './verify.ts'

const quickTask = 'audit.verify'

export const auditHandlers: Handlers<Pick<typeof engineContract, 'audit'>, Session> = {
  'audit.verify': async (session, { task, saved }) => {
    const finding = await session.tasks.run(task ?? quickTask, (step) => verifyRegister(session, saved, step))
    session.integrity.keep(finding)
    return finding
  },
  'audit.status': (session) => {
    const { last } = session.integrity
    const head = session.query(lastLink)
    return { head: head ?? null, checked: last && { at: last.at, whole: last.whole } }
  },
}
