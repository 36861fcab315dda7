import { useState } from 'react'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'

type Change = Input<'deadlines.previewChange'>['change']

/** A change of the law on its way: first what it would move, then the change itself. */
export function useChange(onDone: () => void) {
  const { law } = useTexts().deadlines
  const [shown, setShown] = useState<{ change: Change; moves: Output<'deadlines.previewChange'> } | null>(
    null,
  )
  const preview = useCommand(api.deadlines.previewChange)
  const apply = useCommand(api.deadlines.applyChange)
  return {
    shown,
    preview,
    apply,
    look: (change: Change) =>
      preview.mutate({ change }, { onSuccess: (moves) => setShown({ change, moves }) }),
    hide: () => setShown(null),
    agree: (move: boolean) => {
      if (!shown) return
      apply.mutate(
        { change: shown.change, digest: shown.moves.digest, move },
        {
          onSuccess: ({ moved }) => {
            say(law.applied(moved))
            setShown(null)
            onDone()
          },
        },
      )
    },
  }
}
