import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { isUnproved as isUnprovedBy, sameAddress } from '../../../core/mail/gate.ts'
import type { IssuedLetter } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { MailFile, SendingGate } from '../../../shared/model/mail.ts'
import { api } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Chip, DaysLeft } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import styles from './Letters.module.css'
import { Unproved } from './Unproved.tsx'
import { Protect, type ProtectedLetter } from './Protect.tsx'

type Props = {
  message: { to: string; subject: string; text: string }
  composed: Pick<Output<'mail.compose'>, 'attachment' | 'gate'>
  letter: IssuedLetter
  onEdit: () => void
  onSent: () => void
}

/** The last look at a letter before it goes: where to, whether that is the person, what is in it, what it ends. */
export function SendGate({ message, composed, letter, onEdit, onSent }: Props) {
  const { desk, letters } = useTexts()
  const texts = letters.sending
  const { go } = useNavigation()
  const send = useCommand(api.mail.send)
  const [checked, setChecked] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [sealed, setSealed] = useState<ProtectedLetter | null>(null)
  const [kept, setKept] = useState(false)
  const { gate } = composed
  const to = message.to.trim()
  const differs = !sameAddress(gate.known, to)
  const isUnproved = isUnprovedBy(gate)
  const reasonMissing = isUnproved && reason.trim() === ''
  const passwordMissing = sealed !== null && !kept

  const submit = () => {
    setTried(true)
    if ((differs && !checked) || reasonMissing || passwordMissing) return focusFirstError()
    send.mutate(
      {
        letterId: letter.id,
        ...message,
        to,
        ...(differs ? { addressChecked: true } : {}),
        ...(isUnproved ? { unverifiedReason: reason } : {}),
        ...(sealed ? { protectedBy: sealed.attachment.sha256 } : {}),
      },
      {
        onSuccess: () => {
          say(texts.queued)
          onSent()
        },
      },
    )
  }
  return (
    <SubmitForm onSubmit={submit} label={texts.confirmTitle} className={styles.form}>
      <h3 style={{ margin: 0 }}>{texts.confirmTitle}</h3>
      <p style={{ margin: 0 }}>{texts.confirmText}</p>
      <GateFacts
        message={{ ...message, to }}
        gate={gate}
        attachment={sealed?.attachment ?? composed.attachment}
        differs={differs}
      />
      {gate.discloses ? (
        <Protect
          letterId={letter.id}
          made={sealed}
          onMade={setSealed}
          kept={kept}
          onKept={setKept}
          missing={tried && passwordMissing}
        />
      ) : null}
      {differs ? (
        <div className={styles.warning}>
          <p style={{ margin: '0 0 8px' }}>{gate.known ? texts.toDiffers(gate.known) : texts.toUnknown}</p>
          <Checkbox
            label={texts.checkOther}
            checked={checked}
            onChange={(event) => setChecked(event.currentTarget.checked)}
            error={tried && !checked ? texts.checkOtherMissing : undefined}
          />
        </div>
      ) : null}
      {isUnproved ? <Unproved reason={reason} onChange={setReason} missing={tried && reasonMissing} /> : null}
      <ErrorNotice
        error={send.error}
        title={texts.notSent}
        action={{
          codes: ['smtpNotSet'],
          label: desk.openSettings,
          run: () => go({ screen: 'settings', section: 'mail' }),
        }}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onEdit}>
          {texts.edit}
        </Button>
        <Button type="submit" data-autofocus loading={send.isPending}>
          {texts.confirm}
        </Button>
      </Group>
    </SubmitForm>
  )
}

type FactsProps = Pick<Props, 'message'> & { gate: SendingGate; attachment: MailFile; differs: boolean }

function GateFacts({ message, gate, attachment, differs }: FactsProps) {
  const { letters, words } = useTexts()
  const texts = letters.sending
  return (
    <Facts
      facts={[
        [
          texts.to,
          <span key="to">
            <strong>{message.to}</strong> <AddressChip gate={gate} differs={differs} />
          </span>,
        ],
        [
          texts.identity,
          <Chip key="identity" tone={gate.verifiedBy ? 'good' : 'today'}>
            {gate.verifiedBy ? texts.identityBy(words.methods[gate.verifiedBy]) : texts.identityOpen}
          </Chip>,
        ],
        [texts.case, gate.caseNumber],
        [texts.letter, `№ ${gate.letterNumber} · ${words.letterLangs[gate.lang]}`],
        [texts.subject, message.subject],
        [texts.attachment, `${attachment.name}, ${words.fileSize(attachment.size)}`],
        [
          letters.composer.hash,
          <span key="hash" className="mono">
            {attachment.sha256}
          </span>,
        ],
        [texts.stops, <Stops key="stops" gate={gate} />],
      ]}
    />
  )
}

function AddressChip({ gate, differs }: { gate: SendingGate; differs: boolean }) {
  const { letters } = useTexts()
  const { channels } = letters.sending
  if (differs) return <Chip tone="late">{channels.other}</Chip>
  return gate.addressVerified ? (
    <Chip tone="good">{channels.verified}</Chip>
  ) : (
    <Chip tone="plain">{channels.ofCase}</Chip>
  )
}

function Stops({ gate }: { gate: SendingGate }) {
  const { letters } = useTexts()
  const of = useOf()
  if (gate.stops.length === 0) return <span className="dimmed">{letters.sending.stopsNone}</span>
  return gate.stops.map(({ title, dueOn, daysLeft }) => (
    <div key={of(title)}>
      {letters.sending.stopsOn(of(title), shortDate(dueOn))} <DaysLeft days={daysLeft} />
    </div>
  ))
}
