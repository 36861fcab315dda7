import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { Session } from '../session.ts'

export const taskHandlers: Handlers<Pick<typeof engineContract, 'tasks'>, Session> = {
  'tasks.cancel': (session, { id }) => {
    session.tasks.cancel(id)
    return {}
  },
}
