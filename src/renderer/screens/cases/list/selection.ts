import { useState } from 'react'
import type { CaseId } from '../../../../shared/model/ids.ts'
import type { ListView } from '../../../navigation.ts'

/** Cases that the officer ticked in the list. */
export type Selection = {
  ids: ReadonlySet<CaseId>
  toggle: (id: CaseId) => void
  set: (ids: readonly CaseId[]) => void
  clear: () => void
}

const none: ReadonlySet<CaseId> = new Set()

/**
 * A choice holds for the view it was made in: under another search or filter nothing is chosen that the officer may not
 * see. Back in that view it is there again, unless something else was chosen.
 */
export function useSelection({ filter, search, narrow }: ListView): Selection {
  const view = JSON.stringify([filter, search.trim(), narrow])
  const [chosen, setChosen] = useState({ view, ids: none })
  const ids = chosen.view === view ? chosen.ids : none
  const choose = (next: ReadonlySet<CaseId>) => setChosen({ view, ids: next })
  return {
    ids,
    toggle: (id) => choose(new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id])),
    set: (next) => choose(new Set(next)),
    clear: () => choose(none),
  }
}
