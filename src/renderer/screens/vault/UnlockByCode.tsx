import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { describeFor } from './describeFor.ts'
import { Gate } from './Gate.tsx'
import styles from './Gate.module.css'

/** The code from the printed sheet, for whom the passphrase is forgotten. */
export function UnlockByCode({ onUnlocked, onBack }: { onUnlocked: () => void; onBack: () => void }) {
  const texts = useTexts()
  const { keys, vault } = texts
  const [code, setCode] = useState('')
  const unlock = useCommand(api.vault.unlockByCode)
  const refusal = describeFor(unlock.error, ['recoveryCodeMistyped', 'recoveryCodeWrong'], texts)
  const submit = () => {
    if (code.trim() === '') return
    unlock.mutate({ code }, { onSuccess: onUnlocked, onError: focusFirstError })
  }
  return (
    <Gate title={keys.codeTitle}>
      <SubmitForm onSubmit={submit} label={keys.codeTitle} className={styles.form}>
        <TextInput
          label={keys.code}
          description={keys.codeHint}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={refusal}
          maxLength={200}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: 'mono' }}
        />
        {refusal ? null : <ErrorNotice error={unlock.error} />}
        <Button type="submit" loading={unlock.isPending}>
          {vault.unlock}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {keys.backToPassphrase}
        </Button>
      </SubmitForm>
    </Gate>
  )
}
