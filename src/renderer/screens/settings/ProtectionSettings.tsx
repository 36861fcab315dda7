import { Button, Select, Switch } from '@mantine/core'
import { useState } from 'react'
import type { Protection } from '../../../shared/model/protection.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import styles from './Settings.module.css'

const idleMinutes = [1, 5, 10, 15, 30, 60]
const clipboardSeconds = [15, 30, 60, 300]
const never = 'never'

/** What guards the open register from whoever comes by. */
export function ProtectionSettings() {
  const stored = useAsk(['protection'], () => api.protection.read({}))
  if (stored.error) return <ErrorNotice error={stored.error} onRetry={() => void stored.refetch()} />
  return stored.data ? <Form key={JSON.stringify(stored.data)} stored={stored.data} /> : <Delayed />
}

function Form({ stored }: { stored: Protection }) {
  const { desk, protection } = useTexts()
  const [draft, setDraft] = useState(stored)
  const save = useCommand(api.protection.save)
  const change = (part: Partial<Protection>) => setDraft((old) => ({ ...old, ...part }))
  return (
    <SubmitForm
      onSubmit={() => save.mutate(draft, { onSuccess: () => say(protection.saved) })}
      label={protection.title}
      className={styles.form}
      call="protection.save"
    >
      <p className="dimmed">{protection.intro}</p>
      <Period
        label={protection.idle}
        description={protection.idleHint}
        periods={idleMinutes}
        say={protection.minutes}
        value={draft.idleMinutes}
        onChange={(minutes) => change({ idleMinutes: minutes })}
      />
      <Switch
        label={protection.onScreenLock}
        description={protection.onScreenLockHint}
        checked={draft.onScreenLock}
        onChange={(event) => change({ onScreenLock: event.currentTarget.checked })}
      />
      <Switch
        label={protection.hideFromCapture}
        description={protection.hideFromCaptureHint}
        checked={draft.hideFromCapture}
        onChange={(event) => change({ hideFromCapture: event.currentTarget.checked })}
      />
      <Period
        label={protection.clipboard}
        description={protection.clipboardHint}
        periods={clipboardSeconds}
        say={protection.seconds}
        value={draft.clearClipboardAfterSeconds}
        onChange={(seconds) => change({ clearClipboardAfterSeconds: seconds })}
      />
      <Switch
        label={protection.numbersInNotices}
        description={protection.numbersInNoticesHint}
        checked={draft.numbersInNotices}
        onChange={(event) => change({ numbersInNotices: event.currentTarget.checked })}
      />
      <ErrorNotice error={save.error} />
      <div>
        <Button type="submit" loading={save.isPending}>
          {desk.save}
        </Button>
      </div>
    </SubmitForm>
  )
}

type PeriodProps = {
  label: string
  description: string
  periods: readonly number[]
  say: (period: number) => string
  value: number | null
  onChange: (period: number | null) => void
}

/** One of a few periods, or never. What another program has set stays to be chosen. */
function Period({ label, description, periods, say: words, value, onChange }: PeriodProps) {
  const { protection } = useTexts()
  const offered = value === null || periods.includes(value) ? periods : [...periods, value]
  return (
    <Select
      label={label}
      description={description}
      w={420}
      allowDeselect={false}
      data={[
        ...offered.map((period) => ({ value: String(period), label: words(period) })),
        { value: never, label: protection.never },
      ]}
      value={value === null ? never : String(value)}
      onChange={(chosen) => onChange(chosen === never || chosen === null ? null : Number(chosen))}
    />
  )
}
