import { Progress } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { useProgress } from '../../../ui/task.ts'
import { PassphraseField } from '../../vault/PassphraseField.tsx'
import { KeyDialog } from './KeyDialog.tsx'

export function Rekey({ onClose }: { onClose: () => void }) {
  const { backups, keys } = useTexts()
  const [passphrase, setPassphrase] = useState('')
  const rekey = useCommand(api.keys.rekey)
  const progress = useProgress('rekey')
  const percent = progress ? Math.round((100 * progress.done) / progress.total) : 0
  const submit = () =>
    rekey.mutate(
      { passphrase },
      {
        onSuccess: () => {
          say(backups.rekeyed)
          onClose()
        },
      },
    )
  return (
    <KeyDialog
      title={backups.rekey}
      text={backups.rekeyText}
      submitLabel={backups.rekey}
      pending={rekey.isPending}
      error={rekey.error}
      onSubmit={submit}
      onClose={rekey.isPending ? () => undefined : onClose}
    >
      <PassphraseField
        label={keys.current}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        autoComplete="current-password"
      />
      {rekey.isPending ? (
        <>
          <span role="status">{backups.rekeying(percent)}</span>
          <Progress value={percent} aria-label={backups.rekeying(percent)} />
        </>
      ) : null}
    </KeyDialog>
  )
}
