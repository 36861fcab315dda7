import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ShownMail } from '../../../shared/model/mail.ts'
import { api, errorOf } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand, warn } from '../../ui/command.ts'
import { describeError } from '../../ui/ErrorNotice.tsx'
import { useMay } from '../../ui/May.tsx'
import { SettleDialog } from './SettleDialog.tsx'

type Mail = Pick<ShownMail, 'id' | 'state' | 'failure'>

/** What the officer can do about a mail: take back a waiting one, send it now or again, settle an unknown one. */
export function MailActions({ mail }: { mail: Mail }) {
  if (!useMay('mail.retry')) return null
  switch (mail.state) {
    case 'queued':
      return (
        <>
          {mail.failure ? <SendAgain mail={mail} /> : null}
          <TakeBack mail={mail} />
        </>
      )
    case 'failed':
      return <SendAgain mail={mail} />
    case 'unknown':
      return <Settle mail={mail} />
    case 'sending':
    case 'sent':
    case 'withdrawn':
      return null
  }
}

function SendAgain({ mail }: { mail: Mail }) {
  const { letters } = useTexts()
  const waits = mail.state === 'queued'
  const retry = useMailCommand(api.mail.retry, waits ? letters.mail.hurried : letters.mail.retried)
  return (
    <Button size="compact-xs" variant="default" loading={retry.pending} onClick={() => retry.run(mail.id)}>
      {waits ? letters.mail.sendNow : letters.mail.retry}
    </Button>
  )
}

function TakeBack({ mail }: { mail: Mail }) {
  const { letters } = useTexts()
  const takeBack = useMailCommand(api.mail.takeBack, letters.mail.takenBack)
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={takeBack.pending}
      onClick={() => takeBack.run(mail.id)}
    >
      {letters.mail.takeBack}
    </Button>
  )
}

function Settle({ mail }: { mail: Mail }) {
  const { letters } = useTexts()
  const [settling, setSettling] = useState(false)
  return (
    <>
      <Button size="compact-xs" onClick={() => setSettling(true)}>
        {letters.mail.settle}
      </Button>
      {settling ? <SettleDialog id={mail.id} onClose={() => setSettling(false)} /> : null}
    </>
  )
}

/** A deed about one mail; it says what came of it. */
function useMailCommand(call: typeof api.mail.retry, done: string) {
  const texts = useTexts()
  const command = useCommand(call)
  const run = (id: ShownMail['id']) =>
    command.mutate(
      { id },
      {
        onSuccess: () => say(done),
        onError: (thrown) => {
          const { what, todo } = describeError(errorOf(thrown), texts)
          warn(`${what} ${todo}`)
        },
      },
    )
  return { run, pending: command.isPending }
}
