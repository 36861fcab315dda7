import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { MailAttempt, ShownMail } from '../../../shared/model/mail.ts'
import { api, ask, useAsk } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useSaveFile } from '../../ui/saveFile.ts'
import styles from './Mail.module.css'
import { ServerWords } from './ServerWords.tsx'

/** Every attempt to send a mail, and the message itself; folded away at first. */
export function Attempts({ mail }: { mail: ShownMail }) {
  const { letters } = useTexts()
  const [open, setOpen] = useState(false)
  const Icon = open ? IconChevronDown : IconChevronRight
  return (
    <div className={styles.attempts}>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<Icon size={14} />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {letters.mail.showAttempts(mail.attempts)}
      </Button>
      {open ? <Opened mail={mail} /> : null}
    </div>
  )
}

function Opened({ mail }: { mail: ShownMail }) {
  const { letters } = useTexts()
  // Asked again whenever the mail moves on.
  const asked = useAsk(['mail', 'attempts', mail.id, mail.updatedAt], () =>
    api.mail.attempts({ id: mail.id }),
  )
  const save = useSaveFile(
    (id: ShownMail['id']) => ask(api.mail.message({ id })),
    ({ caseId, name }) => ({ paper: 'mail', caseId, name }),
  )
  return (
    <>
      {asked.isPending ? <Delayed /> : null}
      <ErrorNotice error={asked.error ?? save.error} />
      <ol className={styles.attemptList} aria-label={letters.mail.attemptsTitle}>
        {asked.data?.attempts.map((attempt, index) => (
          <Attempt key={index} attempt={attempt} />
        ))}
      </ol>
      {mail.sha256 ? (
        <div className={styles.message}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={14} />}
            loading={save.isPending}
            onClick={() => save.mutate(mail.id)}
          >
            {letters.mail.saveMessage}
          </Button>{' '}
          <span className={styles.subject}>
            {letters.mail.hash}: <span className="mono">{mail.sha256}</span>
          </span>
        </div>
      ) : null}
    </>
  )
}

function Attempt({ attempt }: { attempt: MailAttempt }) {
  const { letters, words } = useTexts()
  const { outcome, failure, server } = attempt
  return (
    <li>
      {almatyMoment(attempt.beganAt)}
      {server ? `, ${server}` : ''}:{' '}
      {outcome ? letters.mail.attemptOutcomes[outcome] : letters.mail.attemptUnderWay}
      {failure ? <div>{words.sendFailures[failure]}</div> : null}
      <ServerWords response={attempt.response} />
    </li>
  )
}
