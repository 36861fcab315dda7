import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard, IssuedLetter } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { limits } from '../../../shared/model/case.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { say, useCommand } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import styles from './Letters.module.css'

type Composed = Output<'mail.compose'>
type Props = { letter: IssuedLetter; card: CaseCard; onClose: () => void }

/** The e-mail that carries a letter: written, looked at once more, then put into the outbox. */
export function SendDialog({ letter, card, onClose }: Props) {
  const { letters } = useTexts()
  const composed = useAsk(['mail', 'compose', letter.id], () => api.mail.compose({ letterId: letter.id }))
  return (
    <Dialog opened onClose={onClose} title={letters.sending.title} size="lg" holdsForm>
      {composed.isPending ? <Delayed /> : null}
      <ErrorNotice error={composed.error} onRetry={() => void composed.refetch()} />
      {composed.data ? (
        <Message composed={composed.data} letter={letter} card={card} onClose={onClose} />
      ) : null}
    </Dialog>
  )
}

function Message({ composed, letter, card, onClose }: Props & { composed: Composed }) {
  const [message, setMessage] = useState({ to: composed.to, subject: composed.subject, text: composed.text })
  const [checking, setChecking] = useState(false)
  return checking ? (
    <Confirmation
      message={message}
      fileName={composed.fileName}
      letter={letter}
      onEdit={() => setChecking(false)}
      onSent={onClose}
    />
  ) : (
    <MessageForm
      message={message}
      fileName={composed.fileName}
      known={card.applicant.email}
      onChange={setMessage}
      onNext={() => setChecking(true)}
      onCancel={onClose}
    />
  )
}

type Text = { to: string; subject: string; text: string }

type FormProps = {
  message: Text
  fileName: string
  /** The address of the case; empty where it has none. */
  known: string
  onChange: (message: Text) => void
  onNext: () => void
  onCancel: () => void
}

function MessageForm({ message, fileName, known, onChange, onNext, onCancel }: FormProps) {
  const { desk, letters } = useTexts()
  const [tried, setTried] = useState(false)
  const to = message.to.trim()
  const next = () => {
    setTried(true)
    if (to === '') return focusFirstError()
    onNext()
  }
  const differs = to !== '' && to.toLowerCase() !== known.toLowerCase()
  return (
    <SubmitForm onSubmit={next} label={letters.sending.title} className={styles.form}>
      <TextInput
        label={letters.sending.to}
        type="email"
        value={message.to}
        maxLength={320}
        onChange={(event) => onChange({ ...message, to: event.currentTarget.value })}
        error={tried && to === '' ? letters.sending.toMissing : undefined}
        data-autofocus
      />
      {differs ? (
        <p className={styles.warning}>
          {known ? letters.sending.toDiffers(known) : letters.sending.toUnknown}
        </p>
      ) : null}
      <TextInput
        label={letters.sending.subject}
        value={message.subject}
        maxLength={limits.line}
        onChange={(event) => onChange({ ...message, subject: event.currentTarget.value })}
      />
      <Textarea
        label={letters.sending.text}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={limits.note}
        value={message.text}
        onChange={(event) => onChange({ ...message, text: event.currentTarget.value })}
      />
      <Facts facts={[[letters.sending.attachment, fileName]]} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {desk.cancel}
        </Button>
        <Button type="submit">{letters.sending.next}</Button>
      </Group>
    </SubmitForm>
  )
}

type ConfirmationProps = {
  message: Text
  fileName: string
  letter: IssuedLetter
  onEdit: () => void
  onSent: () => void
}

function Confirmation({ message, fileName, letter, onEdit, onSent }: ConfirmationProps) {
  const { desk, letters } = useTexts()
  const { go } = useNavigation()
  const send = useCommand(api.mail.send)
  const submit = () =>
    send.mutate(
      { letterId: letter.id, ...message },
      {
        onSuccess: () => {
          say(letters.sending.queued)
          onSent()
        },
      },
    )
  return (
    <SubmitForm onSubmit={submit} label={letters.sending.confirmTitle} className={styles.form}>
      <h3 style={{ margin: 0 }}>{letters.sending.confirmTitle}</h3>
      <p style={{ margin: 0 }}>{letters.sending.confirmText}</p>
      <Facts
        facts={[
          [letters.sending.to, <strong key="to">{message.to}</strong>],
          [letters.sending.subject, message.subject],
          [letters.sending.attachment, fileName],
          [
            letters.composer.hash,
            <span key="hash" className="mono">
              {letter.sha256}
            </span>,
          ],
        ]}
      />
      <ErrorNotice
        error={send.error}
        title={letters.sending.notSent}
        action={{
          codes: ['smtpNotSet'],
          label: desk.openSettings,
          run: () => go({ screen: 'settings', section: 'mail' }),
        }}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onEdit}>
          {letters.sending.edit}
        </Button>
        <Button type="submit" data-autofocus loading={send.isPending}>
          {letters.sending.confirm}
        </Button>
      </Group>
    </SubmitForm>
  )
}
