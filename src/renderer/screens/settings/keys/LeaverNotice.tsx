import { Button } from '@mantine/core'
import { useState } from 'react'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { MakeCode } from './MakeCode.tsx'

type Props = {
  title: string
  /** Whether a key of this person still opens the vault. */
  keyStays: boolean
  onDone: () => void
}

/** What somebody who leaves could still open the vault by, and the way to a new recovery code. */
export function LeaverNotice({ title, keyStays, onDone }: Props) {
  const { keys, register } = useTexts()
  const [making, setMaking] = useState(false)
  const list = useAsk(['keys', 'list'], () => api.keys.list({}))
  const hasCode = list.data?.slots.some(({ kind }) => kind === 'recovery') ?? false
  if (!keyStays && !hasCode) return null
  return (
    <>
      <Notice title={title}>
        {keyStays ? <div>{register.keyStays}</div> : null}
        {hasCode ? (
          <>
            <div>{keys.codeSeen}</div>
            <Button size="xs" variant="default" onClick={() => setMaking(true)}>
              {keys.makeNewCode}
            </Button>
          </>
        ) : null}
      </Notice>
      {making ? <MakeCode onClose={() => setMaking(false)} onMade={onDone} /> : null}
    </>
  )
}
