import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { Gate } from './Gate.tsx'
import styles from './Gate.module.css'
import { PassphraseField } from './PassphraseField.tsx'
import { PassphraseMeter, useRating } from './PassphraseMeter.tsx'

export function Setup({ folder, onCreated }: { folder: string; onCreated: () => void }) {
  const { vault } = useTexts()
  const [officer, setOfficer] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [repeat, setRepeat] = useState('')
  const [tried, setTried] = useState(false)
  const rating = useRating(passphrase)
  const create = useCommand(api.vault.create)

  const errors = {
    officer: officer.trim() === '' ? vault.officerMissing : undefined,
    passphrase: passphraseError(),
    repeat: repeat !== passphrase ? vault.repeatDiffers : undefined,
  }
  function passphraseError() {
    if (passphrase === '') return vault.passphraseMissing
    const isWeak = rating?.of === passphrase && !rating.accepted
    return isWeak ? vault.passphraseTooWeak : undefined
  }
  const shown = tried ? errors : { officer: undefined, passphrase: undefined, repeat: undefined }

  const submit = () => {
    setTried(true)
    if (errors.officer ?? errors.passphrase ?? errors.repeat) return focusFirstError()
    create.mutate({ passphrase, officer }, { onSuccess: onCreated })
  }

  return (
    <Gate title={vault.setupTitle} wide>
      <div className={styles.columns}>
        <div>
          <p>{vault.what}</p>
          <p>{vault.whereItLies}</p>
          <p>
            <span className="dimmed">{vault.folder}:</span>
            <br />
            <span className="mono">{folder}</span>
          </p>
          <div className={styles.warning} role="note">
            <strong>{vault.warningTitle}</strong>
            {vault.warning}
          </div>
        </div>
        <SubmitForm onSubmit={submit} label={vault.setupTitle} className={styles.form}>
          <TextInput
            label={vault.officer}
            description={vault.officerHint}
            value={officer}
            onChange={(event) => setOfficer(event.currentTarget.value)}
            error={shown.officer}
            autoFocus
            autoComplete="off"
            maxLength={300}
          />
          <PassphraseField
            label={vault.passphrase}
            hint={vault.passphraseHint}
            value={passphrase}
            onChange={setPassphrase}
            error={shown.passphrase}
            autoComplete="new-password"
          />
          <PassphraseMeter passphrase={passphrase} rating={rating} />
          <PassphraseField
            label={vault.repeat}
            value={repeat}
            onChange={setRepeat}
            error={shown.repeat}
            autoComplete="new-password"
          />
          <ErrorNotice error={create.error} />
          <Button type="submit" loading={create.isPending}>
            {vault.create}
          </Button>
        </SubmitForm>
      </div>
    </Gate>
  )
}
