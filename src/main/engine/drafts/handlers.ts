import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { VaultKeeper } from '../vault/keeper.ts'
import type { Opened } from '../vault/opened.ts'
import { deleteDraft, draftsOf, findDraft, makeRoom, writeDraft } from './store.ts'

function openedOf({ opened }: VaultKeeper): Opened {
  if (!opened) throw new AppFailure('vaultLocked', {})
  return opened
}

export const draftHandlers: Handlers<Pick<typeof engineContract, 'drafts'>, VaultKeeper> = {
  'drafts.list': (keeper) => {
    const { session, holder } = openedOf(keeper)
    return {
      drafts: session
        .query((db) => draftsOf(db, holder.id))
        .map(({ name, about, savedAt }) => ({ name, about, savedAt })),
    }
  },
  'drafts.read': (keeper, { name }) => {
    const { session, holder } = openedOf(keeper)
    const found = session.query((db) => findDraft(db, holder.id, name))
    return { draft: found && { value: found.value, savedAt: found.savedAt } }
  },
  'drafts.save': (keeper, draft) => {
    const { session, holder } = openedOf(keeper)
    return session.unrecorded(({ db, at, changed }) => {
      const isNew = findDraft(db, holder.id, draft.name) === null
      writeDraft(db, holder.id, { ...draft, savedAt: at })
      if (!isNew) return {}
      makeRoom(db, holder.id)
      changed('drafts')
      return {}
    })
  },
  'drafts.drop': (keeper, { name }) => {
    const { session, holder } = openedOf(keeper)
    return session.unrecorded(({ db, changed }) => {
      if (findDraft(db, holder.id, name) === null) return {}
      deleteDraft(db, holder.id, name)
      changed('drafts')
      return {}
    })
  },
}
