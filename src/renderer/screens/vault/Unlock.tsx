import { Button } from '@mantine/core'
import { use, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { RestoreContext } from '../../restore.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { describeFor } from './describeFor.ts'
import { Gate } from './Gate.tsx'
import styles from './Gate.module.css'
import { PassphraseField } from './PassphraseField.tsx'
import { UnlockByCode } from './UnlockByCode.tsx'

type Props = { ways: Output<'vault.status'>['ways']; onUnlocked: () => void }

export function Unlock({ ways, onUnlocked }: Props) {
  const texts = useTexts()
  const { backups, keys, vault } = texts
  const restore = use(RestoreContext)
  const [passphrase, setPassphrase] = useState('')
  const [byCode, setByCode] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const unlock = useCommand(api.vault.unlock)
  const byKeychain = useCommand(api.vault.unlockByKeychain)

  const submit = () => {
    if (passphrase === '') return field.current?.focus()
    byKeychain.reset()
    unlock.mutate({ passphrase }, { onSuccess: onUnlocked, onError: () => field.current?.select() })
  }
  const refusal = describeFor(unlock.error, ['passphraseWrong', 'unlockDelayed'], texts)

  if (byCode) return <UnlockByCode onUnlocked={onUnlocked} onBack={() => setByCode(false)} />
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
          error={refusal}
        />
        {refusal ? null : <ErrorNotice error={byKeychain.error ?? unlock.error} />}
        <Button type="submit" loading={unlock.isPending}>
          {vault.unlock}
        </Button>
        {ways.keychain ? (
          <Button
            variant="default"
            loading={byKeychain.isPending}
            onClick={() =>
              byKeychain.mutate({}, { onSuccess: onUnlocked, onError: () => field.current?.focus() })
            }
          >
            {keys.byKeychain}
          </Button>
        ) : null}
        {ways.recovery ? (
          <Button variant="subtle" onClick={() => setByCode(true)}>
            {keys.haveCode}
          </Button>
        ) : null}
        {restore ? (
          <Button variant="subtle" onClick={restore}>
            {backups.restore}
          </Button>
        ) : null}
      </SubmitForm>
    </Gate>
  )
}
