import { Button } from '@mantine/core'
import type { Output } from '../../../../shared/contract/index.ts'
import { type AppErrorCode, appErrors } from '../../../../shared/errors.ts'
import { api, useAsk } from '../../../api.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { type Texts, useTexts } from '../../../i18n/index.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { say, useCommand } from '../../../ui/command.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { describeError, ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import styles from '../Settings.module.css'
import { BackupForm } from './BackupForm.tsx'
import { RiskNotice } from './RiskNotice.tsx'

type State = Output<'backups.state'>
type Run = NonNullable<State['lastTry']>

/** How the backups are, making one by hand, and where they go. */
export function Backups() {
  const { backups } = useTexts()
  const state = useAsk(['backups', 'state'], () => api.backups.state({}))
  const make = useCommand(api.backups.make)
  const drill = useCommand(api.backups.drill)
  if (state.error) return <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return <Delayed />
  const { settings, health, lastGood, restoredAt, risk } = state.data
  return (
    <div className={styles.stack}>
      <p className="dimmed">{backups.intro}</p>
      {risk ? <RiskNotice risk={risk} /> : null}
      {restoredAt ? (
        <Notice title={backups.restoredTitle(almatyMoment(restoredAt))}>
          <div>{backups.restoredText(settings)}</div>
        </Notice>
      ) : null}
      <Chip tone={health === 'good' ? 'good' : 'today'}>{backups.health[health]}</Chip>
      <RunFacts state={state.data} />
      <div className={styles.actions}>
        <Button
          disabled={settings.folder === null}
          loading={make.isPending}
          onClick={() => make.mutate({}, { onSuccess: () => say(backups.made) })}
        >
          {backups.makeNow}
        </Button>
        <Button
          variant="default"
          disabled={lastGood === null}
          loading={drill.isPending}
          onClick={() => drill.mutate({}, { onSuccess: () => say(backups.drilled) })}
        >
          {backups.drillNow}
        </Button>
      </div>
      <ErrorNotice error={make.error ?? drill.error} />
      <BackupForm key={JSON.stringify(settings)} stored={settings} />
    </div>
  )
}

function RunFacts({ state: { lastGood, lastTry, lastDrill } }: { state: State }) {
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
          [backups.lastTry, lastTry?.fault ? outcomeOf(lastTry, texts) : ''],
          [backups.lastDrill, lastDrill ? outcomeOf(lastDrill, texts) : backups.none],
        ]}
      />
      <p className="dimmed">{backups.drillHint}</p>
    </>
  )
}

function outcomeOf({ at, fault }: Run, texts: Texts): string {
  if (!fault) return almatyMoment(at)
  const code = Object.hasOwn(appErrors, fault) ? (fault as AppErrorCode) : 'internal'
  // Of a past run the code alone is kept; its words are short of the folder it names.
  const { what } = describeError({ code, details: { folder: '' } } as never, texts)
  return `${almatyMoment(at)} · ${texts.backups.failed(what)}`
}
