import { Button, Group, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { limits } from '../../../shared/model/case.ts'
import type { MailId } from '../../../shared/model/ids.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import styles from './Mail.module.css'

const outcomes = ['sent', 'failed'] as const
type Outcome = (typeof outcomes)[number]

/** The officer found out whether a mail whose line dropped arrived. */
export function SettleDialog({ id, onClose }: { id: MailId; onClose: () => void }) {
  const { cases, desk, letters } = useTexts()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const settle = useCommand(api.mail.settle)
  const noteMissing = note.trim() === ''

  const submit = () => {
    setTried(true)
    if (!outcome || noteMissing) return focusFirstError()
    settle.mutate(
      { id, outcome, note },
      {
        onSuccess: () => {
          say(letters.mail.settled)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={letters.mail.settleTitle}>
      <SubmitForm onSubmit={submit} label={letters.mail.settleTitle} className={styles.form}>
        <p style={{ margin: 0 }}>{letters.mail.settleWhy}</p>
        <Radio.Group
          label={letters.mail.settleOutcome}
          value={outcome ?? ''}
          onChange={(value) => setOutcome(value === 'sent' ? 'sent' : 'failed')}
          error={tried && !outcome ? letters.mail.settleOutcomeMissing : undefined}
          data-invalid-group={tried && !outcome}
        >
          <Group mt={4}>
            {outcomes.map((value) => (
              <Radio key={value} value={value} label={letters.mail.settledAs[value]} />
            ))}
          </Group>
        </Radio.Group>
        <TextInput
          label={letters.mail.settleNote}
          value={note}
          maxLength={limits.line}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={tried && noteMissing ? cases.step.textMissing : undefined}
        />
        <ErrorNotice error={settle.error} title={letters.mail.notSettled} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={settle.isPending}>
            {cases.step.record}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
