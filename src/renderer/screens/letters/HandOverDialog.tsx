import { Button, Group, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isUnproved } from '../../../core/mail/gate.ts'
import type { IssuedLetter } from '../../../shared/contract/cases.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { Unproved } from './Unproved.tsx'
import styles from './Letters.module.css'

const methods = ['inPerson', 'post'] as const
type Method = (typeof methods)[number]

export function HandOverDialog({ letter, onClose }: { letter: IssuedLetter; onClose: () => void }) {
  const { desk, letters, words } = useTexts()
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const today = summary.data?.today
  const [method, setMethod] = useState<Method>('inPerson')
  const [typedOn, setOn] = useState<LocalDate | null | undefined>(undefined)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const handOver = useCommand(api.letters.handOver)
  const composed = useAsk(['mail', 'compose', letter.id], () => api.mail.compose({ letterId: letter.id }))
  const unproved = composed.data ? isUnproved(composed.data.gate) : false
  const [reason, setReason] = useState('')
  const reasonMissing = unproved && reason.trim() === ''
  const on = typedOn === undefined ? (today ?? null) : typedOn

  const submit = () => {
    setTried(true)
    if (!on || reasonMissing) return focusFirstError()
    handOver.mutate(
      { id: letter.id, method, on, note, ...(unproved ? { unverifiedReason: reason } : {}) },
      {
        onSuccess: () => {
          say(letters.handing.recorded)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={letters.handing.title}>
      <SubmitForm onSubmit={submit} label={letters.handing.title} className={styles.form}>
        <Radio.Group
          label={letters.handing.method}
          value={method}
          onChange={(value) => setMethod(value === 'post' ? 'post' : 'inPerson')}
        >
          <Group mt={4}>
            {methods.map((value) => (
              <Radio
                key={value}
                value={value}
                label={words.deliveries[value]}
                data-autofocus={value === method}
              />
            ))}
          </Group>
        </Radio.Group>
        <DateField
          label={letters.handing.on}
          value={on}
          onChange={setOn}
          latest={today}
          error={tried && !on ? desk.date.missing : undefined}
        />
        <TextInput
          label={letters.handing.note}
          description={letters.handing.noteHint}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {unproved ? <Unproved reason={reason} onChange={setReason} missing={tried && reasonMissing} /> : null}
        <ErrorNotice error={handOver.error} title={letters.handing.notRecorded} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={handOver.isPending}>
            {letters.handing.record}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
