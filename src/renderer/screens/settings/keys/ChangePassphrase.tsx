import { useState } from 'react'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { PassphraseField } from '../../vault/PassphraseField.tsx'
import { useNewPassphrase } from '../../vault/useNewPassphrase.tsx'
import { KeyDialog } from './KeyDialog.tsx'

export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const { keys } = useTexts()
  const [current, setCurrent] = useState('')
  const chosen = useNewPassphrase({ first: keys.next, again: keys.nextAgain })
  const change = useCommand(api.keys.changePassphrase)
  const submit = () => {
    if (!chosen.check()) return
    change.mutate(
      { current, next: chosen.passphrase },
      {
        onSuccess: () => {
          say(keys.changed)
          onClose()
        },
      },
    )
  }
  return (
    <KeyDialog
      title={keys.change}
      submitLabel={keys.change}
      pending={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <PassphraseField
        label={keys.current}
        value={current}
        onChange={setCurrent}
        autoFocus
        autoComplete="current-password"
      />
      {chosen.fields}
    </KeyDialog>
  )
}
