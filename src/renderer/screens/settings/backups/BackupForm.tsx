import { Button, Checkbox, Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { BackupSettings } from '../../../../shared/model/backup.ts'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import styles from '../Settings.module.css'

/** Where backups go, how many are kept, and when to warn. */
export function BackupForm({ stored }: { stored: BackupSettings }) {
  const { backups, desk } = useTexts()
  const [draft, setDraft] = useState(stored)
  const pick = useCommand(api.desktop.pickFolder)
  const save = useCommand(api.backups.saveSettings)
  const keep = (part: Partial<BackupSettings['keep']>) =>
    setDraft((old) => ({ ...old, keep: { ...old.keep, ...part } }))
  const choose = () =>
    pick.mutate(
      { title: backups.chooseTitle },
      { onSuccess: ({ folder }) => folder && setDraft((old) => ({ ...old, folder })) },
    )
  const submit = () => save.mutate(draft, { onSuccess: () => say(backups.saved) })
  return (
    <SubmitForm
      onSubmit={submit}
      label={backups.settings}
      className={styles.form}
      call="backups.saveSettings"
    >
      <div>
        <span className="dimmed">{backups.folder}: </span>
        {draft.folder === null ? backups.folderNone : <span className="mono">{draft.folder}</span>}{' '}
        <Button variant="default" size="xs" ml="xs" loading={pick.isPending} onClick={choose}>
          {backups.choose}
        </Button>
      </div>
      <Checkbox
        label={backups.automatic}
        checked={draft.automatic}
        onChange={(event) => {
          const automatic = event.currentTarget.checked
          setDraft((old) => ({ ...old, automatic }))
        }}
      />
      <Group align="end">
        <Count
          label={backups.daily}
          min={1}
          max={60}
          value={draft.keep.daily}
          onChange={(daily) => keep({ daily })}
        />
        <Count
          label={backups.weekly}
          min={0}
          max={60}
          value={draft.keep.weekly}
          onChange={(weekly) => keep({ weekly })}
        />
        <Count
          label={backups.monthly}
          min={0}
          max={120}
          value={draft.keep.monthly}
          onChange={(monthly) => keep({ monthly })}
        />
      </Group>
      <Count
        label={backups.warnAfter}
        w={436}
        min={1}
        max={90}
        value={draft.warnAfterDays}
        onChange={(warnAfterDays) => setDraft((old) => ({ ...old, warnAfterDays }))}
      />
      <ErrorNotice error={pick.error ?? save.error} />
      <div>
        <Button type="submit" loading={save.isPending}>
          {desk.save}
        </Button>
      </div>
    </SubmitForm>
  )
}

type CountProps = {
  label: string
  w?: number
  min: number
  max: number
  value: number
  onChange: (count: number) => void
}

function Count({ label, w = 210, min, max, value, onChange }: CountProps) {
  return (
    <NumberInput
      label={label}
      w={w}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      hideControls
      value={value}
      onChange={(typed) => {
        if (typeof typed === 'number') onChange(typed)
      }}
    />
  )
}
