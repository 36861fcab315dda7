import { Button } from '@mantine/core'
import { api, useAsk } from '../../../api.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { type Texts, useTexts } from '../../../i18n/index.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { say, useCommand } from '../../../ui/command.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { describePast, ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { May } from '../../../ui/May.tsx'
import styles from '../Settings.module.css'
import { BackupForm } from './BackupForm.tsx'
import { type BackupState, HealthNotice } from './HealthNotice.tsx'
import { RiskNotice } from './RiskNotice.tsx'

type Run = NonNullable<BackupState['lastDrill']>

/** How the backups are, making one by hand, and where they go. */
export function Backups() {
  const { backups } = useTexts()
  const state = useAsk(['backups', 'state'], () => api.backups.state({}))
  const make = useCommand(api.backups.make)
  const drill = useCommand(api.backups.drill)
  const makeNow = () => {
    drill.reset()
    make.mutate({}, { onSuccess: () => say(backups.made) })
  }
  const drillNow = () => {
    make.reset()
    drill.mutate({}, { onSuccess: () => say(backups.drilled) })
  }
  if (state.error) return <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return <Delayed />
  const { settings, health, lastGood, risk } = state.data
  return (
    <div className={styles.stack}>
      <p className="dimmed">{backups.intro}</p>
      {risk ? <RiskNotice risk={risk} /> : null}
      {health === 'good' ? (
        <Chip tone="good">{backups.health.good}</Chip>
      ) : (
        <HealthNotice state={state.data} />
      )}
      <RunFacts state={state.data} />
      <May call="backups.make">
        <div className={styles.actions}>
          <Button
            disabled={settings.folder === null || drill.isPending}
            loading={make.isPending}
            onClick={makeNow}
          >
            {backups.makeNow}
          </Button>
          <Button
            variant="default"
            disabled={lastGood === null || make.isPending}
            loading={drill.isPending}
            onClick={drillNow}
          >
            {backups.drillNow}
          </Button>
        </div>
      </May>
      <ErrorNotice error={make.error ?? drill.error} />
      <BackupForm key={JSON.stringify(settings)} stored={settings} />
    </div>
  )
}

function RunFacts({ state: { lastGood, lastDrill } }: { state: BackupState }) {
  const texts = useTexts()
  const { backups, words } = texts
  const good = lastGood
    ? [
        almatyMoment(lastGood.at),
        backups.took(words.fileSize(lastGood.bytes), lastGood.ms),
        lastGood.checkedAt === null ? backups.unchecked : '',
      ]
        .filter(Boolean)
        .join(' · ')
    : backups.none
  return (
    <>
      <Facts
        facts={[
          [backups.lastGood, good],
          [backups.lastDrill, lastDrill ? outcomeOf(lastDrill, texts) : backups.none],
        ]}
      />
      <p className="dimmed">{backups.drillHint}</p>
    </>
  )
}

function outcomeOf({ at, fault }: Run, texts: Texts): string {
  if (!fault) return almatyMoment(at)
  return `${almatyMoment(at)} · ${texts.backups.failed(describePast(fault, texts).what)}`
}
