import { Button } from '@mantine/core'
import { useState } from 'react'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Consequences } from './Consequences.tsx'

/** Says that dates stand otherwise than the law in force would have them, and lets the officer agree. */
export function PendingMoves() {
  const { law } = useTexts().deadlines
  const pending = useAsk(['deadlines', 'pendingMoves'], () => api.deadlines.pendingMoves({}))
  const apply = useCommand(api.deadlines.applyMoves)
  const [asking, setAsking] = useState(false)
  if (!pending.data || pending.data.total === 0) return null
  const { digest } = pending.data
  const agree = () =>
    apply.mutate(
      { digest },
      {
        onSuccess: ({ moved }) => {
          say(law.applied(moved))
          setAsking(false)
        },
      },
    )
  return (
    <Notice title={law.pendingTitle(pending.data.total)}>
      <p style={{ margin: '2px 0 8px' }}>{law.pendingText}</p>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {law.look}
      </Button>
      {asking ? (
        <Consequences
          moves={pending.data}
          error={apply.error}
          pending={apply.isPending}
          onApply={agree}
          canKeep={false}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Notice>
  )
}
