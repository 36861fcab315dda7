import { Button, TextInput } from '@mantine/core'
import { use, useState } from 'react'
import type { PlaceRisk } from '../../../shared/model/backup.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { RestoreContext } from '../../restore.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import { RiskNotice } from '../settings/backups/RiskNotice.tsx'
import { Gate } from './Gate.tsx'
import styles from './Gate.module.css'
import { useNewPassphrase } from './useNewPassphrase.tsx'

type Props = { folder: string; risk: PlaceRisk | null; onCreated: () => void }

export function Setup({ folder, risk, onCreated }: Props) {
  const { backups, vault } = useTexts()
  const restore = use(RestoreContext)
  const [officer, setOfficer] = useState('')
  const [tried, setTried] = useState(false)
  const chosen = useNewPassphrase({ first: vault.passphrase, again: vault.repeat })
  const create = useCommand(api.vault.create)
  const fault = officer.trim() === '' ? vault.officerMissing : undefined

  const submit = () => {
    setTried(true)
    if (!chosen.check() || fault) return focusFirstError()
    create.mutate({ passphrase: chosen.passphrase, officer }, { onSuccess: onCreated })
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
          {risk ? <RiskNotice risk={risk} /> : null}
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
            error={tried ? fault : undefined}
            autoFocus
            autoComplete="off"
            maxLength={300}
          />
          {chosen.fields}
          <ErrorNotice error={create.error} />
          <Button type="submit" loading={create.isPending}>
            {vault.create}
          </Button>
          {restore ? (
            <Button variant="subtle" onClick={restore}>
              {backups.restore}
            </Button>
          ) : null}
        </SubmitForm>
      </div>
    </Gate>
  )
}
