import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { sameAddress } from '../../../core/mail/gate.ts'
import type { CaseCard, IssuedLetter } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { limits } from '../../../shared/model/case.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { type Filled, KeptForm } from '../drafts/KeptForm.tsx'
import styles from './Letters.module.css'
import { SendGate } from './SendGate.tsx'

type Composed = Output<'mail.compose'>
type Props = { card: CaseCard; letter: IssuedLetter; onClose: () => void }

export const mailDraftName = (card: CaseCard, letter: IssuedLetter): string => `mail:${card.id}:${letter.id}`

/** The e-mail that carries a letter: written, looked at once more at the gate, then put into the outbox. */
export function SendDialog({ card, letter, onClose }: Props) {
  const { letters } = useTexts()
  const composed = useAsk(['mail', 'compose', letter.id], () => api.mail.compose({ letterId: letter.id }))
  return (
    <Dialog opened onClose={onClose} title={letters.sending.title} size="lg" holdsForm>
      {composed.isPending ? <Delayed /> : null}
      <ErrorNotice error={composed.error} onRetry={() => void composed.refetch()} />
      {composed.data ? (
        <KeptForm name={mailDraftName(card, letter)} about={card.number} blank={textOf(composed.data)}>
          {(filled) => <Message composed={composed.data} letter={letter} onClose={onClose} {...filled} />}
        </KeptForm>
      ) : null}
    </Dialog>
  )
}

type MessageProps = Omit<Props, 'card'> & { composed: Composed } & Filled<Text>

const textOf = ({ to, subject, text }: Composed): Text => ({ to, subject, text })

function Message({ composed, letter, onClose, typed: message, change, returned }: MessageProps) {
  const [checking, setChecking] = useState(false)
  return checking ? (
    <SendGate
      message={message}
      composed={composed}
      letter={letter}
      onEdit={() => setChecking(false)}
      onSent={onClose}
    />
  ) : (
    <MessageForm
      message={message}
      composed={composed}
      onChange={change}
      returned={returned}
      onNext={() => setChecking(true)}
      onCancel={onClose}
    />
  )
}

type Text = { to: string; subject: string; text: string }

type FormProps = {
  message: Text
  composed: Composed
  onChange: (message: Text) => void
  returned: ReactNode
  onNext: () => void
  onCancel: () => void
}

function MessageForm({ message, composed, onChange, returned, onNext, onCancel }: FormProps) {
  const { desk, letters } = useTexts()
  const [tried, setTried] = useState(false)
  const to = message.to.trim()
  const { known } = composed.gate
  const next = () => {
    setTried(true)
    if (to === '') return focusFirstError()
    onNext()
  }
  const differs = to !== '' && !sameAddress(to, known)
  return (
    <SubmitForm onSubmit={next} label={letters.sending.title} className={styles.form}>
      {returned}
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
      <Facts facts={[[letters.sending.attachment, composed.attachment.name]]} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {desk.cancel}
        </Button>
        <Button type="submit">{letters.sending.next}</Button>
      </Group>
    </SubmitForm>
  )
}
