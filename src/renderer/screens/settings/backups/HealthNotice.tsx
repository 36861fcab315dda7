import type { ReactNode } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { almatyMoment } from '../../../i18n/dates.ts'
import { type Texts, useTexts } from '../../../i18n/index.ts'
import { describePast } from '../../../ui/ErrorNotice.tsx'
import { Notice } from '../../../ui/Notice.tsx'

export type BackupState = Output<'backups.state'>

/** How the backups are, in a line, with the moment of the run that it speaks of. */
export function healthLine({ health, lastGood, lastTry, lastDrill }: BackupState, texts: Texts): string {
  const spokenOf = {
    good: lastGood,
    old: lastGood,
    failed: lastTry,
    drillFailed: lastDrill,
    unset: null,
    never: null,
    restored: null,
  }[health]
  return [texts.backups.health[health], spokenOf && almatyMoment(spokenOf.at)].filter(Boolean).join(', ')
}

/** What is wrong with the backups, what is safe, and what to do. */
export function HealthNotice({ state, children }: { state: BackupState; children?: ReactNode }) {
  const texts = useTexts()
  const { restoredAt } = state
  const title = restoredAt ? texts.backups.restoredTitle(almatyMoment(restoredAt)) : healthLine(state, texts)
  return (
    <Notice title={title}>
      {adviceOf(state, texts).map((line) => (
        <div key={line}>{line}</div>
      ))}
      {children}
    </Notice>
  )
}

function adviceOf(state: BackupState, texts: Texts): string[] {
  const { health, settings, lastGood, lastTry, lastDrill, restoredAt } = state
  const { advice, restoredText } = texts.backups
  const lastGoodAt = lastGood && almatyMoment(lastGood.at)
  if (restoredAt) return [restoredText(settings)]
  switch (health) {
    case 'good':
    case 'restored':
      return []
    case 'unset':
      return [advice.unset]
    case 'never':
      return [advice.never, advice.next(settings.automatic)]
    case 'old':
      return [advice.old, advice.next(settings.automatic)]
    case 'failed':
      return [
        describePast(lastTry?.fault ?? '', texts).what,
        advice.failedSafe(lastGoodAt),
        advice.failedTodo,
      ]
    case 'drillFailed':
      return [describePast(lastDrill?.fault ?? '', texts).what, advice.drillFailed]
  }
}
