import { Button } from '@mantine/core'
import { useState } from 'react'
import type { IncomingMessage } from '../../../shared/contract/intake.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { AttachDialog } from './AttachDialog.tsx'
import styles from './Incoming.module.css'
import { goToNext } from './next.ts'
import { SetAsideDialog } from './SetAsideDialog.tsx'

type Next = IncomingMessage['next']

/** What may become of a message; what is proposed stands first. */
export function MessageActions({ message }: { message: IncomingMessage }) {
  const { incoming } = useTexts()
  const { go } = useNavigation()
  const [open, setOpen] = useState<'attach' | 'setAside' | null>(null)
  const close = () => setOpen(null)
  const { emailId: id, nature, next } = message
  const isRequest = nature === 'request'
  return (
    <div className={styles.actions}>
      <ReportActions message={message} />
      <Button
        variant={isRequest ? 'filled' : 'default'}
        onClick={() => go({ screen: 'newCase', email: message })}
      >
        {incoming.register}
      </Button>
      <Suggested message={message} />
      <Button variant="default" onClick={() => setOpen('attach')}>
        {incoming.attach}
      </Button>
      <Button variant="default" onClick={() => setOpen('setAside')}>
        {incoming.setAside}
      </Button>
      {next ? (
        <Button variant="subtle" onClick={() => goToNext(go, next)}>
          {incoming.nextWaiting}
        </Button>
      ) : null}
      {open === 'attach' ? <AttachDialog id={id} onClose={close} /> : null}
      {open === 'setAside' ? <SetAsideDialog id={id} onClose={close} /> : null}
    </div>
  )
}

/** A report goes to the letter it tells of, an automatic reply to the one it answers. */
function ReportActions({ message: { emailId: id, report, answered } }: { message: IncomingMessage }) {
  const { incoming } = useTexts()
  const { go } = useNavigation()
  const file = useCommand(api.intake.fileReport)
  const mails = report?.mails ?? answered
  const done = ({ next }: { next: Next }) => {
    say(incoming.filed)
    goToNext(go, next)
  }
  return (
    <>
      {report?.mails.length === 0 ? <p className={styles.why}>{incoming.noMail}</p> : null}
      {mails.map((mail) => (
        <div key={mail.id} className={styles.actions}>
          <Button
            variant={mail.exact ? 'filled' : 'default'}
            loading={file.isPending}
            onClick={() => file.mutate({ id, mailId: mail.id }, { onSuccess: done })}
          >
            {incoming.fileTo(mail.letterNumber)}
          </Button>
          <p className={styles.why}>
            {incoming.fileWhy(mail.to, mail.caseNumber)} —{' '}
            {mail.exact ? incoming.fileExact : incoming.fileGuess}
          </p>
        </div>
      ))}
      <ErrorNotice error={file.error} title={incoming.notFiled} />
    </>
  )
}

/** Cases that the message seems to belong to. */
function Suggested({ message: { emailId: id, cases } }: { message: IncomingMessage }) {
  const { incoming, words } = useTexts()
  const { go } = useNavigation()
  const attach = useCommand(api.intake.attach)
  return (
    <>
      {cases.map(({ number, kind, applicantName, by }) => (
        <div key={number} className={styles.actions}>
          <Button
            variant="default"
            loading={attach.isPending}
            onClick={() =>
              attach.mutate(
                { id, caseNumber: number },
                {
                  onSuccess: ({ next }) => {
                    say(incoming.attached(number))
                    goToNext(go, next)
                  },
                },
              )
            }
          >
            {incoming.attachTo(number)}
          </Button>
          <p className={styles.why}>
            {words.kinds[kind]} · {applicantName} — {incoming.by[by]}
          </p>
        </div>
      ))}
      <ErrorNotice error={attach.error} title={incoming.notAttached} />
    </>
  )
}
