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
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import styles from './Incoming.module.css'
import { goToNext } from './next.ts'

/** Not a request: it stays in the register, and can be taken back. */
export function SetAsideDialog({ id, onClose }: { id: IncomingId; onClose: () => void }) {
  const { desk, incoming } = useTexts()
  const { go } = useNavigation()
  const [note, setNote] = useState('')
  const setAside = useCommand(api.intake.setAside)
  const submit = () =>
    setAside.mutate(
      { id, note },
      {
        onSuccess: ({ next }) => {
          say(incoming.setAsideDone)
          goToNext(go, next)
        },
      },
    )
  return (
    <Dialog opened onClose={onClose} title={incoming.setAsideTitle}>
      <SubmitForm onSubmit={submit} label={incoming.setAsideTitle} className={styles.form}>
        <p style={{ margin: 0 }}>{incoming.setAsideText}</p>
        <TextInput
          label={incoming.setAsideNote}
          description={incoming.setAsideNoteHint}
          value={note}
          maxLength={limits.line}
          data-autofocus
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ErrorNotice error={setAside.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={setAside.isPending}>
            {incoming.setAside}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
