import { Button, Group } from '@mantine/core'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { Gate } from './Gate.tsx'
import styles from './Gate.module.css'
import { useLockHere } from './useLockHere.ts'
import { useNewPassphrase } from './useNewPassphrase.tsx'

/** Asked right after a recovery code opened the vault: the old passphrase is forgotten. */
export function NewPassphrase({ onDone, onLocked }: { onDone: () => void; onLocked: () => void }) {
  useLockHere(onLocked)
  const { keys } = useTexts()
  const chosen = useNewPassphrase({ first: keys.next, again: keys.nextAgain })
  const change = useCommand(api.keys.changePassphrase)
  const submit = () => {
    if (!chosen.check()) return
    change.mutate(
      { current: '', next: chosen.passphrase },
      {
        onSuccess: () => {
          say(keys.changed)
          onDone()
        },
      },
    )
  }
  return (
    <Gate title={keys.newTitle}>
      <SubmitForm onSubmit={submit} label={keys.newTitle} className={styles.form}>
        <p className="dimmed">{keys.newWhy}</p>
        {chosen.fields}
        <ErrorNotice error={change.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {keys.newLater}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {keys.change}
          </Button>
        </Group>
      </SubmitForm>
    </Gate>
  )
}
