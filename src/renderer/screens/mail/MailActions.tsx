import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CaseMail } from '../../../shared/contract/cases.ts'
import { api, errorOf } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand, warn } from '../../ui/command.ts'
import { describeError } from '../../ui/ErrorNotice.tsx'
import { SettleDialog } from './SettleDialog.tsx'

/** What the officer can do about a mail: send a failed one again, settle an unknown one. */
export function MailActions({ mail }: { mail: Pick<CaseMail, 'id' | 'state'> }) {
  const texts = useTexts()
  const { letters } = texts
  const [settling, setSettling] = useState(false)
  const retry = useCommand(api.mail.retry)
  const tryAgain = () =>
    retry.mutate(
      { id: mail.id },
      {
        onSuccess: () => say(letters.mail.retried),
        onError: (thrown) => {
          const { what, todo } = describeError(errorOf(thrown), texts)
          warn(`${what} ${todo}`)
        },
      },
    )
  if (mail.state === 'failed') {
    return (
      <Button size="compact-xs" variant="default" loading={retry.isPending} onClick={tryAgain}>
        {letters.mail.retry}
      </Button>
    )
  }
  if (mail.state !== 'unknown') return null
  return (
    <>
      <Button size="compact-xs" onClick={() => setSettling(true)}>
        {letters.mail.settle}
      </Button>
      {settling ? <SettleDialog id={mail.id} onClose={() => setSettling(false)} /> : null}
    </>
  )
}
