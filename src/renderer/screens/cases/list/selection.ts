import { useState } from 'react'
import type { CaseId } from '../../../../shared/model/ids.ts'

/** Cases that the officer ticked in the list. */
export type Selection = {
  ids: ReadonlySet<CaseId>
  toggle: (id: CaseId) => void
  set: (ids: readonly CaseId[]) => void
  clear: () => void
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<CaseId>>(new Set())
  return {
    ids,
    toggle: (id) =>
      setIds((old) => {
        const next = new Set(old)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    set: (chosen) => setIds(new Set(chosen)),
    clear: () => setIds(new Set()),
  }
}
