import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { limits } from '../../../../shared/model/case.ts'
import { Role } from '../../../../shared/model/key.ts'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { focusFirstError } from '../../../ui/SubmitForm.tsx'
import { PassphraseField } from '../../vault/PassphraseField.tsx'
import { useNewPassphrase } from '../../vault/useNewPassphrase.tsx'
import { KeyDialog } from './KeyDialog.tsx'

/** The other person sits down and types a passphrase of their own. */
export function AddKey({ onClose }: { onClose: () => void }) {
  const { keys, vault } = useTexts()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('officer')
  const [current, setCurrent] = useState('')
  const [tried, setTried] = useState(false)
  const chosen = useNewPassphrase({ first: vault.passphrase, again: vault.repeat })
  const add = useCommand(api.keys.add)
  const fault = name.trim() === '' ? vault.officerMissing : undefined
  const submit = () => {
    setTried(true)
    if (!chosen.check() || fault) return focusFirstError()
    add.mutate(
      { name, role, passphrase: chosen.passphrase, current },
      {
        onSuccess: () => {
          say(keys.added)
          onClose()
        },
      },
    )
  }
  return (
    <KeyDialog
      title={keys.addTitle}
      text={keys.addText}
      submitLabel={keys.add}
      pending={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={keys.name}
        data-autofocus
        maxLength={limits.name}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried ? fault : undefined}
      />
      <Radio.Group label={keys.role} value={role} onChange={(value) => setRole(Role.parse(value))}>
        {Role.options.map((option) => (
          <Radio
            key={option}
            value={option}
            mt="xs"
            label={keys.roles[option]}
            description={keys.roleHints[option]}
          />
        ))}
      </Radio.Group>
      {chosen.fields}
      <PassphraseField
        label={keys.giver}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
      />
    </KeyDialog>
  )
}
