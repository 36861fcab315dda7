import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { limits } from '../../../shared/model/case.ts'
import type { IncomingId } from '../../../shared/model/ids.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { say, useCommand } from '../../ui/command.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import styles from './Incoming.module.css'
import { goToNext } from './next.ts'

/** The message becomes part of a case whose number the officer gives. */
export function AttachDialog({ id, onClose }: { id: IncomingId; onClose: () => void }) {
  const { cases, desk, incoming } = useTexts()
  const { go } = useNavigation()
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const attach = useCommand(api.intake.attach)
  const caseNumber = number.trim().toUpperCase()
  const submit = () => {
    setTried(true)
    if (caseNumber === '') return focusFirstError()
    attach.mutate(
      { id, caseNumber },
      {
        onSuccess: ({ next }) => {
          say(incoming.attached(caseNumber))
          goToNext(go, next)
        },
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={incoming.attachTitle}>
      <SubmitForm onSubmit={submit} label={incoming.attachTitle} className={styles.form}>
        <TextInput
          label={incoming.attachNumber}
          description={incoming.attachNumberHint}
          value={number}
          maxLength={limits.line}
          data-autofocus
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={tried && caseNumber === '' ? incoming.attachNumberMissing : undefined}
        />
        <ErrorNotice error={attach.error} title={incoming.notAttached} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={attach.isPending}>
            {cases.step.record}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
