import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { api } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { type Texts, useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { describeFor } from './describeFor.ts'
import { Gate } from './Gate.tsx'
import styles from './Gate.module.css'
import { PassphraseField } from './PassphraseField.tsx'

type Backup = Output<'vault.backupsIn'>['backups'][number]
type SecretKind = Input<'vault.restore'>['secret']['kind']

const wrongSecret = ['passphraseWrong', 'recoveryCodeWrong', 'recoveryCodeMistyped'] as const

/** The way back: a folder, a backup in it, and what opens it. */
export function Restore({ onLeave }: { onLeave: () => void }) {
  const { backups, desk } = useTexts()
  const [found, setFound] = useState<readonly Backup[] | null>(null)
  const pick = useCommand(api.desktop.pickFolder)
  const look = useCommand(api.vault.backupsIn)
  const choose = () =>
    pick.mutate(
      { title: backups.pickTitle },
      {
        onSuccess: ({ folder }) => {
          setFound(null)
          if (folder) look.mutate({ folder }, { onSuccess: (list) => setFound(list.backups) })
        },
      },
    )
  return (
    <Gate title={backups.restoreTitle}>
      <div className={styles.form}>
        <p className="dimmed">{backups.restoreIntro}</p>
        <Button variant={found ? 'default' : 'filled'} loading={look.isPending} onClick={choose}>
          {backups.pick}
        </Button>
        <ErrorNotice error={pick.error ?? look.error} />
        {found ? (
          <>
            <output>{backups.found(found.length)}</output>
            <RestoreForm key={found[0]?.path} found={found} onRestored={onLeave} />
          </>
        ) : null}
        <Button variant="subtle" onClick={onLeave}>
          {desk.back}
        </Button>
      </div>
    </Gate>
  )
}

function describeBackup(backup: Backup, { backups, words }: Texts): string {
  const when = backup.madeAt ? almatyMoment(backup.madeAt) : backups.undated
  const size = words.fileSize(backup.bytes)
  return [when, size, backup.newer ? backups.newer : ''].filter(Boolean).join(' · ')
}

function RestoreForm({ found, onRestored }: { found: readonly Backup[]; onRestored: () => void }) {
  const texts = useTexts()
  const { backups, keys, vault } = texts
  const [path, setPath] = useState(found.find(({ newer }) => !newer)?.path ?? '')
  const [kind, setKind] = useState<SecretKind>('passphrase')
  const [typed, setTyped] = useState('')
  const restore = useCommand(api.vault.restore)
  const hasCode = found.find((backup) => backup.path === path)?.hasCode ?? false
  const refusal = describeFor(restore.error, wrongSecret, texts)
  const submit = () => {
    if (typed === '' || path === '') return
    restore.mutate(
      { path, secret: { kind, typed } },
      {
        onSuccess: () => {
          say(backups.restored)
          onRestored()
        },
      },
    )
  }
  const choose = (value: string) => {
    setKind(value === 'recovery' ? 'recovery' : 'passphrase')
    setTyped('')
    restore.reset()
  }
  return (
    <SubmitForm onSubmit={submit} label={backups.restoreTitle} className={styles.form}>
      <Radio.Group label={backups.which} value={path} onChange={setPath}>
        <div className={styles.choices}>
          {found.map((backup) => (
            <Radio
              key={backup.path}
              value={backup.path}
              disabled={backup.newer}
              label={describeBackup(backup, texts)}
              description={backup.name}
            />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group label={backups.by} value={kind} onChange={choose}>
        <Radio value="passphrase" mt={6} label={backups.byPassphrase} />
        <Radio value="recovery" mt={6} disabled={!hasCode} label={backups.byCode} />
      </Radio.Group>
      {kind === 'passphrase' ? (
        <PassphraseField
          label={vault.passphrase}
          value={typed}
          onChange={setTyped}
          error={refusal}
          autoComplete="current-password"
        />
      ) : (
        <TextInput
          label={keys.code}
          description={keys.codeHint}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={refusal}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {refusal ? null : <ErrorNotice error={restore.error} />}
      <Button type="submit" loading={restore.isPending}>
        {backups.run}
      </Button>
    </SubmitForm>
  )
}
