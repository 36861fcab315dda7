import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { api, isRefusal } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { Gate } from './Gate.tsx'
import styles from './Gate.module.css'
import { PassphraseField } from './PassphraseField.tsx'

export function Unlock({ onUnlocked }: { onUnlocked: () => void }) {
  const texts = useTexts()
  const { vault } = texts
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const unlock = useCommand(api.vault.unlock)

  const submit = () => {
    if (passphrase === '') return field.current?.focus()
    unlock.mutate({ passphrase }, { onSuccess: onUnlocked, onError: () => field.current?.select() })
  }
  const wrong = isRefusal(unlock.error, 'passphraseWrong') && unlock.error !== null
  const wrongText = texts.errors.passphraseWrong({})

  return (
    <Gate title={vault.unlockTitle}>
      <SubmitForm onSubmit={submit} label={vault.unlockTitle} className={styles.form}>
        <p className="dimmed">{vault.unlockHint}</p>
        <PassphraseField
          ref={field}
          label={vault.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          autoComplete="current-password"
          error={wrong ? `${wrongText.what} ${wrongText.todo}` : undefined}
        />
        {wrong ? null : <ErrorNotice error={unlock.error} />}
        <Button type="submit" loading={unlock.isPending}>
          {vault.unlock}
        </Button>
      </SubmitForm>
    </Gate>
  )
}
