import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CaseStatus } from '../../shared/model/case.ts'
import type { MailState, ShownMail } from '../../shared/model/mail.ts'
import { useTexts } from '../i18n/index.ts'
import styles from './Chip.module.css'

export type Tone = 'late' | 'today' | 'soon' | 'calm' | 'good' | 'plain'

/** So many letters have room on a line of the narrowest column. */
const longestWord = 36

/** A word with a coloured ground; the colour only repeats what the word says. A whole sentence may take lines. */
export function Chip({ tone, why, children }: { tone: Tone; why?: string; children: ReactNode }) {
  const isSentence = typeof children === 'string' && children.length > longestWord
  const chip = (
    <span
      className={styles.chip}
      data-tone={tone}
      data-sentence={isSentence}
      {...(why ? { tabIndex: 0, role: 'note' } : {})}
    >
      {children}
    </span>
  )
  if (!why) return chip
  return (
    <Tooltip label={why} multiline maw={340} events={{ hover: true, focus: true, touch: true }}>
      {chip}
    </Tooltip>
  )
}

function toneOfDays(days: number): Tone {
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days <= 2 ? 'soon' : 'calm'
}

/** Days left until a due date; negative once it is late. */
export function DaysLeft({ days }: { days: number | null }) {
  const { words } = useTexts()
  if (days === null) return null
  return <Chip tone={toneOfDays(days)}>{words.daysLeft(days)}</Chip>
}

const statusTones: Record<CaseStatus, Tone> = {
  registered: 'calm',
  inWork: 'soon',
  decided: 'soon',
  executed: 'soon',
  answered: 'good',
  closed: 'plain',
}

export function StatusChip({ status }: { status: CaseStatus }) {
  const { words } = useTexts()
  return <Chip tone={statusTones[status]}>{words.statuses[status]}</Chip>
}

const mailTones: Record<MailState, Tone> = {
  queued: 'plain',
  sending: 'calm',
  sent: 'good',
  failed: 'late',
  unknown: 'today',
  withdrawn: 'plain',
}

/** The state of a mail, unless a server told more of it later. */
export function MailChip({ mail }: { mail: Pick<ShownMail, 'state' | 'report' | 'failure'> }) {
  const { incoming, letters, words } = useTexts()
  const { state, report, failure } = mail
  if (report?.outcome === 'failed') return <Chip tone="late">{incoming.bounced}</Chip>
  if (report?.outcome === 'delivered') return <Chip tone="good">{incoming.reportedDelivered}</Chip>
  if (report?.outcome === 'delayed') return <Chip tone="today">{incoming.reportedDelayed}</Chip>
  if (state === 'queued' && failure) return <Chip tone="today">{letters.mail.waits}</Chip>
  return <Chip tone={mailTones[state]}>{words.mailStates[state]}</Chip>
}
