import { useState } from 'react'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { PassphraseField } from '../../vault/PassphraseField.tsx'
import { KeyDialog } from './KeyDialog.tsx'
import type { Slot } from './Keys.tsx'

type Props = { slot: Slot; onClose: () => void; onRemoved: (slot: Slot) => void }

export function RemoveKey({ slot, onClose, onRemoved }: Props) {
  const { keys } = useTexts()
  const [passphrase, setPassphrase] = useState('')
  const remove = useCommand(api.keys.remove)
  const submit = () =>
    remove.mutate(
      { id: slot.id, passphrase },
      {
        onSuccess: () => {
          say(keys.removed)
          onRemoved(slot)
        },
      },
    )
  return (
    <KeyDialog
      title={keys.removeTitle(keys.kinds[slot.kind])}
      text={keys.removeText(slot.officer)}
      submitLabel={keys.remove}
      pending={remove.isPending}
      error={remove.error}
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
