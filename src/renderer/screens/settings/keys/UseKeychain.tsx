import { useState } from 'react'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { PassphraseField } from '../../vault/PassphraseField.tsx'
import { KeyDialog } from './KeyDialog.tsx'

export function UseKeychain({ onClose }: { onClose: () => void }) {
  const { keys } = useTexts()
  const [passphrase, setPassphrase] = useState('')
  const connect = useCommand(api.keys.connectKeychain)
  const submit = () =>
    connect.mutate(
      { passphrase },
      {
        onSuccess: () => {
          say(keys.keychainOn)
          onClose()
        },
      },
    )
  return (
    <KeyDialog
      title={keys.useKeychain}
      text={keys.useKeychainText}
      submitLabel={keys.confirm}
      pending={connect.isPending}
      error={connect.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <PassphraseField
        label={keys.current}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        autoComplete="current-password"
      />
    </KeyDialog>
  )
}
